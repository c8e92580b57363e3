"""One report in several files is one: the others are linked to it and not counted.

Two files are reports of one body for one period when the identity cards, read from the texts, say
so. The longest text stands for all; a doubt is told where lengths differ so much that one may be
another kind of report of that body.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_ALIKE = 0.5  # of the longer text


@dataclass(frozen=True, slots=True)
class Filed:
    """A report as the table ``reports`` has it."""

    sha256: str
    organisation: str | None
    period_start: date | None
    period_end: date | None
    characters: int


@dataclass(frozen=True, slots=True)
class Repost:
    """``sha256`` is ``of`` once more; ``doubt`` says that it may be another report."""

    sha256: str
    of: str
    doubt: bool


def reposts(reports: Iterable[Filed]) -> tuple[Repost, ...]:
    """Every report that another one already tells, in the order of its hash."""
    groups: dict[tuple[str, date, date], list[Filed]] = defaultdict(list)
    for one in reports:
        if one.organisation and one.period_start and one.period_end:
            groups[one.organisation, one.period_start, one.period_end].append(one)
    found = []
    for group in groups.values():
        whole, *others = sorted(group, key=lambda one: (-one.characters, one.sha256))
        found += [
            Repost(one.sha256, whole.sha256, one.characters < _ALIKE * whole.characters) for one in others
        ]
    return tuple(sorted(found, key=lambda one: one.sha256))
