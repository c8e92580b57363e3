"""PU06 · A hyphen that stands for "to" between two numbers.

What it flags
    2023-2025年, 3-5次: a hyphen where a dash (—) or a tilde (～) belongs. One finding a document.

Why it matters
    The hyphen joins (PM2.5-监测站, 12345-6); ranges take a dash or a tilde.

Flagged
    2023-2025年 · 每年3-5次

Accepted
    2023—2025年, 3～5次; dates (2025-06-01), telephone and document numbers, codes.

Known misses
    Ranges without a unit.

Source
    GB/T 15834—2011 (connectors); checks.tsv PU06. Most offices write the hyphen all the same: preview.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.residue.places import one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="PU06",
    name="range-connector",
    title="连接号",
    severity="note",
    flagged=("甲山县卫健局2024年工作总结\n制定⟦2023-2025⟧年规划，每季度巡诊3-5次。\n",),
    accepted=(
        "甲山县卫健局2024年工作总结\n制定2023—2025年规划，巡诊3～5次，2024-06-01启用0123-456789热线，评为A-3级。\n",
    ),
    preview=True,
    about="数值、年份的起止用了短横线，应当用一字线或浪纹线。编号、电话、日期里的不算。全篇一条。",
)

_SIGN = re.compile(r"-\d")  # cheap: clean text is not searched further
_RANGE = re.compile(
    r"(?<![\d\-A-Za-z.])\d{1,4}(?:\.\d{1,2})?[%％]?-\d{1,4}(?:\.\d{1,2})?(?=年|次|个|月|名|人|天|项|家|%|％|公里|万|亿|岁|期)"
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a document."""
    if not _SIGN.search(analysis.body):
        return
    places = [match.span() for match in _RANGE.finditer(analysis.body)]
    if places:
        words = analysis.body[slice(*places[0])]
        yield one_alarm(
            places,
            "数值、时间的起止用一字线“—”或浪纹线“～”，这里用了短横线，共 {count} 处。",
            "A range takes — or ～; here it has a hyphen, {count} in all.",
            fix=words.replace("-", "—"),
        )
