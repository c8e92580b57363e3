"""Where a number stands: clause, sentence, quotation, section; found by walking once forward."""

import re
from collections.abc import Iterator
from datetime import date

from zongjie.document import Analysis, Role, Section

_STOP = re.compile("[，,。；;：:！!？?\n]|[\u3000 ]{2,}")
_QUOTE = re.compile(
    "“[^“”\n]{1,24}”|‘[^‘’\n]{1,24}’|「[^「」\n]{1,24}」|\"[^\"\n]{1,24}\"|《[^《》\n]{1,60}》|〈[^〈〉\n]{1,40}〉"
)
_PLAN_HEAD = re.compile(
    "下一步|下步|下阶段|计划|打算|今后|思路|展望|明年|下半年|来年|任务|目标|安排|部署|重点工作|建议|总体要求|预期|规划"
)
_PAST_HEAD = re.compile("回顾|总结|成效|成绩|成就|完成|开展情况|工作情况|进展|取得|主要工作|做法|亮点|存在|情况")
_PROBLEM_HEAD = re.compile("问题|困难|不足|短板|差距|薄弱")
_PLAN_LEAD = re.compile("预期目标|主要目标|目标是|总体要求|工作任务|任务是|重点抓好|下一步|今后")


class Place:
    """The surroundings of one number; ``clause`` and ``sentence`` are half-open spans."""

    __slots__ = ("clause", "paragraph", "quote", "role", "section", "sentence")

    def __init__(self) -> None:
        self.clause = (0, 0)
        self.sentence = (0, 0)
        self.paragraph = 0
        self.quote: tuple[int, int] | None = None
        self.section: str | None = None
        self.role: Role = "other"


class Walker:
    """Answers ``at(start, end)`` for places asked for in reading order, in linear time."""

    def __init__(self, analysis: Analysis) -> None:
        self.body = analysis.body
        self._stops = _stops(self.body)
        self._stop = next(self._stops)
        self._clause_start = self._sentence_start = self._paragraph = 0
        self._quotes = _spans(_QUOTE, self.body)
        self._quote = next(self._quotes)
        self._sections = analysis.sections
        self._roles = section_roles(analysis.sections)
        self._ends = _innermost_ends(analysis.sections)
        self._section = -1
        self._ahead: list[tuple[int, str]] = []

    def at(self, start: int, end: int, place: Place) -> None:
        """Fill ``place`` for the expression in ``[start, end)``."""
        while self._stop[0] < start:
            position, sign = self._stop
            self._clause_start = position + 1
            if sign not in "，,：:":
                self._sentence_start = position + 1
                if sign == "\n":
                    self._paragraph = position + 1
            self._stop = self._ahead_pop()
        last = self._next_stop(end)
        place.clause = (self._clause_start, last)
        place.sentence = (self._sentence_start, last)
        place.paragraph = self._paragraph
        while self._quote[1] <= start:
            self._quote = next(self._quotes)
        inside = self._quote[0] < start
        place.quote = self._quote if inside else None
        sections = self._sections
        while self._section + 1 < len(sections) and sections[self._section + 1].start <= start:
            self._section += 1
        if self._section >= 0 and start < self._ends[self._section]:
            place.section = sections[self._section].id
            place.role = self._roles[self._section]
        else:
            place.section, place.role = None, "other"

    def _ahead_pop(self) -> tuple[int, str]:
        return self._ahead.pop(0) if self._ahead else next(self._stops)

    def _next_stop(self, end: int) -> int:
        """The first stop at or after ``end``: those inside the expression (1,050) do not count."""
        if self._stop[0] >= end:
            return self._stop[0]
        for position, _ in self._ahead:
            if position >= end:
                return position
        while True:
            stop = next(self._stops)
            self._ahead.append(stop)
            if stop[0] >= end:
                return stop[0]


def section_roles(sections: tuple[Section, ...]) -> list[Role]:
    """The role of each section; where the classifier says other, told by heading or parent."""
    roles: list[Role] = []
    by_id: dict[str, Role] = {}
    for section in sections:
        role = section.role
        if role == "other":
            role = _by_heading(section.heading or "")
            if role == "other" and section.parent is not None:
                role = by_id.get(section.parent, "other")
        by_id[section.id] = role
        roles.append(role)
    return roles


def _by_heading(heading: str) -> Role:
    if _PROBLEM_HEAD.search(heading) and not _PLAN_HEAD.search(heading):
        return "problem"
    if _PAST_HEAD.search(heading) and not re.search("下一步|打算|计划", heading):
        return "achievement"
    return "plan" if _PLAN_HEAD.search(heading) else "other"


def report_years(analysis: Analysis) -> tuple[date, date] | None:
    """First and last day that the report tells of, if the identity card knows them."""
    period = analysis.profile.period
    return None if period is None else (period.start, period.end)


def _innermost_ends(sections: tuple[Section, ...]) -> list[int]:
    return [section.end for section in sections]


def _stops(body: str) -> Iterator[tuple[int, str]]:
    """Stops in order. A comma between digits is part of a number; a run of blanks opens a paragraph."""
    for found in _STOP.finditer(body):
        at, sign = found.start(), found.group()
        if sign[0] in "\u3000 ":
            yield found.end() - 1, "\n"
        elif sign in ",:：" and body[at - 1 : at].isdigit() and body[at + 1 : at + 2].isdigit():
            continue
        else:
            yield at, sign
    while True:
        yield len(body), "\n"


def _spans(pattern: re.Pattern[str], body: str) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(body):
        yield found.span()
    while True:
        yield (len(body) + 1, len(body) + 2)
