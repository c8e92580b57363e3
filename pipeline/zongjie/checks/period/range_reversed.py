"""A span of time that ends before it begins: 2025年6月至3月.

What it flags
    Two years, or two months of one year, joined by 至, 到 or a dash, the later one first.
Why it matters
    One of the two is wrong, or a year is missing (去年11月至今年3月).
Flagged
    「⟦2025年6月至3月⟧」
Accepted
    「2024年11月至次年3月」「11月至3月」 (a winter), 「2025年3月至6月」
Known misses
    Spans of days; spans whose ends stand in different clauses.
Source
    The calendar.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.looking import matches_about, places_of
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="TM08",
    name="range-reversed",
    title="起止颠倒",
    severity="error",
    flagged=(
        "甲山县水务局2025年工作总结\n一、主要工作\n⟦2025年6月至3月⟧完成清淤3公里。",
        "甲山县水务局2025年工作总结\n一、主要工作\n⟦2025年至2023年⟧累计投资3亿元。",
    ),
    accepted=(
        "甲山县水务局2025年工作总结\n一、主要工作\n2024年11月至次年3月供水3万吨，2023年至2025年投资3亿元，"
        "2025年3月至6月清淤3公里。",
    ),
    about="起止颠倒：“2025年6月至3月”。跨年的写法不报。",
)
_JOIN = r"\s?(?:至|到|—{1,2}|－|–|-|~|～)\s?"
_MONTHS = re.compile(
    rf"(?P<year>(?:19|20)\d\d)年(?P<first>1[0-2]|[1-9])月(?:份|\d{{1,2}}日)?{_JOIN}(?P<last>1[0-2]|"
    rf"[1-9])月(?!\d)"
)
_YEARS = re.compile(rf"(?<!\d)(?P<first>(?:19|20)\d\d)年?{_JOIN}(?P<last>(?:19|20)\d\d)年")
_JOINS, _ENDS = "至到—－–-~～", frozenset("月日份年0123456789 \u3000\t—")
_BACK = 12  # characters of the first end of a span
_WINTER = 9  # from this month on, a span may run over the new year without saying so


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    body = analysis.body
    joins = [at for at in places_of(body, _JOINS) if body[at - 1 : at] in _ENDS]
    for pattern in (_MONTHS, _YEARS):
        for found in matches_about(pattern, body, joins, _BACK):
            first, last = int(found.group("first")), int(found.group("last"))
            if last >= first or (pattern is _MONTHS and first >= _WINTER and last <= 5):
                continue
            yield Alarm(
                found.start(),
                found.end(),
                zh=f"起止时间颠倒：“{found.group()}”的终点早于起点，请核对。",
                en=f"“{found.group()}” ends before it begins; check both ends.",
                evidence={"first": first, "last": last},
            )
