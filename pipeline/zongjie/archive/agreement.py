"""How well a figure that was told fits one that was promised."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from zongjie.archive.judging import amount, comparable
from zongjie.archive.metric_names import is_known, metric_name
from zongjie.document import Quantity
from zongjie.document.ledger import Promise

_FAR = 3.0  # of the logarithm of what one is of the other
_SAME, _APART = 0.6, 0.3  # the worth of the very same figure, the price of one far off


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figure of a clause that fits best, if one does, and how it fits.

    ``ratio`` is 0 for equal amounts and 1 for those twenty times apart or more; ``object`` is 1 where
    both count the same thing by name.
    """

    figure: Quantity | None = None
    ratio: float = 0.0
    same_value: bool = False
    object: float = 0.0
    same_metric: bool = False
    other_metric: bool = False
    next_clause: bool = False


NONE = Agreement()


def agreement(promise: Promise, figures: Sequence[Quantity], *, next_clause: bool = False) -> Agreement:
    """The best of ``figures``, those of a clause or of one that follows in its sentence."""
    best, worth = NONE, float("-inf")
    for q in figures:
        if not comparable(promise, q):
            continue
        same, ratio, thing = _same_value(promise, q), _ratio(promise, q), _same_object(promise, q)
        told = metric_name(q.metric)
        other = _other_metric(promise, told)
        score = thing + _SAME * same - _APART * ratio * _FAR - other
        if score > worth:
            worth = score
            same_metric = told is not None and told == promise.metric
            best = Agreement(q, ratio, same, thing, same_metric, other, next_clause)
    return best


def _same_value(promise: Promise, q: Quantity) -> bool:
    """The very figure of the promise, unless it is a small one, is no accident."""
    return q.value == promise.value and len(str(q.value).strip("0.")) > 1


def _ratio(promise: Promise, q: Quantity) -> float:
    assert promise.value is not None
    assert q.value is not None
    one, other = amount(promise.value, promise.unit), amount(q.value, q.unit)
    if one == other:
        return 0.0
    return min(_FAR, abs(log(one / other))) / _FAR if one > 0 and other > 0 else 1.0


def _same_object(promise: Promise, q: Quantity) -> float:
    if not promise.object or not q.object:
        return 0.0
    return float(promise.object in q.object or q.object in promise.object)


def _other_metric(promise: Promise, told: str | None) -> bool:
    """Whether the figure is of another indicator than the one promised."""
    if promise.metric is None or told is None or told == promise.metric:
        return False
    apart = told not in promise.metric and promise.metric not in told
    return apart or is_known(told) or is_known(promise.metric)
