"""Where a number stands: clause, sentence, quotation, section; found by walking once forward."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from zongjie.document import Analysis, Role, Section
from zongjie.extractors.quantities.tables import Tables

_BLANKS = r"(?<=[\u3000 ])[\u3000 ]+"
_STOP = re.compile(
    rf"[，。；;！!？?\n,:：\u3000 ](?:(?<=[，。；;！!？?\n])|(?<=[,:：])(?!(?<=\d.)\d)|{_BLANKS})"
)
_FULL_STOP = re.compile(rf"[。！!？?\n\u3000 ](?:(?<=[。！!？?\n])|{_BLANKS})")
_QUOTE = re.compile(
    '“[^“”\n]{1,24}”|‘[^‘’\n]{1,24}’|「[^「」\n]{1,24}」|"[^"\n]{1,24}"|《[^《》\n]{1,60}》|〈[^〈〉\n]{1,40}〉'
)
_PLAN_HEAD = re.compile(
    r"下一步|下步|下一阶段|今后|明年|来年|未来[三五几]年|工作(?:计划|打算|安排|思路|设想)|下半年.{0,8}(?:计划|打算|安排|任务|重点)|预期目标|目标任务|努力方向"
)
_YEAR_HEAD = re.compile(r"((?:19|20)\d\d)年")
_PAST_HEAD = re.compile(
    "回顾|工作总结|(?:开展|完成|执行|工作|进展|落实|履职)情况|取得的?.{0,6}(?:成绩|成效|成就|进展)|(?:发展|历史性|工作|五年|一年)(?:成就|成效|成绩)|主要(?:成效|成绩|做法)|工作成效"
)
_TO_COME = re.compile("推动|确保|力争|努力|争取|更大|继续|进一步|更好")
_PROBLEM_HEAD = re.compile(
    "存在.{0,8}(?:问题|困难|不足|短板)|(?:问题|困难|不足)[和与及、].{0,6}(?:问题|困难|不足|挑战|差距)|^.{0,6}(?:问题|不足)$"
)
_GLOSSARY_HEAD = re.compile(
    r"^[^\w\n]{0,4}(?:附件?[一二三1-9]?[ ：:]?|《政府工作报告》|部分|相关|有关|主要|内容){0,3}"
    r"(?:(?:名词|用语|术语|词语|工作和)[^。，\n]{0,6}(?:解释|注释|注解|释义|说明|解析|解读)|注释|注解|释义|名词解释)"
    r"[^\w\n]{0,4}$|名词(?:解释|注释)",
    re.MULTILINE,
)
_LOOKED_AT = 600
_FEW = 3
_TOLD = ("achievement", "plan")
_DONE_WORDS = re.compile(
    r"(?<![为除不罢])了|已|累计|获批|获评|荣获|入选|居全|位居|取得|成功|显著|连续|不断|较20|比20|提前|建成投|投运|落成|新增|我们"
)
_COMING_WORDS = re.compile(
    r"(?<![主重需必只首摘])要(?![素点闻求案])|将|力争|争取|确保|到20[2-9][0-9]年|推动|推进|构建|完善|健全|打造|培育|加强|坚持|加快|提升|实施|支持|深化"
)


class Place:
    """The surroundings of one number; ``clause`` and ``sentence`` are half-open spans."""

    __slots__ = (
        "clause", "column", "glossary", "plain", "quote", "role", "section", "sentence", "year", "year_at",
    )  # fmt: skip

    def __init__(self) -> None:
        self.clause = (0, 0)
        self.sentence = (0, 0)
        self.quote: tuple[int, int] | None = None
        self.section: str | None = None
        self.role: Role = "other"
        self.plain = False
        self.glossary = False
        self.column: str | None = None
        self.year: int | None = None
        self.year_at = 0


class Walker:
    """Answers ``at(start, end)`` for places asked for in reading order, in linear time."""

    def __init__(self, analysis: Analysis) -> None:
        self.body = analysis.body
        self._stops = [found.end() - 1 for found in _STOP.finditer(self.body)]
        self._stops.append(len(self.body))
        self._full_stops = [found.end() - 1 for found in _FULL_STOP.finditer(self.body)]
        self._stop = self._full_stop = 0
        self._quotes = _spans(_QUOTE, self.body)
        self._quote = next(self._quotes)
        self._sections = analysis.sections
        self._plain, self._roles = section_roles(analysis.sections, report_years(analysis), analysis.body)
        self._section = -1
        self._glossary = glossary_start(analysis)
        tables = Tables(self.body)
        self._column = tables.column if tables else None

    def at(self, start: int, end: int, place: Place) -> None:
        """Fill ``place`` for the expression in ``[start, end)``."""
        stops, full_stops = self._stops, self._full_stops
        self._stop = stop = bisect_left(stops, start, self._stop)
        self._full_stop = full = bisect_left(full_stops, start, self._full_stop)
        last = stops[stop]
        if last < end:  # stops inside the expression (1,050) do not count
            last = stops[bisect_left(stops, end, stop)]
        place.clause = (stops[stop - 1] + 1 if stop else 0, last)
        place.sentence = (full_stops[full - 1] + 1 if full else 0, last)
        while self._quote[1] <= start:
            self._quote = next(self._quotes)
        place.glossary = start >= self._glossary
        if self._column is not None:
            place.column = self._column(start, end)
        inside = self._quote[0] < start
        place.quote = self._quote if inside else None
        sections = self._sections
        while self._section + 1 < len(sections) and sections[self._section + 1].start <= start:
            self._section += 1
        if self._section >= 0 and start < sections[self._section].end:
            place.section = sections[self._section].id
            place.role, place.plain = self._roles[self._section], self._plain[self._section]
        else:
            place.section, place.role, place.plain = None, "other", False


def glossary_start(analysis: Analysis) -> int:
    """Where the list of terms explained (名词解释) begins that ends a report, else past its end."""
    body = analysis.body
    headed = (s for s in analysis.sections if s.heading and _GLOSSARY_HEAD.search(s.heading))
    return next((s.start for s in headed if s.start > len(body) // 3), len(body) + 1)


def section_roles(
    sections: tuple[Section, ...], period: tuple[date, date] | None = None, body: str = ""
) -> tuple[list[bool], list[Role]]:
    """Of each section, whether its role is said plainly, and the role.

    A heading that says it plainly (工作回顾, 下一步打算, 存在的问题),
    its own or that of a section around it, goes before the classifier's word."""
    roles: list[Role] = []
    sure: list[bool] = []
    plain: dict[str, Role | None] = {}
    by_id: dict[str, Role] = {}
    mixed: set[str] = set()
    for section in sections:
        above = plain.get(section.parent) if section.parent is not None else None
        said = plain_role(section.heading or "", period)
        if said is None and above is not None and above != section.role and section.role in _TOLD:
            opening = body[section.start : min(section.end, section.start + _LOOKED_AT)]
            if _by_words(opening, sure=True) == section.role:
                above = None  # the outline lost a heading between the two
        said = said or above
        role = said or section.role
        if role == "other" and section.parent is not None:
            role = by_id.get(section.parent, "other")
        if said is None and (section.parent in mixed or _is_mixed(section.heading or "")):
            mixed.add(section.id)
            opening = body[section.start : min(section.end, section.start + _LOOKED_AT)]
            role = (_by_words(opening) or role) if section.parent in mixed else "other"
        plain[section.id], by_id[section.id] = said, role
        roles.append(role)
        sure.append(said is not None)
    return sure, roles


def plain_role(heading: str, period: tuple[date, date] | None = None) -> Role | None:
    """The role that a heading states beyond doubt.

    >>> plain_role("工作开展情况"), plain_role("下一步工作打算"), plain_role("专题协商")
    ('achievement', 'plan', None)
    >>> plain_role("五年成效和今后五年目标任务") is None  # both
    True
    """
    plan, past = _PLAN_HEAD.search(heading), _PAST_HEAD.search(heading)
    if plan and past:
        return None  # “十三五”工作回顾和“十四五”目标任务
    if plan:
        return "plan"
    if _PROBLEM_HEAD.search(heading) and not re.search("解决|整治|破解|治理|纠正|查处|整改", heading):
        return "problem"
    if past:
        return None if _TO_COME.search(heading) else "achievement"  # 推动乡村振兴取得更大进展
    year = _YEAR_HEAD.search(heading) if period is not None else None
    if year is None or period is None or _YEAR_HEAD.search(heading, year.end()):
        return None
    return "plan" if int(year[1]) > period[1].year else "achievement"


def _is_mixed(heading: str) -> bool:
    return bool(_PLAN_HEAD.search(heading) and _PAST_HEAD.search(heading))


def _by_words(body: str, sure: bool = False) -> Role | None:
    """Under a heading that speaks of both: plan or achievement by the words of the passage."""
    done, coming = len(_DONE_WORDS.findall(body)), len(_COMING_WORDS.findall(body))
    if sure and (done and coming < 5 * done) and (done < 4 or done < 2 * coming):
        return None
    if done + coming < _FEW:
        return None
    return "achievement" if 2 * done > coming else "plan"  # plans heap up verbs


def report_years(analysis: Analysis) -> tuple[date, date] | None:
    """First and last day that the report tells of, if the identity card knows them."""
    period = analysis.profile.period
    return None if period is None else (period.start, period.end)


def _spans(pattern: re.Pattern[str], body: str) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(body):
        yield found.span()
    while True:
        yield (len(body) + 1, len(body) + 2)
