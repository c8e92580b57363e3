"""ST: structure, numbering, and promises kept."""
