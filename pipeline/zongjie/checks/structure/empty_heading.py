"""ST08 · A heading with nothing under it.

What it flags
    A numbered heading on a line of its own, directly followed by a heading of its own level or
    above, where most of its siblings have a text.

Why it matters
    The section was announced and never written, or its text was lost in pasting.

Flagged
    (二)改善办学条件 directly before (三)…, between sections that have their paragraphs.

Accepted
    A list of lines (no sibling has a text); a heading with sub-headings; a sentence that is the
    whole item.

Known misses
    A section that holds only a phrase.

Source
    checks.tsv ST08.
"""

from bisect import bisect_left
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.structure.outline import RANKED, by_id, families, is_markdown, mark_of, own_text
from zongjie.comparing.marks import read_mark
from zongjie.document import Analysis, Section
from zongjie.settings import Settings

_BODY = "分期分批安排教师外出学习，回来后上汇报课、写心得，把好经验带到课堂上，教学面貌焕然一新。"

CHECK = Check(
    code="ST08",
    name="empty-heading",
    title="空标题",
    severity="error",
    flagged=(
        f"一、主要工作\n(一)提升教师素质\n{_BODY}\n⟦(二)改善办学条件⟧\n(三)丰富校园生活\n{_BODY}\n(四)守好安全底线\n{_BODY}\n",
    ),
    accepted=(
        f"一、主要工作\n(一)提升教师素质\n{_BODY}\n(二)改善办学条件\n{_BODY}\n(三)丰富校园生活\n{_BODY}\n",
        f"一、主要工作\n{_BODY}\n二、实事清单\n1.翻修操场\n2.更换门窗\n3.添置图书\n4.绿化校园\n",
    ),
    about="标题下面直接是同级或上一级的标题，没有正文。",
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each empty heading."""
    grouped, sections = families(analysis), by_id(analysis)
    for siblings in grouped.values():
        if len(siblings) < 3:
            continue
        sizes = [_size(analysis, one, grouped.get(one.id, [])) for one in siblings]
        empty = [one for one, size in zip(siblings, sizes, strict=True) if size == 0]
        written = sum(size >= 30 for size in sizes)
        if len(empty) == 1 and written == len(siblings) - 1:
            yield from _of(analysis, empty[0], sections)


def _size(analysis: Analysis, section: Section, children: list[Section]) -> int:
    """Characters under the heading, sub-sections included."""
    return section.end - section.body_start if children else len(own_text(analysis, section, []))


def _of(analysis: Analysis, section: Section, sections: dict[str, Section]) -> Iterator[Alarm]:
    mark = mark_of(section)
    if mark is None or mark.kind not in RANKED or section.heading_end is None or section.heading is None:
        return
    if is_markdown(analysis, section, sections):
        return
    rest = analysis.body[section.heading_end : section.end]
    if rest.lstrip("*")[:1] in "。.;；,，" and rest.strip():
        return  # a sentence that is the whole item
    below = read_mark(analysis.body, *_next_line(analysis, section.end))
    if below is not None and below.kind != mark.kind and below.value == 1:
        return  # its sub-sections are there, read as its siblings
    yield Alarm(
        section.start,
        section.heading_end,
        zh=f"标题“{section.heading}”下没有正文，同级各节都有。请补写，或删去这个标题。",
        en=f"There is no text under “{section.heading}”, while its siblings have one. "
        "Write it or drop the heading.",
        caveat_zh="若标题本身就是全部内容，则不缺。",
        caveat_en="Nothing is missing where the heading says it all.",
    )


def _next_line(analysis: Analysis, offset: int) -> tuple[int, int]:
    """The first paragraph from ``offset`` on, an empty one at the end if there is none."""
    at = bisect_left(analysis.outline.paragraphs, (offset, 0))
    end = len(analysis.body)
    return analysis.outline.paragraphs[at] if at < len(analysis.outline.paragraphs) else (end, end)
