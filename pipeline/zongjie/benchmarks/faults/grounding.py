"""Plants faults of a draft against the report it rests on."""

from zongjie.benchmarks.faults.planted import Change

GROUNDING: dict[str, Change] = {}
