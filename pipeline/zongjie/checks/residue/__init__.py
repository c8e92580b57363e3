"""RS: what was left behind by masks, templates, web pages, scanners and tools."""
