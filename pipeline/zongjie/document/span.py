"""A stretch of text: the only way in which anything is ever pointed at."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open interval ``[start, end)`` of code points into a text.

    >>> Span(2, 4).of("政协工作总结")
    '工作'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end}) runs backwards or below zero")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that the span covers in ``text``."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


Place = Literal["plan", "summary"] | str | None
"""Where a span lies: None is this report's text, "plan" and "summary" the texts of
those parts, anything else the sha256 of another report."""


@dataclass(frozen=True, slots=True)
class Source:
    """A span that something rests on, and the text in which it lies."""

    start: int
    end: int
    doc: Place = None
