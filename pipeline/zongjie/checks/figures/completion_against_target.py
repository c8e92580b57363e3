"""NM17 · Said to be over-fulfilled, though the figure is below the target.

What it flags
    A target and what was done in one sentence, the second below the first, with 超额, 全面 or 提前完成.

Why it matters
    The words claim what the figures deny.

Flagged
    目标任务50个,完成48个,超额完成任务

Accepted
    目标任务50个,完成52个,超额完成任务 · 任务50个,已完成48个

Known misses
    Targets in another sentence or section.

Source
    checks.tsv NM17.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.figures.numerals import by_sentence, is_exact, written
from zongjie.document import Analysis
from zongjie.settings import Settings

_TARGET = re.compile(r"(?:目标|任务|计划)(?:任务|数|值)?(?:为|是|数为)?\s{0,2}$")
_DONE = re.compile(r"[、,，]\s{0,4}(?:全年|年内|已|实际|共|累计|现){0,2}(?:完成|实现|建成)\s{0,2}")
_CLAIM = re.compile(r"超额|全面完成|全部完成|提前完成|圆满完成")
_WITHIN = 24  # characters after the second figure in which the claim stands

CHECK = Check(
    code="NM17",
    name="completion-vs-target",
    title="完成情况与目标不符",
    severity="warning",
    flagged=(
        "甲山县住建局2024年工作总结\n一、主要工作\n老旧小区改造目标任务50个，完成⟦48个⟧，超额完成任务。\n",
    ),
    accepted=(
        "甲山县住建局2024年工作总结\n一、主要工作\n老旧小区改造目标任务50个，完成52个，超额完成任务。\n",
    ),
    about="完成数小于目标数，却说“超额完成”“全面完成”“提前完成”。越低越好的指标不在此列。",
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a claim."""
    for group in by_sentence(analysis):
        for target, done in pairwise(group):
            if target.unit != done.unit or not is_exact(target) or not is_exact(done):
                continue
            if not _TARGET.search(analysis.body, max(0, target.start - 10), target.start):
                continue
            if not _DONE.fullmatch(analysis.body, target.end, done.start):
                continue
            claim = _CLAIM.search(analysis.body, done.end, done.end + _WITHIN)
            if not claim or "。" in analysis.body[done.end : claim.start()]:
                continue
            if (done.value or 0) < (target.value or 0):
                yield Alarm(
                    start=done.start,
                    end=done.end,
                    zh=f"目标{written(analysis, target)}，完成{written(analysis, done)}，"
                    f"不能说“{claim[0]}”。",
                    en=f"The target was {written(analysis, target)}, {written(analysis, done)} were done: "
                    f"{claim[0]} does not hold.",
                    related=(
                        Side(target.start, target.end, "目标", "target"),
                        Side(claim.start(), claim.end(), "说法", "claim"),
                    ),
                    caveat_zh="越低越好的指标（如排放）不在此列。",
                    caveat_en="Where less is better (emissions) it may be right.",
                )
