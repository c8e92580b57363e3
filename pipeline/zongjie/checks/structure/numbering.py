"""ST01 · Numbers of sections that skip or repeat.

What it flags
    Siblings numbered 一、三、 or (一)(二)(二): a number left out, or given twice.

Why it matters
    A number left out says that a section was cut; one given twice, that something was pasted in.
    Either makes references by number wrong.

Flagged
    (一)(二)(四) where nothing in the text carries (三).

Accepted
    Numbers that begin anew at 一 (another list); a number that does stand in the text, be it run in.

Known misses
    Numbers that Word generates; a list that lacks its last items.

Source
    GB/T 9704—2012, 7.3.3 (marks in order); checks.tsv ST01.
"""

from collections import defaultdict
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.structure.outline import (
    RANKED,
    by_id,
    families,
    heading_place,
    is_markdown,
    mark_of,
    mark_stands,
    number_span,
)
from zongjie.document import Analysis, Section
from zongjie.settings import Settings

_BODY = "组织骨干分批下沉一线，把问题摸清、把措施落细，群众反映良好。"

CHECK = Check(
    code="ST01",
    name="numbering-gap-or-repeat",
    title="编号跳号重号",
    severity="error",
    flagged=(
        f"一、主要工作\n(一)抓党建。{_BODY}\n(二)促发展。{_BODY}\n⟦(四)⟧惠民生。{_BODY}\n二、下一步打算\n要继续努力。\n",
        f"一、主要工作\n(一)抓党建。{_BODY}\n(二)促发展。{_BODY}\n⟦(二)⟧惠民生。{_BODY}\n(三)保平安。{_BODY}\n",
    ),
    accepted=(
        f"一、主要工作\n(一)抓党建。{_BODY}\n(二)促发展。{_BODY}\n二、下一步打算\n(一)抓党建。{_BODY}\n(二)促发展。{_BODY}\n",
        f"一、主要工作\n(一)抓党建。{_BODY}\n(二)全年完成投资12亿元。{_BODY}\n(三)惠民生。{_BODY}\n",
    ),
    about="同级标题编号跳了号或重了号，可能删过一节，也可能粘贴时多出一节。自动编号可能不在文字里。",
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each number that does not follow its neighbour's."""
    sections = by_id(analysis)
    for siblings in families(analysis).values():
        runs: dict[str, list[tuple[Section, int]]] = defaultdict(list)
        for section in siblings:
            mark = mark_of(section)
            if mark is None or mark.kind not in RANKED or mark.value == 0:
                continue
            if mark.kind == "1." and is_markdown(analysis, section, sections):
                continue  # nested lists of Markdown lose their indent in the outline
            runs[mark.kind].append((section, mark.value))
        for run in runs.values():
            yield from _of_run(analysis, run)


def _of_run(analysis: Analysis, run: list[tuple[Section, int]]) -> Iterator[Alarm]:
    left, was = run[0]
    for at, (right, now) in enumerate(run[1:], 1):
        coming = run[at + 1][1] if at + 1 < len(run) else None
        if now == was and (now != 1 or coming == was + 2 or len(run) == 2):
            if _stands(analysis, left, right, 1):
                left, was = right, now
                continue  # another list, whose first items are no headings
            yield _alarm(analysis, left, right, "repeated", now)
            if coming == was + 2:
                now += 1  # only this one was not renumbered
        elif now not in (1, was + 1) and coming == was + 2:
            yield _alarm(analysis, left, right, "wrong", was + 1)
            now = was + 1
        elif now > was + 1 and not any(
            _stands(analysis, left, right, value) for value in range(was + 1, min(now, was + 5))
        ):
            yield _alarm(analysis, left, right, "skipped", was + 1)
        left, was = right, now


def _stands(analysis: Analysis, left: Section, right: Section, value: int) -> bool:
    """Whether the missing mark stands between the two after all."""
    mark = mark_of(right)
    return mark is not None and mark_stands(analysis.body[left.body_start : right.start], mark.kind, value)


def _alarm(analysis: Analysis, left: Section, right: Section, kind: str, value: int) -> Alarm:
    number, before = right.number or "", left.number or ""
    if kind == "repeated":
        zh = f"编号“{number}”用了两次。请核对是否有一节编号未改，或粘贴时多出一节。"
        en = f"The number {number} is given twice. One of the two was not renumbered, or was pasted in."
    elif kind == "wrong":
        zh = f"“{before}”之后是“{number}”，应为第{value}项。请改正编号。"
        en = f"{number} follows {before}, where number {value} is due. Renumber it."
    else:
        zh = f"“{before}”之后是“{number}”，缺第{value}项。请核对是否漏了一节，或改正编号。"
        en = f"{number} follows {before}: {value} is missing. A section was lost, or a number is wrong."
    start, end = number_span(analysis, right)
    return Alarm(
        start,
        end,
        zh=zh,
        en=en,
        related=heading_place(left, f"“{before}”所在的标题", f"the heading of {before}"),
        evidence={"kind": kind, "value": value},
        caveat_zh="若标题是自动编号，文字里可能看不到。",
        caveat_en="Numbers made by the word processor may not be in the text.",
    )
