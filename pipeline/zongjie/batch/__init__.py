"""Analyses a whole archive: stoppable at any moment, a bad report costs only itself."""
