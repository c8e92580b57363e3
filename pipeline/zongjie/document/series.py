"""A metric of one body through the years, as each report told it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

NoteKind = Literal["restated", "base", "stale", "magnitude"]


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's word for a figure: ``[start, end)`` lies in the report ``sha256``."""

    value: float
    value_max: float | None
    bound: str
    sha256: str
    start: int
    end: int
    told_in: int  # the year that the report is of


@dataclass(frozen=True, slots=True)
class SeriesNote:
    """What a careful reader would ask about a figure, and the other telling that raises it."""

    kind: NoteKind
    zh: str
    en: str
    other: Telling | None = None


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """A metric for one period: as reported then, as quoted later, as promised before."""

    start: date
    end: date
    reported: Telling | None
    quoted: tuple[Telling, ...] = ()
    target: Telling | None = None
    notes: tuple[SeriesNote, ...] = ()

    @property
    def label(self) -> str:
        """2023, or 2018–2022 for a figure of several years."""
        if self.start.year == self.end.year:
            return str(self.end.year)
        return f"{self.start.year}–{self.end.year}"


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one metric in order; ``missing`` are the years between that nobody told."""

    organisation: str
    metric: str
    change_kind: str | None
    unit: str | None
    points: tuple[SeriesPoint, ...]
    missing: tuple[int, ...] = ()
