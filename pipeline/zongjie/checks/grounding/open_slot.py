"""GR06 · The draft still has slots that only a person can fill.

What it flags
    The product's own slots 【待填：…】 and doubts 【核对：…】: one note a document, with their number.

Why it matters
    A draft leaves them on purpose, so that no figure is invented; a finished text has none.

Flagged
    培训委员【待填：期数】，由办公室牵头。

Accepted
    【重点工作】 as a heading; 【待定】 is RS06's matter.

Known misses
    Gaps that a writer leaves in other ways (blanks, ××) are RS01's.

Source
    checks.tsv GR06.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="GR06",
    name="open-slot",
    title="未填空位",
    severity="note",
    flagged=(
        "甲山县司法局2025年工作计划\n一、重点任务\n培训调解员⟦【待填：期数，上年6期】⟧，走访企业【待填：家数】。\n",
        "甲山县司法局2025年工作计划\n一、重点任务\n以全会部署为坐标⟦【核对：请确认本级】⟧推进普法。\n",
    ),
    accepted=("甲山县司法局2025年工作计划\n一、重点任务\n【普法宣传】组织宣讲，办好法治夜校。\n",),
    about="本工具起草时留下的【待填：…】和【核对：…】。全篇一条，给出个数；定稿前应全部补上。",
)

_SLOT = re.compile(r"【(?:待填|核对)[：:][^【】\n]{0,60}】")
_SHOWN = 20


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One note, at the first slot; the others are related."""
    slots = [match.span() for match in _SLOT.finditer(analysis.body)]
    if not slots:
        return
    yield Alarm(
        *slots[0],
        zh=f"还有{len(slots)}处空位待填写或核对。补上内容后删去【】。",
        en=f"{len(slots)} slots are still open. Fill them in and take the brackets out.",
        related=tuple(Side(start, end, "另一处空位", "another slot") for start, end in slots[1:_SHOWN]),
        evidence={"count": len(slots)},
    )
