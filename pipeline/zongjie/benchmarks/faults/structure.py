"""Plants faults of numbers, headings, promises."""

from zongjie.benchmarks.faults.planted import Change

STRUCTURE: dict[str, Change] = {}
