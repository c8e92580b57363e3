"""ST16 · A list of one.

What it flags
    A section with a sub-section (一) or 1. and no second one.

Why it matters
    A number promises a second. The other items were cut, or the number is not needed.

Flagged
    二、存在的问题 with (一)… and nothing else.

Accepted
    A second mark anywhere in the section, be it run in.

Known misses
    Lists with 一是 only.

Source
    checks.tsv ST16.
"""

from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.structure.outline import (
    RANKED,
    by_id,
    families,
    is_markdown,
    mark_of,
    mark_stands,
    number_span,
)
from zongjie.comparing.marks import MarkKind
from zongjie.document import Analysis, Section
from zongjie.settings import Settings

_BODY = "坚持每周例会制度，把进度摆到桌面上，困难大家一起商量，各项任务都按期完成。"

CHECK = Check(
    code="ST16",
    name="single-item-list",
    title="孤项编号",
    severity="note",
    flagged=(f"一、主要工作\n{_BODY}\n二、存在的问题\n⟦(一)⟧人手偏紧。{_BODY}\n三、下一步打算\n{_BODY}\n",),
    accepted=(
        f"一、主要工作\n{_BODY}\n二、存在的问题\n(一)人手偏紧。{_BODY}\n(二)设备老旧。{_BODY}\n",
        f"一、主要工作\n{_BODY}\n二、存在的问题\n(一)人手偏紧。{_BODY}(二)全年共停机30小时。{_BODY}\n三、打算\n{_BODY}\n",
    ),
    about="只有（一）没有（二）。",
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each lone number."""
    grouped, sections = families(analysis), by_id(analysis)
    for siblings in grouped.values():
        numbered = [one for one in siblings if (mark := mark_of(one)) and mark.kind in RANKED]
        if len(numbered) == 1 and siblings[0].level > 1:
            mark = mark_of(numbered[0])
            if mark is None or mark.value != 1 or is_markdown(analysis, numbered[0], sections):
                continue
            if not _has_second(analysis, numbered[0], mark.kind, sections):
                yield _alarm(analysis, numbered[0])


def _has_second(analysis: Analysis, section: Section, kind: MarkKind, sections: dict[str, Section]) -> bool:
    parent = sections.get(section.parent or "")
    end = parent.end if parent else len(analysis.body)
    return mark_stands(analysis.body[section.body_start : end], kind, 2)


def _alarm(analysis: Analysis, section: Section) -> Alarm:
    number = section.number or ""
    start, end = number_span(analysis, section)
    return Alarm(
        start,
        end,
        zh=f"只有“{number}”，没有下一项。请补上其余各项，或去掉编号。",
        en=f"There is a {number} and no second item. Add the others, or drop the number.",
        caveat_zh="其余各项可能没有编号。",
        caveat_en="The other items may be without numbers.",
    )
