"""GR01 · A number of the draft stands in none of the reports it rests on.

What it flags
    A figure of the draft (result, target, baseline) whose value no source has in that unit, and
    which is not the sum or difference of two figures of the sources with one unit and object.

Why it matters
    A figure out of thin air is the worst fault of a drafted text: it looks like a fact.

Flagged
    培训37场 where the report knows of 32 only.

Accepted
    A figure of the report in other glyphs (三十二次 · 32次 · ３２次), 12000万元 for 1.2亿元; dates,
    sessions, list marks, names of plans; figures worked out by sum or difference.

Known misses
    A right figure told of a wrong object.

Source
    checks.tsv GR01; DESIGN §5 (numbers ⊆ sources).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from zongjie.checks.base import Alarm, Check
from zongjie.document import Analysis, Quantity
from zongjie.settings import Settings

CHECK = Check(
    code="GR01",
    name="unsourced-number",
    title="无来源数字",
    severity="error",
    flagged=(),
    accepted=(),
    needs="draft",
    about=(
        "草稿里的数字在材料里找不到，也不是材料中两个同类数字的和或差。数字凭空而来，是起草最严重的毛病。"
    ),
)

_COUNTED = ("achievement", "target", "baseline")
_SHARES = ("%", "‰", "个百分点", "百分点", "倍")
_Known = dict[str, set[Decimal]]


def find(analysis: Analysis, settings: Settings, sources: Sequence[Analysis]) -> Iterator[Alarm]:
    """One alarm a figure."""
    known, by_object = _known(sources)
    texts = [one.report.text for one in sources]
    for q in analysis.quantities:
        words = analysis.body[q.start : q.end]
        if not _counts(q, words) or _stands(q, known) or any(_written(words, text) for text in texts):
            continue
        if q.value is not None and _worked_out(q.value, by_object.get((q.unit, q.object), ())):
            continue
        yield Alarm(
            start=q.start,
            end=q.end,
            zh=f"“{words}”在所依据的材料里找不到，也不能由材料数字加减得出。请核实来源，或改成【待填：…】。",
            en=f"“{words}” stands in none of the sources. Find its source, or make it a slot 【待填：…】.",
            evidence={"value": str(q.value), "unit": q.unit},
            caveat_zh="若由材料数字推算，请写明算式。",
            caveat_en="If it was worked out from the sources, say how.",
        )


def _counts(q: Quantity, words: str) -> bool:
    if q.value is None:
        return False
    return q.kind in _COUNTED or (q.kind == "other" and any(c.isdigit() and c.isascii() for c in words))


def _written(words: str, text: str) -> bool:
    """Whether the very words stand in ``text``, not as the tail or head of a longer number."""
    at = text.find(words)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        if not (before.isdigit() or before == "." or (words[-1:].isdigit() and after.isdigit())):
            return True
        at = text.find(words, at + 1)
    return False


def _known(sources: Sequence[Analysis]) -> tuple[_Known, dict[tuple[str | None, str | None], list[Decimal]]]:
    """Values by kind of unit (shares apart from counts), and values by unit and object."""
    values: _Known = defaultdict(set)
    by_object: dict[tuple[str | None, str | None], list[Decimal]] = defaultdict(list)
    for source in sources:
        for q in source.quantities:
            if q.value is None and q.value_max is None:
                continue
            of_kind, of_object = values[_kind(q.unit)], by_object[q.unit, q.object]
            for value in (q.value, q.value_max):
                if value is not None:
                    of_kind.add(value)
                    of_object.append(value)
    return values, by_object


def _kind(unit: str | None) -> str:
    return "share" if unit in _SHARES else "count"


def _stands(q: Quantity, known: _Known) -> bool:
    wanted = [value for value in (q.value, q.value_max) if value is not None]
    return all(value in known.get(_kind(q.unit), ()) for value in wanted)


def _worked_out(value: Decimal, values: Sequence[Decimal]) -> bool:
    """Whether ``value`` is the sum or difference of two of ``values`` (at most 200 are tried)."""
    some = values[:200]
    have = set(some)
    return any(value - one in have or value + one in have for one in some)
