"""NM13 · The first number of a range has lost its % or its 万, 亿.

What it flags
    15~30% for 15%~30%, 9—16亿元 for 9亿—16亿元. One finding a document, with the count.

Why it matters
    9—16亿元 can be read as nine yuan to 1.6 thousand million; the standard asks for the unit on
    both sides where it can be misread.

Flagged
    增长15~30%

Accepted
    15%~30% · 2021—2025年 · 3—5家

Known misses
    Ranges with 至 and 到, and ranges of other units.

Source
    GB/T 15835—2011, ranges of numbers; checks.tsv NM13.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.figures.numerals import NUMERAL
from zongjie.checks.looking import matches_about, places_of
from zongjie.checks.residue.places import one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

_CONNECTORS = "~～—–-"
_BACK = 19  # characters of the numeral before the connector
_RANGE = re.compile(
    rf"(?<![0-9０-９A-Za-z.．/:：\-—~～第])(?P<low>{NUMERAL})[~～—–\-]{{1,2}}{NUMERAL}(?P<unit>[%％]|万|亿)"
)

CHECK = Check(
    code="NM13",
    name="range-unit-omitted",
    title="区间省略单位",
    severity="warning",
    flagged=("甲山县发改局2024年工作总结\n一、主要工作\n用电量增长⟦15~30%⟧，带动投资9—16亿元。\n",),
    accepted=("甲山县发改局2024年工作总结\n一、主要工作\n用电量增长15%~30%,2021—2025年每年新增3—5家。\n",),
    about="数值区间的前一个数省了单位：“15~30%”“9—16亿元”，可能读成两种意思。全篇一条。",
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for the document, at the first place."""
    places = list(_ranges(analysis.body))
    if not places:
        return
    first = places[0]
    whole = first["low"] + first["unit"]
    yield one_alarm(
        [one.span() for one in places],
        f"数值区间的前一个数省略了“{first['unit']}”（全文 {{count}} 处），宜写作“{whole}”起。",
        f"The first number of a range lacks its {first['unit']} ({{count}} places); write {whole}.",
        caveat=("不致误解时部分单位允许省略。", "Some house styles allow it where nothing can be misread."),
    )


def _ranges(body: str) -> Iterator[re.Match[str]]:
    """The ranges of ``body``: looked for where a connector stands behind a digit."""
    behind = [at for at in places_of(body, _CONNECTORS) if body[at - 1 : at].isdecimal()]
    return matches_about(_RANGE, body, behind, _BACK)
