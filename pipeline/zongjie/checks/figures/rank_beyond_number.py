"""NM10 · A rank that is lower than the number of those ranked.

What it flags
    居全市9个县区第11位: nobody can be eleventh of nine.

Why it matters
    One of the two numbers is wrong, and rank is what the sentence boasts of.

Flagged
    在全市9个县区中排名第11位

Accepted
    在全市9个县区中排名第3位

Known misses
    One metric with two ranks in one report (other months, other scopes make it hard to be sure).

Source
    checks.tsv NM10.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.document import Analysis
from zongjie.settings import Settings

_RANK = re.compile(
    r"""全(?:省|市|国|县|区) (?P<all>[0-9０-９]{1,3}) 个
    (?:市州|县市区|县市|县区|市县|省区市|省份|城市|区县|市|县|区|乡镇|镇街|镇)
    (?:中|里)? (?:综合)? (?:排名|位居|位列|名列|排|居|列)? (?:全省|全市)?
    第 (?P<rank>[0-9０-９]{1,3}) (?:位|名)?""",
    re.VERBOSE,
)

CHECK = Check(
    code="NM10",
    name="rank-conflict",
    title="名次超过总数",
    severity="error",
    flagged=("甲山县统计局2024年工作总结\n一、主要工作\n主要指标增速在⟦全市9个县区中排名第11位⟧。\n",),
    accepted=("甲山县统计局2024年工作总结\n一、主要工作\n主要指标增速在全市9个县区中排名第3位。\n",),
    about="“居全市9个县区第11位”：名次比总数还大。",
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place."""
    for found in _RANK.finditer(analysis.body):
        ranked, rank = int(found["all"]), int(found["rank"])
        if rank <= ranked:
            continue
        yield Alarm(
            start=found.start(),
            end=found.end(),
            zh=f"一共 {ranked} 个，却排第 {rank}，请核对名次或总数。",
            en=f"Of {ranked} nobody can be number {rank}; check the rank or the number.",
            evidence={"ranked": ranked, "rank": rank},
        )
