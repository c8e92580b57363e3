"""What the dashboard shows: aggregates and the sentences that they rest on, nothing else.

Everything is a plain list so that 10,000 reports stay a few megabytes: a report, a figure, a
promise is a tuple, and sentences are kept once and pointed at by their position.
"""

from dataclasses import dataclass, field
from typing import Any

Tuples = list[tuple[Any, ...]]


@dataclass(slots=True)
class DashboardData:
    """The lists of the page; every tuple is explained beside its list."""

    bodies: Tuples = field(default_factory=list)  # name, level
    reports: Tuples = field(default_factory=list)  # body, year, file, characters, figures, [percent a theme]
    themes: list[str] = field(default_factory=list)  # what the theme groups are called
    metrics: Tuples = field(default_factory=list)  # name, kind of change ("" for a level), unit
    points: Tuples = field(default_factory=list)  # body, metric, year, value, bound, report, sentence
    figures: Tuples = field(default_factory=list)  # theme, year, body, words, sentence: the largest of each
    notes: Tuples = field(default_factory=list)  # kind, body, metric, year, message, sentence, other sentence
    promises: Tuples = field(default_factory=list)  # body, year, [count a status]
    kept: Tuples = field(default_factory=list)  # body, year, status, promise, sentence or "", reason
    problems: Tuples = field(default_factory=list)  # body, [(year, words), …]
    sentences: list[str] = field(default_factory=list)

    def sentence(self, words: str) -> int:
        """Keep a sentence and say where it is."""
        self.sentences.append(words)
        return len(self.sentences) - 1
