"""Questions over many reports that no single one can answer."""
