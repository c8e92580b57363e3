"""The brief: a text of its own, each sentence of which names the spans that it rests on."""

from dataclasses import dataclass

from zongjie.document.span import Source


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """``[start, end)`` lies in ``Summary.text``; ``part`` says what it tells (period, figures…)."""

    text: str
    start: int
    end: int
    sources: tuple[Source, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    text: str = ""
    sentences: tuple[SummarySentence, ...] = ()
