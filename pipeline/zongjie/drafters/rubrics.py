"""The rubrics of a report's own plan: its headings, with the clauses promised under each.

A body keeps its rubrics from year to year; what stands under them changes. The draft takes them up
in the plan's own order, told with another verb, and carries what was promised there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.document import Analysis, Measure, Section, Theme
from zongjie.drafters.clauses import Clause, likely_clauses
from zongjie.drafters.deeds import read_deed
from zongjie.drafters.own_words import own_words
from zongjie.drafters.phrases import tagged

_LONGEST = 18  # characters of a heading
_LOOK = 12_000  # characters of a rubric that are read
_LEAST, _MOST = 2, 24  # rubrics that make a plan; that are taken up
_LEAST_HEADS = 3  # headings of its second level that make a plan to hold a draft beside
_LEAST_PLAN, _LEAST_PAST = 800, 1500  # characters of it, and before it
_FRAME = re.compile(
    r"总体|指导思想|基本原则|目标|形势|预期|要求$|思路$|原则$|总的|纲要|^(?:主要|重点)(?:任务|工作)$"
)
_SEVERAL_YEARS = re.compile(r"五”|五年|时期|规划|远景|届政府|任期")
_MARKS = re.compile(
    r"^[\s\d.、．（）()一二三四五六七八九十#*>-]{1,10}(?=[\u4e00-\u9fff“《])|[*#。:：；;\s]{1,6}$"
)


@dataclass(frozen=True, slots=True)
class Rubric:
    """A heading of the plan at ``[start, end)`` as told, what stands under it, its measures."""

    heading: str
    start: int
    end: int
    theme: Theme | None
    clauses: tuple[Clause, ...] = ()
    measures: tuple[Measure, ...] = ()


def own_rubrics(analysis: Analysis, turn: int = 0) -> tuple[Rubric, ...]:
    """The rubrics of the plan for the next period, in their order; none where the plan has no headings."""
    plans = [s for s in analysis.sections if s.role == "plan"]
    known = {s.id for s in plans}
    tops = [s for s in plans if s.parent not in known]
    near = {top.id for top in _next_only(tops)}
    headed: dict[str, Section] = {}
    for s in plans:
        if s.parent in near and s.heading and not _FRAME.search(s.heading):
            headed.setdefault(s.heading, s)
    found = [_rubric(s, analysis, turn) for s in list(headed.values())[:_MOST]]
    kept = [one for one in found if one is not None]
    return tuple(kept) if len(kept) >= _LEAST else ()


def plan_cut(whole: Analysis) -> tuple[int, list[Section]] | None:
    """Where a report's plan begins, and the headings of its second level that say something.

    None where there is no plan with three of them at the report's end.
    """
    plans = [s for s in whole.sections if s.role == "plan" and s.heading is not None]
    if not plans:
        return None
    top = min(s.level for s in plans)
    start = min(s.start for s in plans if s.level == top)
    before = any(s.start >= start and s.role == "achievement" for s in whole.sections)
    inner = [s for s in plans if s.level == top + 1 and s.start >= start and own_words(s.heading or "")]
    long = start >= _LEAST_PAST and len(whole.body) - start >= _LEAST_PLAN
    return (start, inner) if long and not before and len(inner) >= _LEAST_HEADS else None


def told_heading(heading: str, turn: int) -> str:
    """The heading in other words, or a part of it where it is long; "" where no part is short enough.

    >>> told_heading("全力推动经济稳定增长", 0)
    '促进经济稳定增长'
    """
    words = _MARKS.sub("", heading.strip()).strip()
    parts = [part for part in re.split(r"[，,；;。 \u3000]", words) if part]
    short = [part for part in parts if 3 <= len(part) <= _LONGEST and _balanced(part)]
    for part in short:
        deed = read_deed(part)
        if deed is not None and len(told := deed.told(turn)) <= _LONGEST:
            return told
    if len(words) <= _LONGEST and _balanced(words):
        return words
    verbal = [part for part in short if tagged(part)[:1] and tagged(part)[0][1][:1] in "vd"]
    return next(iter(verbal or short), "")


def _balanced(words: str) -> bool:
    return all(words.count(a) == words.count(b) for a, b in ("“”", "《》", "（）"))


def _next_only(tops: Sequence[Section]) -> list[Section]:
    """The plan of the next period without that of several years, where both are there."""
    near = [s for s in tops if not _SEVERAL_YEARS.search(s.heading or "")]
    return near or list(tops)


def _rubric(section: Section, analysis: Analysis, turn: int) -> Rubric | None:
    heading = told_heading(section.heading or "", turn)
    if not heading or section.heading_start is None or section.heading_end is None:
        return None
    end = min(section.end, section.body_start + _LOOK)
    clauses = likely_clauses(analysis.body, section.body_start, end)
    measures = tuple(m for m in analysis.measures if section.start <= m.start < section.end)
    return Rubric(heading, section.heading_start, section.heading_end, section.theme, clauses, measures)
