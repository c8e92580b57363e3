"""NM04 · A growth that does not follow from its two numbers.

What it flags
    由A增至B,增长X% where (B - A) / A is not X %, 增长X倍 where it is not X (often B / A is: 增长到
    three times is 增长 by two), and 由A%提高到B%,提高X个百分点 where B - A is not X.

Why it matters
    Three numbers in one sentence of which one must be wrong.

Flagged
    由200万元增至260万元,增长25%

Accepted
    由200万元增至260万元,增长30% · 年均增长 · values at comparable prices (生产总值, 增加值, 可比)

Known misses
    Growth told in another sentence; approximate numbers.

Source
    checks.tsv NM04 (tolerance: the last digit written of all three).
"""

from collections.abc import Iterator
from decimal import Decimal

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.figures.growth import Growth, growths, percent_range
from zongjie.checks.figures.numerals import half_unit, plain, written
from zongjie.document import Analysis
from zongjie.settings import Settings

_SLACK = 0.06  # of a percentage point
_TIMES_SLACK = 0.5  # of one time: many cut off where they should round
_ABOUT = "多余左以上"  # behind 倍: the figure is not exact

CHECK = Check(
    code="NM04",
    name="growth-mismatch",
    title="增幅与数值不符",
    severity="error",
    flagged=(
        "甲山县商务局2024年工作总结\n一、主要工作\n网上零售额由200万元增至260万元，增长⟦25%⟧。"
        "订单由20万件增加到60万件，增长⟦3倍⟧。\n",
    ),
    accepted=(
        "甲山县商务局2024年工作总结\n一、主要工作\n"
        "网上零售额由200万元增至260万元，增长30%。覆盖率由60%提高到66%，提高6个百分点。"
        "订单由20万件增加到65万件，增长2倍多。\n",
    ),
    about=("“由A增至B，增长X%”里，用A和B算不出X%；百分点同理。可比口径、可比价格计算的要在文中注明。"),
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a growth."""
    for growth in growths(analysis):
        if growth.told.unit == "%" and growth.base.unit != "%":
            right = _percent_holds(analysis, growth)
            computed = f"{plain(Decimal(abs(growth.percent)))}%"
        elif growth.told.unit == "百分点" and growth.base.unit == "%":
            right = _points_hold(analysis, growth)
            computed = f"{plain(Decimal(abs(growth.difference)))}个百分点"
        elif growth.told.unit == "倍" and growth.base.unit != "%":
            right = _times_hold(analysis, growth)
            computed = f"{plain(Decimal(abs(growth.percent)) / 100)}倍"
        else:
            continue
        if right:
            continue
        told = written(analysis, growth.told)
        both = f"由{written(analysis, growth.base)}到{written(analysis, growth.level)}"
        yield Alarm(
            start=growth.told.start,
            end=growth.told.end,
            zh=f"{both}，变化应为 {computed}，文中写作{told}，请核对。",
            en=f"From {written(analysis, growth.base)} to {written(analysis, growth.level)} the change is "
            f"{computed}; the text says {told}.",
            related=(
                Side(growth.base.start, growth.base.end, "起点", "from"),
                Side(growth.level.start, growth.level.end, "终点", "to"),
            ),
            evidence={"computed": computed, "told": told},
            caveat_zh="如按可比口径或可比价格计算，请注明。",
            caveat_en="It may be right at comparable prices or by another scope; then say so.",
        )


def _percent_holds(analysis: Analysis, growth: Growth) -> bool:
    least, most = percent_range(analysis, growth)
    told = float(growth.told.value or 0)
    rounding = float(half_unit(analysis, growth.told)) + _SLACK
    return any(low - rounding <= told <= high + rounding for low, high in ((least, most), (-most, -least)))


def _times_hold(analysis: Analysis, growth: Growth) -> bool:
    if analysis.body[growth.told.end : growth.told.end + 1] in _ABOUT:
        return True
    least, most = percent_range(analysis, growth)
    told = float(growth.told.value or 0)
    return least / 100 - _TIMES_SLACK <= told <= most / 100 + _TIMES_SLACK


def _points_hold(analysis: Analysis, growth: Growth) -> bool:
    slack = sum(float(half_unit(analysis, q)) for q in (growth.base, growth.level, growth.told))
    return abs(abs(growth.difference) - abs(float(growth.told.value or 0))) <= slack + _SLACK
