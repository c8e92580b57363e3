"""Plants faults of whose report it is: level, names, places, sessions, the file's name."""

from zongjie.benchmarks.faults.changes import Change

IDENTITY: dict[str, Change] = {}
