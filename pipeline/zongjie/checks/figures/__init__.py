"""NM: figures that do not hold together."""
