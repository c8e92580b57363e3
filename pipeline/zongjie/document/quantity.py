"""A number expression: its words, its value, and what it tells of."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

QuantityKind = Literal[
    "achievement", "target", "baseline", "date", "ordinal", "slogan", "plan_name", "name",
    "reference", "other",
]  # fmt: skip
Bound = Literal["exact", "about", "more_than", "less_than", "at_least", "at_most"]


@dataclass(frozen=True, slots=True)
class Change:
    """A change against something: ``kind`` is 同比, 环比, 较上年, 年均, 翻番, 从…到… or the like."""

    kind: str
    from_: Decimal | None = None
    to: Decimal | None = None
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number expression, as written in ``[start, end)``: numeral, inner bound, scale, unit.

    ``value`` has 万 and 亿 multiplied out and counts in ``unit`` (which is without them);
    it is None for dates, names and the like, and for damaged numbers, which give a ``reason``.
    ``of`` is the id of the quantity whose change this one tells, ``part_of`` that of the whole
    of which it is a part (其中…). ``clause`` is the clause that
    it stands in, ``evidence`` the words that decided its kind.
    """

    id: str
    start: int
    end: int
    kind: QuantityKind
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    bound: Bound = "exact"
    ratio: tuple[int, int] | None = None
    reason: str | None = None
    object: str | None = None
    action: str | None = None
    metric: str | None = None
    change: Change | None = None
    rank: int | None = None
    period: str | None = None
    of: str | None = None
    clause: tuple[int, int] | None = None
    section: str | None = None
    evidence: str | None = None
    part_of: str | None = None
