"""The command line: parses, calls, renders; holds no knowledge of language."""
