"""Plants faults of whose report it is: level, names, places, sessions, the file's name."""

from zongjie.benchmarks.faults.planted import Change

IDENTITY: dict[str, Change] = {}
