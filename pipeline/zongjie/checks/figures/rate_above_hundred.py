"""NM09 · A rate above 100 %.

What it flags
    A rate that cannot exceed 100 % (满意率, 合格率, 办结率, 覆盖率, …) with a value above it.

Why it matters
    Either the figure or its base is wrong, and readers notice at once.

Flagged
    整改率108%

Accepted
    投资完成率108%, 预算执行率, 产销率, 毛入学率, 巩固率, 普及率, 覆盖率 (these can exceed 100 %: pupils
    move in, a household has two lines) · 提高110%

Known misses
    Rates that are not in the list.

Source
    checks.tsv NM09.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from zongjie.checks.base import Alarm, Check
from zongjie.document import Analysis
from zongjie.settings import Settings

_RATE = re.compile(
    r"""(?P<rate>(?:满意|合格|整改|办结|办复|答复|反馈|达标|优良|及格|破案|通过|出勤|参与|知晓|化解|调解成功
      |登记|评估|持证|建档|规范化处置|无害化处理|(?<!毛)入学) (?:率|度))
    (?: 达到 | 达 | 为 | 保持在 | 稳定在 | 提高到 | 提升到 | 提升至 | 提高至 | 上升到 | 是 )?$""",
    re.VERBOSE,
)
_WHOLE = Decimal(100)
_REACH = 12  # characters before the number in which its rate is named

CHECK = Check(
    code="NM09",
    name="rate-gt-100",
    title="比率超过100%",
    severity="warning",
    flagged=("甲山县信访局2024年工作总结\n一、主要工作\n问题⟦整改率达108%⟧，群众⟦满意率101.5%⟧。\n",),
    accepted=(
        "甲山县信访局2024年工作总结\n一、主要工作\n问题整改率100%，投资完成率达108%，群众满意率98%。\n",
    ),
    about=("满意率、合格率、办结率之类不可能超过100%的比率写成了100%以上。完成率、执行率可以超过，不报。"),
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place."""
    for one in analysis.quantities:
        if one.unit != "%" or one.value is None or one.value <= _WHOLE:
            continue
        found = _RATE.search(analysis.body, max(0, one.start - _REACH), one.start)
        if not found:
            continue
        yield Alarm(
            start=found.start(),
            end=one.end,
            zh=f"{found['rate']}为 {one.value}%，超过 100%，请核对数值和分母。",
            en=f"{found['rate']} is {one.value} %, above 100 %; check the figure and its base.",
            caveat_zh="个别指标口径允许超过 100%。",
            caveat_en="A few rates may exceed 100 % by the way they are counted.",
        )
