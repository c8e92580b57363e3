"""One figure of one metric of one body for one period, wherever and whenever it was told."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from zongjie.document.quantity import Bound

MetricRole = Literal["reported", "quoted", "target"]


@dataclass(frozen=True, slots=True)
class MetricValue:
    """``value`` of ``metric`` in ``unit`` (万 and 亿 multiplied out) for ``[period_start, period_end]``.

    A level has ``change_kind`` None; a change carries 同比, 较上年, 年均 or the like, and a fall
    is negative. ``role``: reported for the report's own period, quoted of an earlier one, target
    of a later one. ``[start, end)`` is the number in the report that tells it. Days are both
    included; None where the report does not say for when it speaks.
    """

    organisation: str | None
    metric: str
    change_kind: str | None
    period_start: date | None
    period_end: date | None
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    bound: Bound
    role: MetricRole
    start: int
    end: int
