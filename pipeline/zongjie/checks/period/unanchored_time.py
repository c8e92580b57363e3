"""TM10 · A time that hangs on the day of writing: 近日, 前不久.

What it flags
    近日, 日前, 前不久, 不久前 that open a clause, in a report for the file (of a bureau, a firm, a
    school, a person): one note a report, with the count and all places.

Why it matters
    Whoever opens the file two years later cannot tell when it was.

Flagged
    近日，组织了防汛演练。

Accepted
    Reports that are read to an assembly, where the day is known; 最近一次, 近日来 as a duration.

Known misses
    目前, 当前 and the like, which the period of the report answers.

Source
    checks.tsv TM10.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="TM10",
    name="unanchored-time",
    title="相对时间无锚",
    severity="note",
    flagged=(
        "甲山县水务局2024年工作总结\n一、主要工作\n⟦近日⟧，组织了防汛演练。前不久开展了隐患排查，整改30处。\n",
    ),
    accepted=(
        "甲山县人民政府工作报告\n——2024年1月5日在甲山县第十届人民代表大会第三次会议上\n各位代表：\n"
        "一、2023年工作回顾\n近日，组织了防汛演练。\n",
        "甲山县水务局2024年工作总结\n一、主要工作\n最近一次演练在6月，近日来坚持每天巡查。\n",
    ),
    about="归档的总结里用“近日”“前不久”，日后无法知道是哪一天。会上作的报告不报。全篇一条。",
)
_VAGUE = re.compile(
    r"(?:^|(?<=[。！；;，,：:\n]))[ \u3000]{0,4}"
    r"(?P<word>近日(?!来)|日前|前不久|不久前|前些[天日]|前几天|前一阵子?)",
    re.MULTILINE,
)
_FOR_THE_FILE = ("department", "enterprise", "school", "hospital", "personal", "township")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One note, at the first place; the others are related."""
    if analysis.profile.kind not in _FOR_THE_FILE:
        return
    places = [found.span("word") for found in _VAGUE.finditer(analysis.body)]
    if not places:
        return
    start, end = places[0]
    word = analysis.body[start:end]
    yield Alarm(
        start,
        end,
        zh=f"“{word}”要看写作日期才知道是哪天（全篇{len(places)}处），存档后无法查考。请写明月日。",
        en=f"“{word}” hangs on the day of writing ({len(places)} places); in a file nobody can tell when "
        "it was. Give the date.",
        related=tuple(Side(a, b, "同类说法", "the same kind") for a, b in places[1:20]),
        evidence={"count": len(places)},
        caveat_zh="文末有落款日期、只在内部传阅的，可以保留。",
        caveat_en="It may stand in a paper that carries its date and is not kept.",
    )
