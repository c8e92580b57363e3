"""NM01 · One metric with two values.

What it flags
    One clause at two places of a report, up to its number the same to the letter, with two values
    of which one may be a slip for the other: one digit differs, or two changed places
    (培训电商人才320人次 … 302人次).

Why it matters
    One of the two is a slip, and a reader who noticed both will believe neither.

Flagged
    培训电商实用人才320人次 …… 培训电商实用人才302人次

Accepted
    Values of other periods (2023年…, 五年…), parts and wholes (其中, 累计, 分别), targets, rounded
    and approximate numbers, places with other words before the number.

Known misses
    One metric in two wordings; values that no slip explains (in official reports these are other
    scopes: parks, the bodies of a place); headline statistics (生产总值, 投资, 收入), which are told
    of several bodies and again as targets; numbers whose object stands behind them only.

Source
    checks.tsv NM01: organisation, metric, period and unit must agree. Here the organisation is the
    report's, the metric the words of the clause to the letter, the period every word of time in the
    sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.figures.numerals import is_exact, written
from zongjie.document import Analysis, Quantity
from zongjie.settings import Settings

CHECK = Check(
    code="NM01",
    name="metric-conflict",
    title="同指标不同值",
    severity="warning",
    flagged=(
        "甲山县人社局2024年工作总结\n一、主要工作\n（一）稳就业。培训电商实用人才⟦320人次⟧，开发公益岗位45个。\n"
        "（二）提技能。建成实训基地3个，培训电商实用人才302人次，带动增收。\n",
    ),
    accepted=(
        "甲山县人社局2024年工作总结\n一、主要工作\n（一）稳就业。培训电商实用人才320人次。其中女性202人次。\n"
        "（二）提技能。累计培训电商实用人才302人次，2023年培训电商实用人才310人次，培训焊工301人次。\n",
    ),
    about=(
        "同样的话、同样的单位，前后两处的数只差一个数字，或有两个数字换了位。期间、范围（其中、累计、分别）"
        "不同的不报；目标数、概数和生产总值之类的统计指标不报。"
    ),
)

_METRIC = re.compile(r"(?:^|[，。；\n])(?P<words>[\u4e00-\u9fff“”A-Za-z/]{5,24})$")
_LINK = re.compile(r"(?:达到|达|为|是|有|实现|完成|增加到|提高到|上升到|共|了){0,2}$")
_TIME = re.compile(
    r"(?:19|20)\d\d年|[去上前今本明][年月]|同期|\d{1,2}月|季度|[上下]半年|全年|每年|年均|[五四三十]年|“?十[一二三四五]五”?|时期|以来"
    r"|预计|目前|截至|期末|年初|年底|年末|到\d{4}"
)
_SCOPE = re.compile(
    r"其中|分别|累计|各|平均|人均|每|占|全[国省市县区州]|城[镇乡市]|农村|目标|力争|计划|第[一二三]"
)
# statistics are told of the place, then of its parks and counties, then as targets
_STATISTIC = re.compile("生产总值|投资|收入|总额|增加值|零售|能耗|存款|贷款|人口|失业|物价|消费价格")
_NUMERAL = re.compile(r"[0-9.]{1,12}")
_LEAST, _LONGEST = 7, 26  # characters of the words before the number
_TAIL = 2  # characters before a number by which two are first compared
_APART = 30  # characters between the two places at least
_CLAUSE = 40  # characters before a number in which its scope is told


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a metric, at its first value."""
    told: dict[tuple[str, str], list[Quantity]] = {}
    for one in _alike(analysis):
        words = _words(analysis, one)
        if words is not None:
            told.setdefault((words, one.unit or ""), []).append(one)
    for (words, _), those in told.items():
        values = {one.value for one in those}
        if len(values) != 2:
            continue
        first = those[0]
        other = next(one for one in those if one.value != first.value)
        if _clash(analysis, first, other):
            yield _alarm(analysis, words, first, other)


def _alike(analysis: Analysis) -> Iterator[Quantity]:
    """Exact figures of achievements, in order, with the same two characters before them as before another."""
    body = analysis.body
    groups: dict[tuple[str, str], list[Quantity]] = {}
    for one in analysis.quantities:
        if one.kind == "achievement" and one.unit and one.part_of is None and is_exact(one):
            groups.setdefault((body[one.start - _TAIL : one.start], one.unit), []).append(one)
    alike = [one for group in groups.values() if len(group) > 1 for one in group]
    return iter(sorted(alike, key=lambda one: one.start))


def _words(analysis: Analysis, one: Quantity) -> str | None:
    """The whole clause up to the number, without verbs of being and reaching; None in a plan."""
    section = analysis.section_at(one.start)
    if section is None or section.role not in ("opening", "achievement"):
        return None
    found = _METRIC.search(analysis.body, max(0, one.start - _LONGEST), one.start)
    words = _LINK.sub("", found["words"]) if found else ""
    if len(words) < _LEAST or _TIME.search(words) or _STATISTIC.search(words):
        return None
    return words


def _clash(analysis: Analysis, first: Quantity, other: Quantity) -> bool:
    if other.start - first.start < _APART or (first.change is None) != (other.change is None):
        return False
    return _slip(analysis, first, other) and _scope(analysis, first) == _scope(analysis, other)


def _slip(analysis: Analysis, first: Quantity, other: Quantity) -> bool:
    """Whether one number may be the other with a digit mistyped, or with two digits that changed places."""
    here, there = (_NUMERAL.match(written(analysis, one)) for one in (first, other))
    if not here or not there or len(here[0]) != len(there[0]) or len(here[0]) < 2:
        return False
    wrong = [at for at, (a, b) in enumerate(zip(here[0], there[0], strict=True)) if a != b]
    if len(wrong) == 1:
        return len(here[0]) > 2
    return len(wrong) == 2 and sorted(here[0]) == sorted(there[0])


def _scope(analysis: Analysis, one: Quantity) -> tuple[frozenset[str], frozenset[str]]:
    """The words of time in the sentence up to the number, and those of scope near it."""
    sentences = analysis.outline.sentences
    at = bisect_right(sentences, one.start, key=lambda span: span[0]) - 1
    start = sentences[at][0] if at >= 0 else 0
    times = _TIME.findall(analysis.body, start, one.start)
    scopes = _SCOPE.findall(analysis.body, max(start, one.start - _CLAUSE), one.start)
    return frozenset(times), frozenset(scopes)


def _alarm(analysis: Analysis, words: str, first: Quantity, other: Quantity) -> Alarm:
    here, there = written(analysis, first), written(analysis, other)
    return Alarm(
        start=first.start,
        end=first.end,
        zh=f"“{words}”这里是{here}，另一处是{there}，请核对是否同一项。",
        en=f"“{words}” is {here} here and {there} elsewhere; check whether they are one matter.",
        related=(Side(other.start, other.end, "另一处", "the other place"),),
        evidence={"metric": words, "values": (str(first.value), str(other.value))},
        caveat_zh="统计口径、时点不同时可能都对，请注明。",
        caveat_en="Both may be right where scope or date differ; then say so.",
    )
