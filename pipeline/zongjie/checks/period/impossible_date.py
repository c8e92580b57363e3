"""A date that no calendar has: 2月30日, 13月5日, 6月31日, 25时.

What it flags
    A month above twelve, a day that its month lacks (29 February by the year, where it is told
    right before), an hour above twenty-four.
Why it matters
    The date is wrong for sure, and whatever hangs on it cannot be found again.
Flagged
    「⟦2月30日⟧召开座谈会」
Accepted
    「2024年2月29日」「农历二月三十」「24时」
Known misses
    Days that exist but are wrong; dates whose digits were masked.
Source
    The Gregorian calendar; GB/T 7408 for the forms.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.looking import occurrences
from zongjie.checks.period.calendar_dates import day_exists
from zongjie.document import Analysis
from zongjie.lexicons.numerals import chinese_integer
from zongjie.settings import Settings

CHECK = Check(
    code="TM04",
    name="impossible-date",
    title="不存在日期",
    severity="error",
    flagged=(
        "甲山县水利局2023年工作总结\n一、主要工作\n⟦2月30日⟧召开座谈会3次。",
        "甲山县水利局2023年工作总结\n一、主要工作\n⟦2023年2月29日⟧通过验收，⟦六月三十一日⟧投入使用。",
    ),
    accepted=(
        "甲山县水利局2024年工作总结\n一、主要工作\n2024年2月29日通过验收，农历二月三十日祭祀，"
        "12月31日24时停止申报。",
    ),
    about="日历上没有的日期和钟点：13月、2月30日、25时。农历和比分不报。",
)
_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_DAY = re.compile(rf"月(?P<day>{_NUMBER})[日号](?![均报子常照本])")
_BEFORE = re.compile(
    rf"(?<![\d.．/一二三四五六七八九十历闰])(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>{_NUMBER})$"
)
_HOUR = re.compile(r"(?P<hour>\d{2})[时点](?=\d|[,，。;至起止前许])")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    body = analysis.body
    for found in _DAY.finditer(body):
        before = _BEFORE.search(body[max(0, found.start() - 9) : found.start()])
        if before is None:
            continue
        start = found.start() - len(before[0])
        month, day = _value(before["month"]), _value(found["day"])
        year = int(before["year"]) if before["year"] else None
        lunar = re.search(r"[历正腊闰]", body[max(0, start - 3) : start])
        if month is None or day is None or lunar or day_exists(year, month, day):
            continue
        yield _alarm(body, start, found.end(), "日历上没有这一天", "there is no such day")
    for at in occurrences(body, "日"):
        hour = _HOUR.match(body, at + 1)
        if hour and int(hour["hour"]) > 24:
            yield _alarm(body, *hour.span(), "一天没有这一时刻", "there is no such hour")


def _value(words: str) -> int | None:
    return int(words) if words.isdigit() else chinese_integer(words)


def _alarm(body: str, start: int, end: int, zh: str, en: str) -> Alarm:
    words = body[start:end]
    return Alarm(
        start,
        end,
        zh=f"“{words}”：{zh}，请核对日期。",
        en=f"“{words}”: {en}; check the date.",
    )
