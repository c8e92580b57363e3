"""ST02 · Marks in the wrong order.

What it flags
    一、 under (一), or (一) under 1.: a mark that stands above by the standard, used below.

Why it matters
    The reader takes the rank of a section from its mark.

Flagged
    (一)…(二)… as parts, with 一、二、 inside them.

Accepted
    Levels left out (一、 with 1. inside); other marks.

Known misses
    Levels that only the type size tells.

Source
    GB/T 9704—2012, 7.3.3: 一、 (一) 1. (1) in that order.
"""

from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.structure.outline import families, heading_place, mark_of, number_span
from zongjie.comparing.marks import Mark
from zongjie.document import Analysis, Section
from zongjie.settings import Settings

_BODY = "按照年初部署，把责任落实到岗到人，定期会商调度，工作有序推进，群众比较满意。"

CHECK = Check(
    code="ST02",
    name="level-inverted",
    title="层级倒置",
    severity="warning",
    flagged=(
        f"(一)主要工作\n⟦一、⟧抓好生产。{_BODY}\n二、抓好安全。{_BODY}\n(二)下一步打算\n一、抓好培训。{_BODY}\n二、抓好检修。{_BODY}\n",
    ),
    accepted=(
        f"一、主要工作\n(一)抓好生产。{_BODY}\n(二)抓好安全。{_BODY}\n二、下一步打算\n1.抓好培训。{_BODY}\n2.抓好检修。{_BODY}\n",
    ),
    about="层级倒置：“一、”排在“（一）”下面。省去一级是允许的，不报。",
)

_RANK = {"part": 0, "chapter": 1, "subchapter": 2, "一、": 3, "(一)": 4, "1.": 5, "(1)": 6}


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a report, at the first inversion."""
    by_id = {one.id: one for one in analysis.sections}
    grouped = families(analysis)
    for section in analysis.sections:
        parent = by_id.get(section.parent or "")
        inner, outer = mark_of(section), mark_of(parent) if parent else None
        if parent is None or not _goes_on(parent, grouped.get(parent.parent, [])):
            continue  # the last part may be followed by an annex with numbers of its own
        if inner and outer and _RANK.get(inner.kind, 9) < _RANK.get(outer.kind, -1):
            yield _alarm(analysis, section, parent)
            return
    yield from _turned_round(analysis, grouped.get(None, [])) or _held(analysis)


def _turned_round(analysis: Analysis, tops: list[Section]) -> tuple[Alarm, ...]:
    """(一)(二) first and then 一、二、 on the level of the outline: parts with the marks of sub-sections."""
    marks = [(one, mark) for one in tops if (mark := mark_of(one)) is not None]
    kinds = [mark.kind for _, mark in marks]
    if not marks or len(marks) < len(tops) - 1 or kinds[0] != "(一)" or "一、" not in kinds:
        return ()
    at = kinds.index("一、")
    if at >= 2 and set(kinds[:at]) == {"(一)"} and kinds[at:].count("一、") >= 2 and marks[at][1].value == 1:
        return (_alarm(analysis, marks[at][0], marks[at - 1][0]),)
    return ()


def _held(analysis: Analysis) -> tuple[Alarm, ...]:
    """一、二、 between (三) and (四), wherever the outline put them: a list within the third part."""
    marks = [
        (one, mark)
        for one in analysis.sections
        if (mark := mark_of(one)) is not None and mark.kind in ("(一)", "一、")
    ]
    outer: tuple[Section, int] | None = None
    inner: list[tuple[Section, Mark]] = []
    for one, mark in marks:
        if mark.kind == "一、":
            inner.append((one, mark))
            continue
        if outer and mark.value == outer[1] + 1 and len(inner) >= 2 and inner[0][1].value == 1:
            return (_alarm(analysis, inner[0][0], outer[0]),)
        outer, inner = (one, mark.value), []
    return ()


def _goes_on(parent: Section, siblings: list[Section]) -> bool:
    """Whether another number of the parent's kind follows."""
    mark = mark_of(parent)
    later = (mark_of(one) for one in siblings if one.start > parent.start)
    return mark is not None and any(one and one.kind == mark.kind and one.value > mark.value for one in later)


def _alarm(analysis: Analysis, section: Section, parent: Section) -> Alarm:
    number, outer = section.number or "", parent.number or ""
    start, end = number_span(analysis, section)
    return Alarm(
        start,
        end,
        zh=f"“{number}”用在“{outer}”之下，层级倒置。请按“一、（一）1.（1）”的顺序编号。",
        en=f"{number} is used under {outer}, against the order 一、 (一) 1. (1). Renumber.",
        related=heading_place(parent, f"上一级标题“{outer}”", f"the heading above, {outer}"),
        caveat_zh="附件或引用的文件可以自成编号。",
        caveat_en="An annex or a quoted document may have numbers of its own.",
    )
