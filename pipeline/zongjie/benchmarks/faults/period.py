"""Plants faults of period and tense."""

from zongjie.benchmarks.faults.changes import Change

PERIOD: dict[str, Change] = {}
