"""Which figure of several belongs to which metric: 财政总收入和一般公共预算收入达到671亿元和234亿元."""

import re
from bisect import bisect_left

from zongjie.archive.metric_names import known_metrics
from zongjie.document import Analysis, Quantity

_BOTH = re.compile(r"城乡居民|城镇和农村(?:常住)?居民|城镇、农村居民|城镇与农村居民")
_TOWN, _COUNTRY = "城镇居民人均可支配收入", "农村居民人均可支配收入"
_REACH = 60  # characters of the clause before, where 分别 opens this one
_STOPS = "，；。\n,;"


def respective_metric(analysis: Analysis, q: Quantity) -> str | None:
    """The metric in the place that ``q`` has among its clause's figures of one unit; else None."""
    if q.clause is None or q.value is None:
        return None
    figures = _alike(analysis, q)
    if len(figures) < 2:
        return None
    body = analysis.body
    names = _names(body, q.clause[0], figures[0].start)
    if not names and "分别" in body[q.clause[0] : figures[0].start]:
        names = _names(body, _clause_before(body, q.clause[0]), q.clause[0])
    at = next(index for index, one in enumerate(figures) if one.start == q.start)
    if len(names) == len(figures):
        return names[at]
    before = body[max(0, figures[0].start - _REACH) : figures[0].start]
    if len(figures) == 2 and len(names) <= 1 and "收入" in before and _BOTH.search(before):
        return (_TOWN, _COUNTRY)[at]
    return None


def _names(body: str, start: int, end: int) -> list[str]:
    return [found.group() for found in known_metrics().finditer(body, start, end)]


def _clause_before(body: str, start: int) -> int:
    end = start
    while end > 0 and body[end - 1] in _STOPS:
        end -= 1
    return max(max(body.rfind(stop, max(0, end - _REACH), end) for stop in _STOPS) + 1, end - _REACH, 0)


def _alike(analysis: Analysis, q: Quantity) -> list[Quantity]:
    """The figures of the clause that count in the unit of ``q``, in order."""
    assert q.clause is not None
    quantities = analysis.quantities
    index = bisect_left(quantities, q.clause[0], key=lambda one: one.start)
    found = []
    while index < len(quantities) and quantities[index].start < q.clause[1]:
        one = quantities[index]
        if one.value is not None and one.unit == q.unit and one.kind == q.kind:
            found.append(one)
        index += 1
    return found
