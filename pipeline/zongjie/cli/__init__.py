"""The command line: parses, calls, renders; holds no knowledge of language.

One file a command; each has ``add_to(app, say)``, which declares it in the language of the day.
Heavy modules are imported inside the commands, so that ``zongjie --help`` stays quick.
"""
