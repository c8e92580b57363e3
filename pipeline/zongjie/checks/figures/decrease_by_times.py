"""NM06 · A decrease told in times (倍).

What it flags
    下降, 减少, 降低, 缩短 and the like by N 倍.

Why it matters
    A thing can lose at most the whole of itself, one time; what is meant (to a half? by two
    thirds?) cannot be told.

Flagged
    事故起数下降2倍

Accepted
    缩小到2.3倍 (a level: the ratio of two incomes) · 下降50%

Known misses
    Decreases of which the verb stands in another clause.

Source
    checks.tsv NM06.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.figures.numerals import NUMERAL
from zongjie.document import Analysis
from zongjie.settings import Settings

_DECREASE = re.compile(
    rf"""(?:下降|减少|降低|缩短|缩减|压缩|下跌|回落) (?:了)? (?:近|约|超过|超|逾|达)?
    (?:{NUMERAL}|[一二两三四五六七八九十半]{{1,3}}) (?:余|多)? 倍""",
    re.VERBOSE,
)

CHECK = Check(
    code="NM06",
    name="decrease-by-times",
    title="用倍数表减少",
    severity="warning",
    flagged=("甲山县应急局2024年工作总结\n一、主要工作\n全县事故起数⟦下降2倍⟧。\n",),
    accepted=(
        "甲山县应急局2024年工作总结\n一、主要工作\n事故起数下降50%，城乡收入比缩小到2.3倍，投入增长2倍。\n",
    ),
    about="下降、减少、降低用了“倍”。最多只能减少到零，“下降2倍”说不清是降到几分之几。",
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place."""
    for found in _DECREASE.finditer(analysis.body):
        yield Alarm(
            start=found.start(),
            end=found.end(),
            zh="减少不能用“倍”表示（最多减到零），请改用百分数或分数，如“下降50%”“减少三分之二”。",
            en="A decrease cannot be told in times (倍); write a percentage or a fraction.",
        )
