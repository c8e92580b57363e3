"""A date and its weekday do not agree: 2025年5月1日(星期一).

What it flags
    A full date with a weekday in brackets that the calendar gives to another day.
Why it matters
    One of the two is wrong: people come on the wrong day, or the date was taken over.
Flagged
    「⟦2025年5月1日(星期一)⟧」, a Thursday
Accepted
    「2025年5月1日(星期四)」
Known misses
    Weekdays without a year before them.
Source
    The Gregorian calendar.
"""

import re
from collections.abc import Iterator
from datetime import date

from zongjie.checks.base import Alarm, Check
from zongjie.checks.period.calendar_dates import day_exists
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="TM09",
    name="weekday-mismatch",
    title="星期不符",
    severity="warning",
    flagged=("甲山县水务局2025年工作总结\n一、主要工作\n⟦2025年5月1日(星期一)⟧召开座谈会3次。",),
    accepted=("甲山县水务局2025年工作总结\n一、主要工作\n2025年5月1日(星期四)召开座谈会3次。",),
    about="日期后面括号里的星期与日历不符。",
)
_DAYS = "一二三四五六日"
_DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s?[(（]?(?:星期|周|"
    r"礼拜)(?P<weekday>[一二三四五六日天])[)）]?(?!刊|报|末)"
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    for found in _DATE.finditer(analysis.body):
        year, month, day = (int(found.group(name)) for name in ("year", "month", "day"))
        if not day_exists(year, month, day):
            continue
        right = _DAYS[date(year, month, day).weekday()]
        if right == found.group("weekday").replace("天", "日"):
            continue
        yield Alarm(
            found.start(),
            found.end(),
            zh=f"{year}年{month}月{day}日是星期{right}，与所写不符，请核对日期或星期。",
            en=f"{year}-{month:02}-{day:02} is not that weekday (星期{right}); check both.",
            evidence={"weekday": right},
        )
