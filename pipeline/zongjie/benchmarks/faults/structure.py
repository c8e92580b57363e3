"""Plants faults of numbers, headings, promises."""

from zongjie.benchmarks.faults.changes import Change

STRUCTURE: dict[str, Change] = {}
