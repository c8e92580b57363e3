"""Shows the ledger of promises: terminal, JSON, CSV, one HTML page."""
