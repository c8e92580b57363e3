"""NM03 · A share or rate that does not follow from its two numbers.

What it flags
    Whole, part and percentage told in one sentence, where the part is not that share of the whole:
    收到120件,办结90件,办结率85%.

Why it matters
    The three stand side by side; whoever divides finds the slip.

Flagged
    收到提案120件,办结90件,办结率85%

Accepted
    收到120件,办结90件,办结率75% · a rate of another thing · approximate numbers

Known misses
    Shares whose whole stands in another sentence.

Source
    checks.tsv NM03 (tolerance: the last digit written).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.figures.numerals import by_sentence, half_unit, is_exact, plain, written
from zongjie.document import Analysis, Quantity
from zongjie.settings import Settings

_RATE = re.compile(
    r"[、,，(（]\s{0,4}(?P<deed>办结|办复|立案|整改|完成|化解|合格|销号|采纳|处置|签约|开工|投产|达标|调解成功)率"
    r"(?:为|达到|达|是)?\s{0,2}"
)
_SHARE = re.compile(r"[、,，(（]\s{0,4}(?:占比|占总数的|占全部的|占总量的|占)(?:为|达到|达)?\s{0,2}")
_STEP = re.compile(r"[、,，][^。;；,，、]{0,12}")
_SLACK = 0.06  # of a percentage point

CHECK = Check(
    code="NM03",
    name="share-mismatch",
    title="占比与数值不符",
    severity="error",
    flagged=("甲山县政务服务局2024年工作总结\n一、主要工作\n收到提案120件，办结90件，办结率⟦85%⟧。\n",),
    accepted=(
        "甲山县政务服务局2024年工作总结\n一、主要工作\n收到提案120件，办结90件，办结率75%。群众满意率99%。\n",
    ),
    about=(
        "同一句里给了总数、部分和百分比，三者对不上。按末位四舍五入和概数放宽；口径不同（如含上期结转"
        "）时可能没错。"
    ),
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a percentage."""
    for group in by_sentence(analysis):
        for whole, part, percent in zip(group, group[1:], group[2:], strict=False):
            if _belong(analysis, whole, part, percent) and (alarm := _alarm(analysis, whole, part, percent)):
                yield alarm


def _belong(analysis: Analysis, whole: Quantity, part: Quantity, percent: Quantity) -> bool:
    if percent.unit != "%" or whole.unit != part.unit or whole.unit in (None, "%", "百分点"):
        return False
    if not all(map(is_exact, (whole, part, percent))) or not (whole.value or 0) > (part.value or 0) > 0:
        return False
    between = analysis.body[whole.end : part.start]
    if not _STEP.fullmatch(between):
        return False
    rate = _RATE.fullmatch(analysis.body, part.end, percent.start)
    if rate:
        return rate["deed"] in between and f"未{rate['deed']}" not in between
    return between.lstrip("、,， ").startswith("其中") and bool(
        _SHARE.fullmatch(analysis.body, part.end, percent.start)
    )


def _alarm(analysis: Analysis, whole: Quantity, part: Quantity, percent: Quantity) -> Alarm | None:
    high, low = float(whole.value or 1), float(part.value or 0)
    slack, part_slack = float(half_unit(analysis, whole)), float(half_unit(analysis, part))
    least = (low - part_slack) / (high + slack) * 100
    most = (low + part_slack) / max(high - slack, 1e-9) * 100
    told, rounding = float(percent.value or 0), float(half_unit(analysis, percent)) + _SLACK
    if least - rounding <= told <= most + rounding:
        return None
    share = (part.value or Decimal(0)) / (whole.value or Decimal(1)) * 100
    both = f"{written(analysis, part)}÷{written(analysis, whole)}"
    return Alarm(
        start=percent.start,
        end=percent.end,
        zh=f"{both}应为 {plain(share)}%，文中写作 {written(analysis, percent)}，请核对。",
        en=f"{both} is {plain(share)} %, the text says {written(analysis, percent)}.",
        related=(Side(whole.start, whole.end, "总数", "whole"), Side(part.start, part.end, "部分", "part")),
        evidence={"computed": plain(share), "told": str(percent.value)},
        caveat_zh="如含上期结转或口径不同，请注明。",
        caveat_en="Cases carried over from the last period may explain it.",
    )
