"""PU08 · Double title marks inside double title marks.

What it flags
    《关于印发《办法》的通知》: the inner pair should be 〈 〉.

Why it matters
    A program and a hurried reader both end the title at the first 》.

Flagged
    《关于印发《暂行办法》的通知》

Accepted
    《关于印发〈暂行办法〉的通知》; 《甲》《乙》.

Known misses
    A nested pair of which one mark is lost (PU01).

Source
    GB/T 15834—2011 (title marks); checks.tsv PU08.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.residue.places import one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="PU08",
    name="nested-title-marks",
    title="书名号嵌套",
    severity="warning",
    flagged=("甲山县财政局2024年工作总结\n修订⟦《关于印发《资金管理办法》的通知》⟧，规范管理。\n",),
    accepted=(
        "甲山县财政局2024年工作总结\n修订《关于印发〈资金管理办法〉的通知》《预算规程》，规范管理。\n",
    ),
    about="书名号里又套双书名号，里层应当用单书名号〈〉。",
)

_NESTED = re.compile(r"《[^《》\n]{1,60}《[^《》\n]{1,60}》[^《》\n]{0,60}》")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a document."""
    places = [match.span() for match in _NESTED.finditer(analysis.body)]
    if places:
        words = analysis.body[slice(*places[0])]
        yield one_alarm(
            places,
            "书名号里再用书名号时，里层用单书名号〈〉，共 {count} 处。",
            "Inside title marks the inner title takes 〈 〉, {count} in all.",
            fix="《" + words[1:-1].replace("《", "〈").replace("》", "〉") + "》",
        )
