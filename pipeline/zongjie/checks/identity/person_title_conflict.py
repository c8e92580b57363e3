"""ID07 · A person holds one office in two ranks.

What it flags
    李明副局长 in one place and 李明局长 (or 局长李明) in another.

Why it matters
    One of the two is wrong, and it is the fault that the person concerned sees first.

Flagged
    李明副局长带队检查 … ⟦李明局长⟧主持会议

Accepted
    Other offices of one person (副书记, 局长); former or new ones (时任, 原, 当选, 任命).

Known misses
    Offices that differ by body (市教育局副局长, 县教育局局长); names without an office right beside.

Source
    checks.tsv ID07. It only points at the two places: who holds which office it does not judge.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis
from zongjie.lexicons.surnames import SURNAMES
from zongjie.settings import Settings

CHECK = Check(
    code="ID07",
    name="person-title-conflict",
    title="人职不一",
    severity="warning",
    flagged=(
        "甲山县水务局2024年工作总结\n一、主要工作\n李明副局长带队检查3次，整改隐患12处。年底，⟦李明局长⟧主持召开总结会。\n",
        "甲山县水务局2024年工作总结\n一、主要工作\n⟦局长李明⟧带队检查3次，副局长李明、王芳分片包干，整改隐患12处。\n",
    ),
    accepted=(
        "甲山县水务局2024年工作总结\n一、主要工作\n时任副局长李明带队检查3次，年底李明局长主持召开总结会。\n",
        "甲山县水务局2024年工作总结\n一、主要工作\n党组副书记、局长李明带队检查3次，副局长王芳主持召开总结会。\n",
    ),
    about="同一个人，前面写“副局长”，后面写“局长”。职务变动（时任、原、当选）不报，也不判断谁先谁后。",
)
_NAME = f"[{SURNAMES}][一-鿿]{{1,2}}"
# Found from its last character on, which is quicker than trying every 县 and 市 of the text.
_HELD = re.compile(
    r"(?:长(?<=[局县市区省校院厂所科处站部行镇乡馆台州队事]长)|席(?<=主席)|理(?<=经理)|任(?<=主任))"
    r"(?!助理|办公室|会议|信箱|接待|热线|质量)"
)
_OFFICE = re.compile("(?P<vice>常务副|副)?(?P<office>[大支]队长|董事长|[一-鿿]{2})$")
_NAME_BEFORE = re.compile(rf"(?:^|[^一-鿿]|[由请经向和与同受对在])(?P<name>{_NAME})$")
_NAME_AFTER = re.compile(
    rf"[ 　]?(?P<name>{_NAME})(?=[^一-鿿]|[主带出参作到率赴分任同等一强在对就说为和与及])"
)
_CHANGED = re.compile("时任|原任|原[^因则来料始]|前任|历任|当选|任命|提拔|接任|转任|升任|曾任|代理")
_AROUND = 12


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a person and office, at the first mention of the rarer rank."""
    mentions: dict[tuple[str, str], dict[bool, list[tuple[int, int]]]] = {}
    body = analysis.body
    for found in _HELD.finditer(body):
        held = _OFFICE.search(body[max(0, found.end() - 6) : found.end()])
        if held is not None:
            for name, start, end in _persons(body, found.end() - len(held[0]), found.end()):
                ranks = mentions.setdefault((name, held["office"]), {True: [], False: []})
                ranks[held["vice"] is not None].append((start, end))
    for (name, office), ranks in mentions.items():
        if ranks[True] and ranks[False]:
            yield _alarm(body, name, office, ranks)


def _persons(body: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Whose office ``[start, end)`` is: the name before it, or else the one after it."""
    if _CHANGED.search(body, max(0, start - _AROUND), min(len(body), end + _AROUND)):
        return
    before = _NAME_BEFORE.search(body[max(0, start - 4) : start])
    if before:
        yield before["name"], start - len(before["name"]), end
    elif (after := _NAME_AFTER.match(body, end)) is not None:
        yield after["name"], start, after.end()


def _alarm(body: str, name: str, office: str, ranks: dict[bool, list[tuple[int, int]]]) -> Alarm:
    rare = len(ranks[True]) < len(ranks[False])
    (start, end), usual = ranks[rare][0], ranks[not rare][0]
    return Alarm(
        start,
        end,
        zh=f"“{name}”在这里写作“{body[start:end]}”，别处写作“{body[slice(*usual)]}”，请核对职务。",
        en=f"{name} is {body[start:end]} here and {body[slice(*usual)]} elsewhere; check the office.",
        related=(Side(*usual, "另一处", "the other place"),),
        evidence={"person": name, "office": office},
        caveat_zh="若期间有职务变动，或是同名的两个人，可以保留。",
        caveat_en="It may stand if the office changed in between, or if there are two persons.",
    )
