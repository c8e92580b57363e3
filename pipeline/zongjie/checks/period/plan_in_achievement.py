"""TM06 · A paragraph of plans among the achievements.

What it flags
    A paragraph of an achievement section in which half of the sentences or more, two at least,
    look ahead by their own marks (将, 拟, 力争, 下一步, 增长5%左右).

Why it matters
    The reader counts it as done; or it was pasted from a plan and never brought up to date.

Flagged
    二、主要成绩 with 下一步，将完善值守制度。力争年底前建成监控平台。 as a paragraph of its own.

Accepted
    One sentence of outlook at the end of a paragraph; bare verbs (加快推进……), which both parts use.

Known misses
    Plans without a mark of tense. It stays a preview: on the archive all that it flagged was right
    in its place (lessons, outlooks, sections whose role was misread).

Source
    checks.tsv TM06.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.period.tense import Stray, strays
from zongjie.document import Analysis
from zongjie.settings import Settings

_DONE = "完成了河道清淤12公里，整治隐患30处。组织了防汛演练6次，群众比较满意。"
_COMING = "⟦下一步，将完善值守制度，明确到岗到人。力争年底前建成监控平台，实现全天候值守。⟧"

CHECK = Check(
    code="TM06",
    name="plan-in-achievement",
    title="成绩里写计划",
    severity="warning",
    preview=True,
    flagged=(
        f"甲山县水务局2024年工作总结\n一、主要成绩\n{_DONE}\n{_COMING}\n二、下一步打算\n将继续抓好值守。\n",
    ),
    accepted=(
        f"甲山县水务局2024年工作总结\n一、主要成绩\n{_DONE}\n加快推进泵站改造。{_DONE}力争年底前投用。\n"
        "二、下一步打算\n将完善值守制度。力争年底前建成监控平台。\n",
    ),
    about="成绩部分里有一段，多数句子说的是将来（将、拟、力争、下一步）。句尾带一句展望的不报。",
)
_PROBLEMS = re.compile("体会|经验|正视|问题|困难|不足|差距|短板|挑战")
_NO_PLAN = re.compile(
    "深感|体会|主要任务|日起，|预计|初步统计|初步核算|我们将(?:正视|切实|认真|倍加|高度|以.{1,12}态度|千方百计|再接再厉)"
)
_BEFORE = 120  # characters before the paragraph that may say what it answers


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a paragraph."""
    for stray in strays(analysis, "achievement", "to_come"):
        if not _looks_beyond(analysis, stray):
            yield Alarm(
                stray.start,
                stray.end,
                zh=(
                    f"这一段在讲成绩的部分，{stray.sentences}句里有{stray.marked}句说的是将来。"
                    "请移到计划部分，或写明完成情况。"
                ),
                en=f"This paragraph stands among the achievements, yet {stray.marked} of its "
                f"{stray.sentences} sentences look ahead. Move it to the plan, or say what was done.",
                evidence={"marked": stray.marked, "sentences": stray.sentences},
                caveat_zh="若这一段本来就是承上启下的展望，可以保留。",
                caveat_en="It may stand as an outlook that leads over to the plan.",
            )


def _looks_beyond(analysis: Analysis, stray: Stray) -> bool:
    """Whether it answers the problems told just before, or tells an estimate."""
    body, start = analysis.body, stray.start
    return (
        _PROBLEMS.search(body, max(0, start - _BEFORE), start) is not None
        or _NO_PLAN.search(body, start, stray.end) is not None
    )
