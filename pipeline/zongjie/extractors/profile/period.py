"""For which period the report is: from its title, else from how it looks back."""

import re
from calendar import monthrange
from collections import Counter
from datetime import date, timedelta

from zongjie.document import Analysis, BodyKind, Evidence, Period
from zongjie.extractors.profile.head import YEAR, Head, month_number, year_number

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_S = r"[ 　\t]{0,2}"
_SCHOOL_YEAR = re.compile(
    rf"({YEAR}){_S}(?:年)?{_S}(?:[-—－–~～至到]{{1,2}}){_S}({YEAR}){_S}学?年度?{_S}(?:学年)?{_S}(?:第?([一二12上下])学期)?"
)
_YEARS = re.compile(rf"({YEAR}){_S}年?{_S}(?:[-—－–~～至到]{{1,2}}){_S}({YEAR}){_S}年")
_PART = re.compile(
    rf"""({YEAR}){_S}年?度?{_S}
    (?: (?P<half>[上下])半年 | (?P<halfyear>半年) | 第?(?P<quarter>[一二三四1234])季度 | (?P<three>前三季度)
      | (?P<from>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}){_S}月?份?{_S}[-—－–~～至到]{{1,2}}
        {_S}(?P<to>\d{{1,2}}|[一二三四五六七八九十]{{1,3}}){_S}月
      | (?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,3}}){_S}月(?:份|(?!\s{{0,2}}\d{{1,2}}\s{{0,2}}日)) )""",
    re.VERBOSE,
)
_YEAR_ONLY = re.compile(rf"({YEAR}){_S}(?:年|(?=工作))")
_PAST_YEAR = re.compile(rf"(?<![到至])({YEAR}){_S}年(?!.{{0,4}}前|远景|末|底)")
_BARE_PART = re.compile(r"(?P<half>[上下])半年|第?(?P<quarter>[一二三四])季度|(?P<month>\d{1,2})月份?")
# How a report that is given to an assembly looks back.
_LOOKS_BACK = re.compile(
    rf"""(?: 过去 | 本届政府 | 近 | 本届人大 ) (?:的|这)? (?P<run>[三四五]) 年 (?! 规划 | 计划 | 行动 )
      | (?:^|(?<=[。、\n*#　\ ])) (?P<runs>[四五]) 年 (?: 来 [,，] |
          (?:来)? (?:的)? (?:政府)? 工作 (?:的)? (?:主要)? (?: 总结 | 回顾 ) )
      | [“"]? (?P<plan> 十[一二三四五]?五 | [七八九]五 ) [”"]? (?:时期|期间) (?: 发展 | 经济 | 工作 | 的 |
          是 | 和 | 暨 | 成就 | 回顾 )
      | (?P<year>{YEAR}) {_S} 年 {_S} (?:以来)? (?:的)? (?: 国民经济 | 主要 | 政府 | 重点 |
          全[省市县区州国] )? (?:和社会发展)? (?:主要)?
        (?: 工作 | 经济社会发展 | 经济和社会发展 | 计划 ) (?:的)? (?: 完成 | 执行 | 任务 | 主要 |
            简要 ){{0,2}} (?:情况)? (?:的)? (?: 回顾 | 总结 | 情况 )
      | (?: 过去 | 刚刚过去 ) (?:的)? (?P<named>{YEAR}) {_S} 年
      | (?P<past> (?: 过去 | 刚刚过去 ) (?:的)? 一年 | 去年 (?:的)? (?:政府)? 工作 )
      | (?<![到至自从]) (?P<was>{YEAR}) {_S} 年 {_S} [,，]?
        (?: 是 | 面对 | 全[省市县区州国] | 我[们省市县区州国] | [省市县区州]政府 | 在 | 极不 | 很不 |
            殊为 )""",
    re.VERBOSE | re.MULTILINE,
)
_PLANNED = re.compile(
    rf"({YEAR}){_S}年(?:的)?(?:政府|重点|主要){{0,2}}工作(?:的)?(?:建议|安排|任务|重点|总体要求|目标|部署|"
    rf"打算)"
)
_PLAN_ENDS = {
    "七五": 1990, "八五": 1995, "九五": 2000, "十五": 2005, "十一五": 2010, "十二五": 2015,
    "十三五": 2020, "十四五": 2025, "十五五": 2030,
}  # fmt: skip
_ISSUED = re.compile(rf"({YEAR}){_S}年{_S}(\d{{1,2}}){_S}月{_S}0?[1-3]{_S}日")
_WEEK = re.compile(r"((?:19|20)\d{2})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)")
_DELIVERED: frozenset[BodyKind] = frozenset(
    {"government", "congress", "consultative", "court", "procuratorate"}
)
# A party congress is told of five years, up to the one it meets in.
_PARTY_CONGRESS = re.compile(
    r"(?:中国共产党|党的)[\u4e00-\u9fff]{0,10}?第[一二三四五六七八九十]{1,3}次(?:全国)?代表大会"
)
_SINCE = re.compile(rf"({YEAR}){_S}年[^。\n]{{0,24}}至今(?:已经|已)?有?([三四五])年")
_SIGNED = re.compile(rf"({YEAR}){_S}年{_S}(\d{{1,2}}|[一二三四五六七八九十]{{1,3}}){_S}月")


def read_period(analysis: Analysis, head: Head, kind: BodyKind) -> tuple[Period | None, tuple[Evidence, ...]]:
    """The period told of, and where that stands. None if neither title nor text tells a year."""
    body = analysis.body
    if head.title:
        found = _explicit(body, *head.title)
        if found and not (head.meeting and kind in _DELIVERED and found[1][1] - found[1][0] <= 10):
            return _told(*found)
    if kind == "department" and (term := _term(body, head)):
        return _told(*term)
    if head.meeting or head.speaks_for or kind in _DELIVERED:
        found = _looked_back(body, head)
        if found:
            return _told(*found)
    if head.title and (issued := _ISSUED.search(body, *head.title)):
        return _told(_month_before(year_number(issued.group(1)), int(issued.group(2))), issued.span())
    if head.title and (week := _week(body, *head.title)):
        return _told(*week)
    if head.title:
        year = _YEAR_ONLY.search(body, *head.title)
        if year:
            return _told(_year(year_number(year.group(1))), year.span())
    found = _from_bare_title(body, head) or _from_opening(body)
    return _told(*found) if found else (None, ())


def _told(period: Period, span: tuple[int, int]) -> tuple[Period, tuple[Evidence, ...]]:
    return period, (Evidence("period", *span, period.label),)


def _explicit(body: str, start: int, end: int) -> tuple[Period, tuple[int, int]] | None:
    """A school year, a part of a year or a run of years, named in full."""
    school = _SCHOOL_YEAR.search(body, start, end)
    if school and "学" in school.group():
        return _school_year(school), school.span()
    part = _PART.search(body, start, end)
    if part:
        period = _part(year_number(part.group(1)), part)
        return (period, part.span()) if period else None
    years = _YEARS.search(body, start, end)
    if years:
        first, last = year_number(years.group(1)), year_number(years.group(2))
        if first < last < first + 20:
            return Period(date(first, 1, 1), date(last, 12, 31), f"{first}—{last}年"), years.span()
    return None


def _week(body: str, start: int, end: int) -> tuple[Period, tuple[int, int]] | None:
    """The seven days up to the date in the title of a weekly (项目进展 2020/04/13)."""
    found = _WEEK.search(body, start, end + 6)
    try:
        last = date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    if found is None or last is None:
        return None
    label = f"{last.year}年{last.month}月{last.day}日止一周"
    return Period(last - timedelta(days=6), last, label), found.span()


def _school_year(found: re.Match[str]) -> Period:
    first, last = year_number(found.group(1)), year_number(found.group(2))
    term = found.group(3)
    if term is None:
        return Period(date(first, 9, 1), date(last, 8, 31), f"{first}—{last}学年")
    if term in "一1上":
        return Period(date(first, 9, 1), date(last, 1, 31), f"{first}—{last}学年第一学期")
    return Period(date(last, 2, 1), date(last, 8, 31), f"{first}—{last}学年第二学期")


def _part(year: int, found: re.Match[str]) -> Period | None:
    groups = found.groupdict()
    if groups.get("half") or groups.get("halfyear"):
        first, last, name = (7, 12, "下半年") if groups.get("half") == "下" else (1, 6, "上半年")
    elif groups.get("quarter"):
        number = _QUARTERS[groups["quarter"]]
        first, last, name = 3 * number - 2, 3 * number, f"{'一二三四'[number - 1]}季度"
    elif groups.get("three"):
        first, last, name = 1, 9, "前三季度"
    elif groups.get("from"):
        one, other = month_number(groups["from"]), month_number(groups["to"])
        if not one or not other or one > other:
            return None
        first, last, name = one, other, f"{one}—{other}月"
    else:
        month = month_number(groups["month"])
        if not month:
            return None
        first, last, name = month, month, f"{month}月"
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), f"{year}年{name}")


def _month_before(year: int, month: int) -> Period:
    """What an issue dated on the first days of a month tells of: the month before."""
    year, month = (year - 1, 12) if month <= 1 else (year, min(month, 13) - 1)
    last = monthrange(year, month)[1]
    return Period(date(year, month, 1), date(year, month, last), f"{year}年{month}月")


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), f"{year}年")


def _looked_back(body: str, head: Head) -> tuple[Period, tuple[int, int]] | None:
    """The year (or five years) that a report given to an assembly looks back on."""
    if since := _SINCE.search(body, 0, 1500):  # 上次会议在一九七七年…至今已经五年
        first = year_number(since.group(1)) + 1
        last = first + "三四五".index(since.group(2)) + 2
        return Period(date(first, 1, 1), date(last, 12, 31), f"{first}—{last}年"), since.span()
    given = head.delivered
    last_year = _year_before(given) if given else _year_planned_from(body)
    start = head.meeting[1] if head.meeting else 0
    for found in _LOOKS_BACK.finditer(body, start, start + 6000):
        named = found.group("year") or found.group("named") or found.group("was")
        if named:
            year = year_number(named)
            if given and not given.year - 2 <= year <= given.year:
                continue
            if given and year == given.year and given.month < 11:
                continue
            return _year(year), found.span()
        run = found.group("run") or found.group("runs")
        plan = found.group("plan")
        if plan and last_year and _PLAN_ENDS.get(plan) == last_year:
            opens = re.compile(rf"^[^\n]{{0,12}}{last_year}年", re.MULTILINE).search(body, found.end(), 8000)
            if opens:
                return _year(last_year), (opens.end() - 5, opens.end())
            run = "五"
        elif plan:
            continue
        if last_year and run:
            beside = _year_beside(body, found, last_year)
            if beside:
                return _year(last_year), beside
            first = last_year - "三四五".index(run) - 2
            return Period(date(first, 1, 1), date(last_year, 12, 31), f"{first}—{last_year}年"), found.span()
        if last_year and found.group("past"):
            return _year(last_year), found.span()
    if last_year and head.delivered_at:
        return _year(last_year), head.delivered_at
    return None


def _term(body: str, head: Head) -> tuple[Period, tuple[int, int]] | None:
    """The five years that a commission tells a party congress of, from the year in its heading."""
    start, end = head.title or (0, 0)
    year = _YEAR_ONLY.search(body, start, end + 300)
    if year is None or not _PARTY_CONGRESS.search(body, start, end + 300):
        return None
    last = year_number(year.group(1))
    return Period(date(last - 5, 1, 1), date(last, 12, 31), f"{last - 5}—{last}年"), year.span()


def _year_before(given: date) -> int:
    """The year that a report given on this day tells of: one given in November tells of its own."""
    return given.year if given.month >= 11 else given.year - 1


def _year_planned_from(body: str) -> int | None:
    """The year before the one that is planned for, else the last year that is named often."""
    planned = _PLANNED.search(body)
    if planned:
        return year_number(planned.group(1)) - 1
    years = Counter(year_number(m.group(1)) for m in _PAST_YEAR.finditer(body, 0, 6000))
    often = max(years.values(), default=0) / 3
    last = max((year for year, count in years.items() if count > often), default=None)
    if last is not None and years[last + 5] > 1:
        return last + 5  # the year before five years is named oftener than their last: 比2017年提高
    return last


def _year_beside(body: str, found: re.Match[str], year: int) -> tuple[int, int] | None:
    """The last year in the line that names a run of years: 过去五年和2021年工作回顾."""
    start = body.rfind("\n", max(0, found.start() - 60), found.start()) + 1 or found.start()
    stop = body.find("\n", found.end())
    line = (start, min(found.end() + 30, stop if stop >= 0 else len(body)))
    beside = re.compile(f"{year}年(?!.{{0,3}}(?:提高|增加|增长))").search(body, *line)
    return beside.span() if beside else None


def _from_bare_title(body: str, head: Head) -> tuple[Period, tuple[int, int]] | None:
    """上半年工作总结 without a year: the year of the signature, else of the opening."""
    if not head.title:
        return None
    part = _BARE_PART.search(body, *head.title)
    tail = list(_SIGNED.finditer(body, max(head.title[1], len(body.rstrip()) - 120)))
    year = year_number(tail[-1].group(1)) if tail else None
    if part:
        if year is None:
            opening = _YEAR_ONLY.search(body, head.title[1], head.title[1] + 800)
            year = year_number(opening.group(1)) if opening else None
        period = _part(year, part) if year else None
        return (period, part.span()) if period else None
    if tail and year is not None:
        month = month_number(tail[-1].group(2)) or 12
        return _year(year - 1 if month <= 3 else year), tail[-1].span()
    return None


def _from_opening(body: str) -> tuple[Period, tuple[int, int]] | None:
    found = _YEAR_ONLY.search(body, 0, 1200)
    return (_year(year_number(found.group(1))), found.span()) if found else None
