"""WD: words that are wrong wherever they stand, by list and never by guess."""
