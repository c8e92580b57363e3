"""NM02 · Parts that do not add up to the whole.

What it flags
    A total followed by 其中 and two or more of its classes (类, 级, 等奖) that add up to more than it,
    or three or more parts that a total with 共计, 合计 or 总计 closes and that miss it by a fifth at most.

Why it matters
    Figures that a reader can add up in his head are the first that an audience checks.

Flagged
    共8项,其中甲类5项、乙类4项 · 甲3项、乙4项、丙2项,共计10项

Accepted
    共8项,其中甲类3项 (not all parts are told) · 50人,其中女性30人、党员40人 (parts may overlap)

Known misses
    Sums after 其中 that are too small (not all parts may be told); totals in another sentence;
    parts with other units; approximate numbers.

Source
    checks.tsv NM02.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.figures.numerals import by_sentence, half_unit, is_exact, plain, written
from zongjie.document import Analysis, Quantity
from zongjie.settings import Settings

_OPENS = re.compile(r"[^。;；]{0,8}?[,，(（]?其中[^。;；]{0,14}")
_PARTS = re.compile(r"[、,，和及][^。;；,，、]{0,14}")
_JOINED = re.compile(r"[、,，和及](?!其中)[^。;；,，、]{1,14}")
_CLOSES = re.compile(r"[、,，]?(?:共计|合计|总计)[^。;；,，、0-9]{0,6}")
_NEAR = 5  # parts that miss a total by more than this part of it may be parts of something else
_MOST = 30  # parts of one total that are looked at
_CLASS = re.compile(r"(?:[类级]|级别|等奖|类别)(?:别)?$")

CHECK = Check(
    code="NM02",
    name="sum-mismatch",
    title="分项与合计不符",
    severity="error",
    flagged=(
        "甲山县审改办2024年工作总结\n一、主要工作\n下放审批事项⟦8项⟧，其中甲类5项、乙类4项。\n",
        "甲山县审改办2024年工作总结\n一、主要工作\n清理许可3项、确认4项、备案2项，共计⟦10项⟧。\n",
    ),
    accepted=(
        "甲山县审改办2024年工作总结\n一、主要工作\n"
        "下放审批事项8项，其中甲类3项。培训50人，其中女性30人、党员40人。\n",
        "甲山县审改办2024年工作总结\n一、主要工作\n清理许可3项、确认4项、备案2项，共计9项。\n",
    ),
    about=(
        "其中各类之和比合计还大（共8项，其中甲类5项、乙类4项），或逐项列举之后的“共计”“合计”与各项之和不符。"
        "“其中”各项之和小于合计的不报，因为可能只列了一部分。"
    ),
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a total."""
    for group in by_sentence(analysis):
        for at, total in enumerate(group[:-2]):
            parts = _parts(analysis, total, group[at + 1 : at + 1 + _MOST])
            if len(parts) > 1 and (alarm := _alarm(analysis, total, parts)):
                yield alarm
        for at, total in enumerate(group[3:], 3):
            listed = _listed(analysis, group[max(0, at - _MOST) : at], total)
            if len(listed) > 2 and (alarm := _alarm(analysis, total, listed, closes=True)):
                yield alarm


def _listed(analysis: Analysis, before: list[Quantity], total: Quantity) -> list[Quantity]:
    """The parts told one after another up to a ``total`` that says it sums them up, in their order."""
    body = analysis.body
    if not is_exact(total) or total.unit in (None, "%"):
        return []
    if not _CLOSES.fullmatch(body, before[-1].end, total.start):
        return []
    parts: list[Quantity] = []
    for one in reversed(before):
        if (parts and not _JOINED.fullmatch(body, one.end, parts[-1].start)) or one.unit != total.unit:
            break
        if not is_exact(one):
            return []
        parts.append(one)
    return parts[::-1]


def _parts(analysis: Analysis, total: Quantity, after: list[Quantity]) -> list[Quantity]:
    opened = _OPENS.fullmatch(analysis.body, total.end, after[0].start)
    if not opened or not is_exact(total) or total.unit in (None, "%"):
        return []
    alike = list(takewhile(lambda q: is_exact(q) and q.unit == total.unit, after))
    parts = alike[:1]
    for one in alike[1:]:
        if not _PARTS.fullmatch(analysis.body, parts[-1].end, one.start):
            break
        parts.append(one)
    classes = all(_CLASS.search(analysis.body, one.start - 6, one.start) for one in parts)
    return parts if classes else []


def _alarm(analysis: Analysis, total: Quantity, parts: list[Quantity], closes: bool = False) -> Alarm | None:
    whole = total.value or Decimal(0)
    added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    slack = half_unit(analysis, total) + sum((half_unit(analysis, part) for part in parts), Decimal(0))
    missed = abs(added - whole) if closes else added - whole
    if missed <= slack or (closes and missed * _NEAR > whole):
        return None
    terms = "+".join(written(analysis, part) for part in parts)
    return Alarm(
        start=total.start,
        end=total.end,
        zh=f"合计为{written(analysis, total)}，分项之和（{terms}）却是 {plain(added)}，请核对。",
        en=f"The total is {written(analysis, total)}, but the parts ({terms}) add up to {plain(added)}.",
        related=tuple(Side(part.start, part.end, "分项", "part") for part in parts),
        evidence={"total": str(whole), "sum": str(added)},
        caveat_zh="分项之间如有交叉，可不等于合计。",
        caveat_en="Parts that overlap need not add up.",
    )
