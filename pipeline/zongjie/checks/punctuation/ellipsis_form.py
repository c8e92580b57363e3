"""PU05 · An ellipsis made of the wrong marks.

What it flags
    ... or 。。。 after Chinese, and 等…… (等 already says it).

Why it matters
    The ellipsis is six dots, ……; 等 and …… say the same twice.

Flagged
    走访企业、社区... · 办理提案、社情民意等……

Accepted
    …… ; ... in English or in code.

Known misses
    A single … of three dots.

Source
    GB/T 15834—2011 (ellipsis); checks.tsv PU05.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Edit
from zongjie.checks.residue.places import one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="PU05",
    name="ellipsis-form",
    title="省略号形式",
    severity="warning",
    flagged=("甲山县工会2024年工作总结\n走访企业、社区⟦...⟧慰问职工340名。办理维权、帮扶等……\n",),
    accepted=("甲山县工会2024年工作总结\n“我们放心了……”职工说。使用 git log ... 命令。\n",),
    about="省略号写成“...”“。。。”，或“等”后面又加省略号。",
)

_WRONG = re.compile(r"(?<=[\u4e00-\u9fff”》）])\.{3,12}(?![A-Za-z./])|。{3,12}|等…{1,4}")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a document."""
    if "..." not in analysis.body and "。。。" not in analysis.body and "等…" not in analysis.body:
        return
    places = [match.span() for match in _WRONG.finditer(analysis.body)]
    if places:
        words = analysis.body[slice(*places[0])]
        fix = "等" if words.startswith("等") else "……"
        yield one_alarm(
            places,
            f"“{words}”：省略号用六连点“……”，且不与“等”并用，共 {{count}} 处。",
            f"“{words}”: an ellipsis is “……”, and never goes with 等; {{count}} in all.",
            fix=fix,
        )


def mend(analysis: Analysis) -> Iterator[Edit]:
    """Six dots for the makeshift, and none behind 等."""
    for found in _WRONG.finditer(analysis.body):
        yield Edit(found.start(), found.end(), "等" if found[0].startswith("等") else "……")
