"""PU07 · Two stops in a row.

What it flags
    。。 ，， 、、 ；； ：： and mixtures such as ，。 。， ；。 、。 that no rule allows.

Why it matters
    A slip of the keyboard, or the scar of a deleted clause.

Flagged
    成效明显。。 · 办结3件，。

Accepted
    ？！ and ！！； …… ； 。” and ）。; runs of three and more full stops (PU05).

Known misses
    Stops parted by a space.

Source
    GB/T 15834—2011; checks.tsv PU07.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Edit
from zongjie.checks.looking import matches_about
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="PU07",
    name="repeated-mark",
    title="标点叠用",
    severity="error",
    flagged=("甲山县统计局2024年工作总结\n办结3件⟦，。⟧全年成效明显⟦。。⟧完成普查⟦、，⟧核实数据。\n",),
    accepted=(
        "甲山县统计局2024年工作总结\n为什么？！因为人手不足。。。办结3件（含旧案）。他说：“好。”，大家赞同……。\n",
    ),
    about="标点叠用：“。。”“，，”“；。”。“？！”是允许的。",
)

_SIGN = re.compile("[，。；：、,;:][，。；：、,;:]")
_TWICE = re.compile(
    r"(?<![，。；：、,;:a-z])(?:[，。；：、]{2}|[，。；：、][,;:]|[,;:][，。；：、])(?![，。；：、,;:])"
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place."""
    for match in _doubled(analysis.body):
        yield Alarm(
            start=match.start(),
            end=match.end(),
            zh=f"“{match[0]}”两个点号连用。请只留一个。",
            en=f"“{match[0]}”: two stops in a row. Keep one.",
            evidence={"marks": match[0]},
            fix="。" if "。" in match[0] else match[0][0],
        )


def mend(analysis: Analysis) -> Iterator[Edit]:
    """One mark for two that are equal; of two different ones a person must choose."""
    for found in _doubled(analysis.body):
        if found[0][0] == found[0][1]:
            yield Edit(found.start(), found.end(), found[0][0])


def _doubled(body: str) -> Iterator[re.Match[str]]:
    places = (found.start() for found in _SIGN.finditer(body))
    return matches_about(_TWICE, body, places, 0)
