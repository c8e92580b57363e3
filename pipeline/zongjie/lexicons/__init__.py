"""Word lists and tables, as data files read once when first asked for."""
