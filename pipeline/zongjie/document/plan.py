"""The drafted next plan: a text of its own, each sentence traced to its sources."""

from dataclasses import dataclass
from typing import Literal

from zongjie.document.finding import Finding
from zongjie.document.section import Theme
from zongjie.document.span import Source

PlanSentenceKind = Literal["measure", "target", "frame"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap that only a person can fill, 【待填:…】 or 【核对:…】; the span lies in ``Plan.text``."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Computed:
    """A number worked out from sources, and how."""

    start: int
    end: int
    formula: str


@dataclass(frozen=True, slots=True)
class PlanSentence:
    text: str
    start: int
    end: int
    kind: PlanSentenceKind
    sources: tuple[Source, ...] = ()
    slots: tuple[Slot, ...] = ()
    computed: tuple[Computed, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A headed item; ``answers`` are ids of problems, ``carries`` ids of measures."""

    id: str
    level: int
    heading: str
    start: int
    end: int
    sentences: tuple[PlanSentence, ...] = ()
    answers: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    theme: Theme | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What a sentence takes from another report: span, sha256 and file name of it, and the words there."""

    start: int
    end: int
    doc: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that a language model wrote for the item ``heading`` and that was not kept, and why."""

    text: str
    heading: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Plan:
    title: str = ""
    period: str | None = None
    text: str = ""
    items: tuple[PlanItem, ...] = ()
    findings: tuple[Finding, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    quotes: tuple[Quote, ...] = ()  # the words of other reports that sentences cite by sha256
