"""The ledger of promises (承诺台账): what one report promised and what the next one tells of it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from zongjie.document.profile import Period
from zongjie.document.quantity import Bound
from zongjie.document.report import FileFacts

PromiseStatus = Literal["done", "partly", "missed", "not_mentioned", "unclear"]
STATUSES: tuple[PromiseStatus, ...] = ("done", "partly", "missed", "unclear", "not_mentioned")


@dataclass(frozen=True, slots=True)
class Promise:
    """A clause of a plan with one deed or one target; ``[start, end)`` lies in that report.

    ``change_kind`` is set where a growth is promised, ``due`` is the last year that the clause
    names for it (到2027年), None where it is for the plan's own period.
    """

    id: str
    start: int
    end: int
    section: str | None
    object: str | None
    action: str | None
    metric: str | None = None
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    bound: Bound = "exact"
    change_kind: str | None = None
    quantity: tuple[int, int] | None = None
    due: int | None = None


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A promise and what became of it; ``evidence`` lies in the next report, best first.

    ``score`` (0 to 1) is how surely the evidence speaks of the promise; 0 without evidence.
    """

    promise: Promise
    status: PromiseStatus
    evidence: tuple[tuple[int, int], ...]
    reason_zh: str
    reason_en: str
    score: float

    def reason(self, lang: str) -> str:
        return self.reason_en if lang == "en" else self.reason_zh


@dataclass(frozen=True, slots=True)
class LedgerSide:
    """One of the two reports: its file, its words, and whose it says it is."""

    source: FileFacts
    text: str
    organisation: str | None
    period: Period | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All promises of ``last`` in reading order; ``doubts`` say why the two may not belong together."""

    last: LedgerSide
    this: LedgerSide
    entries: tuple[LedgerEntry, ...]
    doubts: tuple[tuple[str, str], ...] = ()  # Chinese and English
