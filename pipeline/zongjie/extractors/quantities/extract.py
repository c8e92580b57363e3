"""All the numbers of a report: scanned, read, told apart, and tied to what they count."""

from typing import Any

from zongjie.document import Analysis, Quantity
from zongjie.extractors.quantities.bounds import outer_bound
from zongjie.extractors.quantities.context import Place, Walker, report_years
from zongjie.extractors.quantities.draft import Draft
from zongjie.extractors.quantities.kinds import decide
from zongjie.extractors.quantities.objects import find_object
from zongjie.extractors.quantities.periods import Periods
from zongjie.extractors.quantities.scan import scan
from zongjie.extractors.quantities.ties import Told
from zongjie.extractors.quantities.years import Years

_MEASURES = frozenset(("achievement", "target", "baseline", "other"))
_OBJECTLESS = frozenset(("article", "bare", "ratio", "前"))
_ROW = frozenset(("、", "和", "，", ",", "/"))
_VALUED = frozenset(("achievement", "target", "baseline", "other"))


def extract_quantities(analysis: Analysis) -> tuple[Quantity, ...]:
    """Every number expression of ``analysis.body``, in reading order, with ids q1, q2, …

    Kinds are those of GOLD.md, values and bounds those of DESIGN §4. Linear in the length
    of the text. The outline should have its roles, and the profile its period.
    """
    drafts = _understood(analysis)
    for number, draft in enumerate(drafts, 1):
        draft.id = f"q{number}"
    return tuple([_quantity(draft) for draft in drafts])


def _understood(analysis: Analysis) -> list[Draft]:
    body, walker, place = analysis.body, Walker(analysis), Place()
    period = report_years(analysis)
    periods = Periods(body, period)
    drafts = list(scan(body))
    _share_units(drafts, body)
    told, years = Told(-1), Years()
    for at, draft in enumerate(drafts):
        walker.at(draft.start, draft.end, place)
        if place.sentence[0] != told.sentence:
            told = Told(place.sentence[0])
        draft.clause, draft.section = place.clause, place.section
        if place.sentence[0] != years.sentence:
            years.open(place.sentence[0], body)
        place.year, place.year_at = years.year, years.at
        draft.kind, draft.evidence = decide(draft, place, body, period)
        if draft.kind == "target" and years.year is not None:
            years.promised = draft.start
        if draft.evidence == "预期目标":
            told.promised = True
        elif told.promised and draft.kind == "achievement":
            draft.kind, draft.evidence = "target", "预期目标"
        if draft.kind not in _MEASURES:
            if draft.kind == "date" and place.quote is None:
                years.see(draft, body)
            continue
        bound = outer_bound(body, draft.start, draft.end)
        if bound is not None:
            draft.bound = bound
        if draft.kind == "other" and draft.evidence in _OBJECTLESS:
            continue
        if draft.kind == "other":
            find_object(draft, body, None, told.sentence)
            continue
        draft.period = periods.before(told.sentence, draft.start, draft.kind == "target")
        following = drafts[at + 1] if at + 1 < len(drafts) else None
        joined = following is not None and following.start == draft.end
        if place.column is not None:
            draft.object = place.column or None
            continue
        told.tie(draft, body, following.end if following is not None and joined else None)
    return drafts


def _share_units(drafts: list[Draft], body: str) -> None:
    """分别为3、5、8个: numbers in a row take the unit of the last."""
    for at in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[at], drafts[at + 1]
        if draft.shape != "number" or draft.unit not in (None, "个") or draft.kind is not None:
            continue
        if following.shape == "number" and following.unit is not None:
            if body[draft.end : following.start] not in _ROW or draft.words[0].isalpha():
                continue
            if draft.unit is None or "个" in body[following.start : following.end - 1]:
                draft.unit, draft.dimension = following.unit, following.dimension  # 5.4个和2.4个百分点


class _Filled:
    """The fields of a ``Quantity`` before it is frozen.

    A frozen dataclass sets each of its 21 fields through ``object.__setattr__``; an object of the
    same slots is filled six times faster and then becomes a ``Quantity`` by its class.
    """

    __slots__ = Quantity.__slots__


def _quantity(draft: Draft) -> Quantity:
    told: Any = _Filled()
    kind = draft.kind
    told.id, told.start, told.end, told.kind = draft.id, draft.start, draft.end, kind
    if kind in _VALUED:
        told.value, told.value_max, told.unit = draft.value, draft.value_max, draft.unit
        told.bound, told.ratio, told.rank = draft.bound, draft.ratio, draft.rank
    else:
        told.value = told.value_max = told.unit = told.ratio = told.rank = None
        told.bound = "exact"
    told.reason, told.object, told.action, told.metric = (
        draft.reason,
        draft.object,
        draft.action,
        draft.metric,
    )
    told.change, told.period = draft.change, draft.period
    told.of = None if draft.of is None else draft.of.id
    told.part_of = None if draft.part_of is None else draft.part_of.id
    told.clause, told.section, told.evidence = draft.clause, draft.section, draft.evidence
    told.__class__ = Quantity
    quantity: Quantity = told
    return quantity
