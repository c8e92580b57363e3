"""RS04 · Characters that a scanner misread.

What it flags
    A full stop for a decimal point (3。2万元), letters for digits before a measure word (lOO余份),
    己 for 已 (己完成), 末 for 未 (末能), 曰 for 日 (6月30曰), 千部 for 干部, 兀 for 元.

Why it matters
    A misread figure is a false figure.

Flagged
    投资3。2亿元; 发放lOO余份; 己完成; 截至6月30曰.

Accepted
    自己, 知己知彼, 舍己; 年末能, 月末; 数千部手机.

Known misses
    A digit read as another digit; look-alikes that are words themselves.

Source
    checks.tsv RS04; GENRE 1.9 (投资2。亿元, 作品HOO余件).
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="RS04",
    name="ocr-residue",
    title="识别残留",
    severity="warning",
    flagged=(
        "甲山县文旅局2024年工作总结\n投资⟦3。2亿元⟧，发放手册⟦lOO余份⟧，⟦己完成⟧验收。\n",
        "甲山县文旅局2024年工作总结\n截至6月⟦30曰⟧，⟦末能⟧开工的项目2个，党员⟦千部⟧下沉一线。\n",
    ),
    accepted=(
        "甲山县文旅局2024年工作总结\n把群众的事当成自己完成的事，知己有数。年末能开放场馆3处。共2024。3个项目开工，回收数千部手机。\n",
    ),
)

_STOP_IN_NUMBER = re.compile(
    r"(?<!\d)\d{1,4}。\d{0,3}\s?(?:万|亿|%|％|个百分点|公里|万?元|万?亩|万?吨)(?:元|亩|吨|人)?"
)
_LETTERS = re.compile(
    r"(?<![A-Za-z0-9.\-/])(?=[A-Za-z0-9]{0,4}[OoIl])[lIOoHZSB0-9]{2,5}(?:余|多)(?:万|亿)?[个名件次项条套家所座篇份起头只台辆册场处人户亩元吨]"
)
_LOOK_ALIKES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(
            r"(?<![自知舍克律利异损贵为彼推屈一体修责由恕励专守量厉捷])己(?=经|完成|建成|成为|达到|开展|实现|全面|基本|形成|初步|累计|连续|于|有[^人所利的])"
        ),
        "己",
        "已",
    ),
    (
        re.compile(
            r"(?<![年月周期岁季世学始本旬])末(?=能[^源量]|经|达到|完成|开工|实现|发生|发现|及时|按时|来[^临])"
        ),
        "末",
        "未",
    ),
    (re.compile(r"(?<=\d)曰"), "曰", "日"),
    (
        re.compile(
            r"(?<=[党团村镇乡层导部年女兵])千(?=部(?:队伍|作风|职工|群众|下|教|人|培|选|任|，|。|、))"
        ),
        "千",
        "干",
    ),
    (re.compile(r"(?<=[万亿\d])兀"), "兀", "元"),
)
_WHOLE = {"己": re.compile(r"己(?:完成|建成|成为|达到|开展|实现|全面|基本|形成|初步|累计|连续|经|于|有)"),
          "末": re.compile(r"末(?:达到|完成|开工|实现|发生|发现|及时|按时|能|经|来)"),
          "千": re.compile(r"千部"), "兀": re.compile("兀"), "曰": re.compile("曰")}  # fmt: skip


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place."""
    body = analysis.body
    for pattern in (_STOP_IN_NUMBER, _LETTERS):
        for match in pattern.finditer(body):
            yield Alarm(
                start=match.start(),
                end=match.end(),
                zh=f"“{match[0]}”里混入了不属于数字的字符，多为识别错误。请对照原件改正数值。",
                en=f"“{match[0]}” holds a character that is no digit, as scanners leave them. Mend the value.",
                evidence={"damage": match[0]},
            )
    for pattern, wrong, right in _LOOK_ALIKES:
        if wrong not in body:
            continue
        for match in pattern.finditer(body):
            start, end = _word(body, match, wrong)
            words = body[start:end]
            mended = words.replace(wrong, right)
            yield Alarm(
                start=start,
                end=end,
                zh=f"“{words}”应为“{mended}”，“{wrong}”是形近误字。",
                en=f"“{words}” should read “{mended}”: {wrong} looks like {right}.",
                evidence={"wrong": wrong, "right": right},
                fix=mended,
            )


def _word(body: str, match: re.Match[str], wrong: str) -> tuple[int, int]:
    """The word around a look-alike: 己完成, 30曰."""
    start, end = match.start(), match.end()
    whole = _WHOLE[wrong].match(body, start)
    end = whole.end() if whole else end
    if wrong in "曰兀":
        while start and body[start - 1].isdigit() and match.end() - start < 4:
            start -= 1
    return start, end
