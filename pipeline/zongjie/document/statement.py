"""Things said in the report other than numbers: awards, problems, measures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Award:
    """An honour that somebody got; ``title`` as written, ``level`` 国, 省, 市, 县 or None."""

    start: int
    end: int
    title: str
    level: str | None = None
    recipient: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A shortfall that the report admits, in a problem section or in passing."""

    id: str
    start: int
    end: int
    section: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A thing that a plan section promises to do."""

    id: str
    start: int
    end: int
    section: str | None
