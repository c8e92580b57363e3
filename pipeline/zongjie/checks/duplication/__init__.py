"""DU: what was said twice."""
