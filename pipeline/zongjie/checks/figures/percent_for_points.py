"""NM05 · A difference of two percentages called per cent.

What it flags
    由60%提高到66%,提高6%: the difference is six percentage points (个百分点), the growth ten per cent.

Why it matters
    The two differ by a factor, and a reader who knows will doubt the rest.

Flagged
    由60%提高到66%,提高6%

Accepted
    由60%提高到66%,提高6个百分点 · 提高10%

Known misses
    Differences of rates whose base stands in another sentence.

Source
    checks.tsv NM05.
"""

from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.figures.growth import growths
from zongjie.checks.figures.numerals import half_unit, written
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="NM05",
    name="pct-vs-pp",
    title="百分点误作百分比",
    severity="error",
    flagged=("甲山县水利局2024年工作总结\n一、主要工作\n自来水普及率由60%提高到66%，提高⟦6%⟧。\n",),
    accepted=("甲山县水利局2024年工作总结\n一、主要工作\n自来水普及率由60%提高到66%，提高6个百分点。\n",),
    about=("两个百分数之差写成了“%”，应写“个百分点”。由60%提高到66%，是提高6个百分点，不是6%。"),
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a difference."""
    for growth in growths(analysis):
        if growth.told.unit != "%" or growth.base.unit != "%":
            continue
        slack = sum(float(half_unit(analysis, q)) for q in (growth.base, growth.level, growth.told)) / 10
        if abs(abs(growth.difference) - abs(float(growth.told.value or 0))) > slack + 0.01:
            continue
        told = written(analysis, growth.told)
        points = told.replace("%", "").replace("％", "") + "个百分点"
        yield Alarm(
            start=growth.told.start,
            end=growth.told.end,
            zh=f"两个百分数之差应写作“{points}”，不是“{told}”。",
            en=f"The difference of two percentages is {points}, not {told}.",
            related=(
                Side(growth.base.start, growth.base.end, "起点", "from"),
                Side(growth.level.start, growth.level.end, "终点", "to"),
            ),
            fix=points,
        )
