"""WD07 · 本人 or 我个人 as the speaker of a body's report.

What it flags
    A clause that opens with 本人 or 我个人 and goes on with what the speaker does or thinks, in the
    report of a body.

Why it matters
    A body's report speaks as 我们 or 我局; 本人 was carried over from somebody's own report.

Flagged
    本人认真学习… in a bureau's report.

Accepted
    Reports of persons (述职); 申请人本人, 须本人到场.

Known misses
    Other words of the first person.

Source
    checks.tsv WD07.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.residue.places import Place, one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="WD07",
    name="person-shift",
    title="人称错位",
    severity="warning",
    flagged=(
        "甲山县交通局2024年工作总结\n一、主要工作\n我局新建农村公路36公里。⟦本人⟧认真学习业务知识，按时完成任务。\n",
    ),
    accepted=(
        "述职报告\n一年来，我认真学习。本人认真学习业务知识，按时完成任务。本人负责办公室工作。\n",
        "甲山县交通局2024年工作总结\n一、主要工作\n办理证件须本人到场。本人持身份证即可办理，新建公路36公里。\n",
    ),
    about="单位的总结里出现“本人”“我个人”。个人述职不报。",
)

_WHO = ("本人", "我个人")
_OPENS = "。；！\n\u3000"
_SAYS = re.compile(
    r"(?:认真|始终|能够|坚持|严格|积极|主要|负责|分管|认为|感到|将|深知|自觉|努力|还|在(?:领导|工作|思想|今后|各级))"
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a document; none in a person's own report."""
    if analysis.profile.kind == "personal" or analysis.profile.level == "个人":
        return
    body = analysis.body
    if not any(who in body for who in _WHO) or "述职" in body[:200] or "个人" in body[:60]:
        return
    places = sorted(place for who in _WHO for place in _spoken(body, who))
    if places and len(places) <= max(3, len(body) // 1000):
        yield one_alarm(
            places,
            "单位的报告里出现个人口吻，共 {count} 处。请改为单位自称，或删去。",
            "A person speaks in a body's report, {count} times. Let the body speak, or cut it.",
            caveat=("个人总结、述职报告可用“本人”。", "Right in a person's own report."),
        )


def _spoken(body: str, who: str) -> Iterator[Place]:
    """Where ``who`` opens a clause and goes on with what the speaker does or thinks."""
    at = body.find(who)
    while at >= 0:
        if body[at - 1 : at] in _OPENS and _SAYS.match(body, at + len(who)):
            yield at, at + len(who)
        at = body.find(who, at + 1)
