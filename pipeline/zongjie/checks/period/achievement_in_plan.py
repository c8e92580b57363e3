"""TM07 · A paragraph of achievements in the plan.

What it flags
    A paragraph of a plan section in which half of the sentences or more, two at least, look back
    by their own marks (了, 已建成, 同比增长5%).

Why it matters
    It was pasted from the report, and the plan lacks what it should say there.

Flagged
    三、下一步打算 with 完成了清淤12公里。组织了演练6次。 as a paragraph of its own.

Accepted
    One sentence on where things stand before the plan; figures without a mark of tense (新建学校12所).

Known misses
    Achievements without a mark of tense. It stays a preview: where the role of a section is misread,
    what it flags is right in its place.

Source
    checks.tsv TM07.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.period.tense import strays
from zongjie.document import Analysis
from zongjie.settings import Settings

_DONE = "完成了河道清淤12公里，整治隐患30处。组织了防汛演练6次，群众比较满意。"

CHECK = Check(
    code="TM07",
    name="achievement-in-plan",
    title="计划里写成绩",
    severity="note",
    preview=True,
    flagged=(
        f"甲山县水务局2024年工作总结\n一、主要成绩\n{_DONE}\n二、下一步打算\n要继续抓好值守，明确到岗到人。\n⟦{_DONE}⟧\n",
    ),
    accepted=(
        f"甲山县水务局2024年工作总结\n一、主要成绩\n{_DONE}\n二、下一步打算\n泵站已完成改造三座。"
        "要加快其余两座的进度，新建管网12公里。要组织防汛演练6次。\n",
    ),
    about="计划部分里有一段，多数句子说的是已经做了的事（了、已、同比增长）。先说一句现状再说打算的不报。",
)
_FIGURE = re.compile(r"(?<!第)\d[\d.]*[^年月日\d.]")
_ABOUT_THE_PLAN = re.compile(
    "机遇|形势|[开关][局键]之年|起草了|听取了?|预期|纲要|草案|建议》|党中央|全会[^。]{0,12}(?:作出|提出|明确)|总书记|意味着|标志着"
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a paragraph."""
    for stray in strays(analysis, "plan", "done"):
        words = analysis.body[stray.start : stray.end]
        if not _FIGURE.search(words) or _ABOUT_THE_PLAN.search(words):
            continue
        yield Alarm(
            stray.start,
            stray.end,
            zh=(
                f"这一段在计划部分，{stray.sentences}句里有{stray.marked}句说的是已经做了的事。"
                "请移到成绩部分，或改写成打算。"
            ),
            en=f"This paragraph stands in the plan, yet {stray.marked} of its {stray.sentences} sentences "
            "tell what was done. Move it to the achievements, or say what is planned.",
            evidence={"marked": stray.marked, "sentences": stray.sentences},
            caveat_zh="先说基础再提目标也是常见写法。",
            caveat_en="Telling where things stand before a target is common.",
        )
