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
from zongjie.checks.looking import matches_about, places_of
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
        "甲山县文旅局2024年工作总结\n把群众的事当成自己完成的事，知己有数。年末能开放场馆3处，本世纪末实现小康。\n",
        "甲山县文旅局2024年工作总结\n发展悦己经济。项目数居全市第1。3个项目开工，回收数千部手机。\n",
    ),
    about="扫描识别的错误：小数点成了句号、数字里的字母、“己完成”“末能”“6月30曰”。",
)

_STOP_IN_NUMBER = re.compile(r"。\d{0,3}\s?(?:万|亿|%|％|个百分点|公里|元|亩|吨)(?:元|亩|吨|人)?")
_INTEGER_BEFORE = re.compile(r"(?<![\d.第：:])\d{1,4}$")
# letters only: one among digits is NM15
_BACK = 5  # letters before 余 or 多
_LETTERS = re.compile(
    r"(?<![A-Za-z0-9.\-/])(?=[A-Za-z]{0,4}[OoIl])[lIOoHZSB]{2,5}(?:余|多)[万亿]?"
    r"[个名件次项条套家所座篇份起头只台辆册场处人户亩元吨]"
)
# 自己, 知己, 悦己 and the like: 己 is right
_SELF = "自知舍克律利异损贵为彼推屈一体修责由恕励专守量厉悦爱"
# the look-alike, the right character, and the word in which the look-alike is wrong
_LOOK_ALIKES: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("己", "已", re.compile(
        rf"己(?<![{_SELF}]己)"
        r"(?:完成|建成|成为|达到|开展|实现|全面|基本|形成|初步|累计|连续|经(?![济典营过历办费手]))"
    )),
    ("末", "未", re.compile(
        r"末(?<=[，。；,;尚还仍均、]末)(?:能(?![源量])|达到|完成|开工|实现|发生|发现|及时|按时)"
    )),
    ("曰", "日", re.compile(r"(?<=月)\d{1,2}曰")),
    ("千", "干", re.compile(
        r"千部(?<=[员党团村镇乡层导年女兵]千部)(?=队伍|作风|职工|群众|[下教人培选任，。])"
    )),
    ("兀", "元", re.compile(r"\d[万亿]?兀")),
)  # fmt: skip


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place."""
    body = analysis.body
    for start, end in _damaged(body):
        words = body[start:end]
        yield Alarm(
            start=start,
            end=end,
            zh=f"“{words}”里混入了不属于数字的字符，多为识别错误。请对照原件改正数值。",
            en=f"“{words}” holds a character that is no digit. Mend the value from the source.",
            evidence={"damage": words},
        )
    for wrong, right, pattern in _LOOK_ALIKES:
        if wrong not in body:
            continue
        for match in pattern.finditer(body):
            mended = match[0].replace(wrong, right)
            yield Alarm(
                start=match.start(),
                end=match.end(),
                zh=f"“{match[0]}”应为“{mended}”，“{wrong}”是形近误字。",
                en=f"“{match[0]}” should read “{mended}”: {wrong} looks like {right}.",
                evidence={"wrong": wrong, "right": right},
                fix=mended,
            )


def _damaged(body: str) -> Iterator[tuple[int, int]]:
    """Numbers with a stop for their point, or with letters for digits."""
    for match in _STOP_IN_NUMBER.finditer(body):
        integer = _INTEGER_BEFORE.search(body[max(0, match.start() - 6) : match.start()])
        if integer:
            yield match.start() - len(integer[0]), match.end()
    behind = [at for at in places_of(body, "余多") if body[at - 1 : at] in "lIOoHZSB"]
    for match in matches_about(_LETTERS, body, behind, _BACK):
        yield match.span()
