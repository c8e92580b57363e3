"""The days that a figure is about, from the words of its period and the report's own."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from zongjie.document import Period

_YEAR = re.compile(r"((?:19|20)\d\d)年")
_PLAN = re.compile(r"十([一二三四五六])?五")
_MONTHS = re.compile(r"(1?\d)(?:[—\-至到](1?\d))?月")
_FIVE_YEARS = {None: 2001, "一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "两": 2, "五": 5, "十": 10}
_QUARTER = re.compile(r"(前)?([一二三四1-4])季度")
_RUN = re.compile(r"([两三四五])年")


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, both ends included."""

    start: date
    end: date

    @property
    def years(self) -> int:
        return self.end.year - self.start.year + 1


def days_of(label: str | None, own: Days | None) -> Days | None:
    """The days that ``label`` (2023年上半年, “十四五”期间, 五年来) names; None where it names none.

    ``own`` are the days of the report: 五年来 ends with them.

    >>> days_of("2023年上半年", None).end.isoformat()
    '2023-06-30'
    >>> days_of("五年来", year(2021)).start.year
    2017
    """
    if not label:
        return None
    if found := _YEAR.search(label):
        return _part(int(found[1]), label[found.end() :])
    if found := _PLAN.search(label):
        first = _FIVE_YEARS[found[1]]
        return Days(date(first + 4 if label.endswith("末") else first, 1, 1), date(first + 4, 12, 31))
    if own is None:
        return None
    if found := _RUN.search(label):
        return last_years(own, _DIGITS[found[1]])
    return _part(own.end.year, label) if _MONTHS.search(label) else None


def year(number: int) -> Days:
    """A whole year."""
    return Days(date(number, 1, 1), date(number, 12, 31))


def last_years(own: Days, count: int) -> Days:
    """The ``count`` years that end with ``own``."""
    return Days(date(own.end.year - count + 1, 1, 1), own.end)


def own_days(period: Period | None) -> Days | None:
    """The days of the report; a report of several years keeps them all."""
    return None if period is None else Days(period.start, period.end)


def last_year_of(own: Days) -> Days:
    """The report's own year: the last one of a report of several."""
    return own if own.years == 1 else year(own.end.year)


def following(own: Days) -> Days:
    """What the plan is for: the next year, or the other half of the year."""
    if own.end.month == 12:
        return year(own.end.year + 1)
    return Days(date(own.end.year, own.end.month + 1, 1), date(own.end.year, 12, 31))


def _part(number: int, rest: str) -> Days:
    if rest.startswith("上半年"):
        return Days(date(number, 1, 1), date(number, 6, 30))
    if rest.startswith("下半年"):
        return Days(date(number, 7, 1), date(number, 12, 31))
    if found := _QUARTER.search(rest):
        last = _DIGITS[found[2]] * 3
        first = 1 if found[1] else last - 2
        return Days(date(number, first, 1), date(number, last, monthrange(number, last)[1]))
    if found := _MONTHS.search(rest):
        first, last = int(found[1]), int(found[2] or found[1])
        if 1 <= first <= last <= 12:
            return Days(date(number, first, 1), date(number, last, monthrange(number, last)[1]))
    return year(number)
