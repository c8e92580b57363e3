"""What reports copy from one another, as JSON (``zongjie-repeats/1``), on the terminal, as a page."""
