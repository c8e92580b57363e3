"""The dashboard of an archive: one self-contained page."""
