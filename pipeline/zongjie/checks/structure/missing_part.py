"""ST12 · A part that the title promises and the report lacks.

What it flags
    A title with 和…计划 (打算, 安排, 思路) on a report that has no plan.

Why it matters
    The title is a promise: whoever opens the paper for the plan finds none.

Flagged
    …工作总结和下半年工作计划 on a report that ends with its achievements.

Accepted
    A report with a plan under any heading; a title that promises none.

Known misses
    A plan of one sentence.

Source
    checks.tsv ST12.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.document import Analysis
from zongjie.settings import Settings

_BODY = "共修订制度六项，开展夜查八次，发现的隐患当场整改完毕，全站运行平稳。站里还完善了交接班台账。"

CHECK = Check(
    code="ST12",
    name="missing-part",
    title="缺部分",
    severity="warning",
    flagged=(f"城东泵站上半年工作总结⟦和下半年工作计划⟧\n\n一、制度建设\n{_BODY}\n二、安全管理\n{_BODY}\n",),
    accepted=(
        f"城东泵站上半年工作总结和下半年工作计划\n\n一、制度建设\n{_BODY}\n二、下半年工作计划\n要把汛期值守抓在手上。\n",
        f"城东泵站上半年工作总结\n\n一、制度建设\n{_BODY}\n二、安全管理\n{_BODY}\n",
    ),
    about="标题写了“和……计划”，正文没有计划部分。",
)

_PROMISE = re.compile(
    r"[和及与暨、]{1,2}(?:[^和及与暨、]{0,14}?)(?:计划|打算|安排|思路|谋划|工作要点)[^一-鿿]{0,3}$"
)
_PLAN_CUE = re.compile(
    r"下一步|下步|下阶段|下一阶段|下半年|明年|来年|今后|接下来|工作打算|工作计划|工作思路|工作安排|努力方向|新的一年|[要将]继续"
)
_LEAST = 60  # characters of body: less is a fragment


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """At most one alarm, at the promise in the title."""
    title = analysis.outline.title
    if title is None or analysis.profile.kind == "plan":
        return
    promise = _PROMISE.search(analysis.body[slice(*title)])
    if promise is None or "总结" not in analysis.body[title[0] : title[0] + promise.start()]:
        return
    body = analysis.body[title[1] :]
    if len(body.strip()) < _LEAST or _PLAN_CUE.search(body):
        return
    if analysis.measures or any(one.role == "plan" for one in analysis.sections):
        return
    yield Alarm(
        title[0] + promise.start(),
        title[0] + promise.end(),
        zh="题目说有计划，正文里没有计划部分。请补写计划，或改题目。",
        en="The title promises a plan and the report has none. Write it, or change the title.",
        caveat_zh="计划可能另有附件。",
        caveat_en="The plan may be a paper of its own.",
    )
