"""The report quotes as past a session that is the one it is given to, or a later one.

What it flags
    A report given to the second session of a congress that says what the second or third
    session of the same congress decided (确定, 通过, 以来).
Why it matters
    The ordinal was carried over wrongly; readers look the decision up in the wrong session.
Flagged
    given to 第十四届人民代表大会第二次会议: 「⟦十四届人大三次会议⟧确定的目标任务」
Accepted
    「十四届人大一次会议确定的目标任务」「提请十四届人大三次会议审议」 (to come)
Known misses
    Sessions of party committees; two ordinals for one session elsewhere in the text.
Source
    The report's own heading.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.looking import matches_about, occurrences
from zongjie.document import Analysis
from zongjie.lexicons.numerals import chinese_integer
from zongjie.settings import Settings

_EXAMPLE = (
    "政府工作报告\n——2024年1月20日在甲山县第十四届人民代表大会第二次会议上\n各位代表：\n"
    "现在，我代表县人民政府，向大会报告工作。\n一、2023年工作回顾\n完成了县"
)
CHECK = Check(
    code="ID08",
    name="session-ordinal-conflict",
    title="届次冲突",
    severity="warning",
    flagged=(_EXAMPLE + "⟦十四届人大三次会议⟧确定的目标任务，共清淤3公里。",),
    accepted=(_EXAMPLE + "十四届人大一次会议确定的目标任务，规划草案提请十四届人大三次会议审议。",),
    about="在第二次会议上作的报告，却说本届第二次、第三次会议已经决定了什么，届次大概没有改过来。",
)
_N = r"[一二三四五六七八九十]{1,3}"
_GIVEN_AT = re.compile(
    rf"(?<=[在向—])[^\n。]{{0,16}}?第?(?P<term>{_N})届\s?(?:人民代表大会|人大)\s?第?(?P<session>{_N})次会议\s?上"
)
_QUOTED = re.compile(
    rf"第?(?P<term>{_N})届\s?(?:人民代表大会|人大)\s?第?(?P<session>{_N})次会议(?=(?:上)?(?:所)?(?:确定|通过的|批准|提出|审议通过的|部署|以来|作出))"
)
_OTHERS = re.compile(r"(?:全国|省|自治区)$")
_HEAD = 1500
_BACK = 17  # characters of a session's name before 次会议
_NEAR = 25  # characters in which a deed is told as done


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    body = analysis.body
    given = _GIVEN_AT.search(body, 0, _HEAD)
    if given is None:
        return
    term, session = chinese_integer(given.group("term")), chinese_integer(given.group("session"))
    provincial = analysis.profile.level == "省"
    sessions = (at for at in occurrences(body, "次会议") if at >= given.end())
    for found in matches_about(_QUOTED, body, sessions, _BACK):
        before = body[max(0, found.start() - 3) : found.start()]
        if before.endswith("全国") or (_OTHERS.search(before) and not provincial):
            continue
        quoted = chinese_integer(found.group("session"))
        if chinese_integer(found.group("term")) != term or not session or not quoted or quoted < session:
            continue
        if quoted == session and "了" not in body[max(0, found.start() - _NEAR) : found.start()]:
            continue  # what this session is about to decide
        yield Alarm(
            found.start(),
            found.end(),
            zh=f"本报告是在第{session}次会议上作的，这里却把同届第{quoted}次会议说成已开过的会，请核对届次。",
            en=f"The report was given at session {session}, yet session {quoted} is told as past; check it.",
            related=(Side(*given.span(), "作报告的会议", "the session reported to"),),
            evidence={"given_at": session, "quoted": quoted},
        )
