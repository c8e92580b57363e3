"""ID06 · One body under two names.

What it flags
    Two spellings of one full name, which differ in 和, 与 or 及 only (住房和城乡建设局,
    住房与城乡建设局); the full name and its usual short form (住建局) where no 简称 declares it.

Why it matters
    In a file a body has one name; two look like two bodies, and a search finds half.

Flagged
    市住房和城乡建设局 … 市⟦住房与城乡建设局⟧

Accepted
    A short form that is declared, or used throughout; bodies of other levels.

Known misses
    Former names of a body; short forms that are not in the list here.

Source
    checks.tsv ID06; the short forms are those in general use for the bureaus set up in 2018–2019.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis
from zongjie.lexicons.pairs import Pairs
from zongjie.settings import Settings

CHECK = Check(
    code="ID06",
    name="org-name-variant",
    title="机构名不一",
    severity="warning",
    flagged=(
        "甲山县水务局2024年工作总结\n一、主要工作\n会同县住房和城乡建设局排查3次。\n二、下一步打算\n"
        "联合县⟦住房与城乡建设局⟧治理黑臭水体。\n",
        "甲山县水务局2024年工作总结\n一、主要工作\n会同县⟦人社局⟧培训3次，县人力资源和社会保障局派员授课。\n",
    ),
    accepted=(
        "甲山县水务局2024年工作总结\n一、主要工作\n会同县住房和城乡建设局（以下简称县住建局）排查3次。\n"
        "二、下一步打算\n联合县住建局治理黑臭水体，县人社局派员授课。\n",
    ),
    about="同一个机构用了两种写法：“住房和城乡建设局”与“住房与城乡建设局”；或全称与简称混用而没有“以下简称”。",
)
_STEMS = {
    "住房城乡建设": "住建",
    "人力资源社会保障": "人社",
    "卫生健康": "卫健",
    "自然资源规划": "自规",
    "文化旅游": "文旅",
    "发展改革": "发改",
    "工业信息化": "工信",
    "市场监督管理": "市监",
    "民族宗教事务": "民宗",
}
"""Full names without 和, 与 and 及, and the short form in use."""
_LINK = "[和与及、]?"
_FULL = re.compile(
    "(?P<full>"
    + "|".join(
        (
            "住房_城乡建设",
            "人力资源_社会保障",
            "卫生_健康",
            "自然资源_规划",
            "文化_旅游",
            "发展_改革",
            "工业_信息化",
        )
    ).replace("_", _LINK)
    + "|市场监督管理|民族宗教事务)(?P<kind>局|委员会|厅)"
)
_TAILS = ("建设", "保障", "健康", "规划", "旅游", "改革", "信息化", "监督管理", "宗教事务")
_ENDS = Pairs(tail[-1] + kind for tail in _TAILS for kind in "局委厅")
"""Where a match of ``_FULL`` has its kind, after one of ``_TAILS``: most reports name no such office."""
_SHORT = re.compile("(?P<short>住建|人社|卫健|自规|文旅|发改|工信|市监|民宗)(?P<kind>局|委|厅)(?!员)")
_CALLED = re.compile("简称")
_REACH = 30  # characters from the full name to 简称


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a body: at the rarer spelling, or at the first short form as a note."""
    body = analysis.body
    if not any(body.endswith(_TAILS, 0, at + 1) for at in _ENDS.places(body)):
        return
    spelled: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for found in _FULL.finditer(body):
        stem = re.sub("[和与及、]", "", found["full"])
        spelled.setdefault(stem, {}).setdefault(found["full"] + found["kind"], []).append(found.span())
    for forms in spelled.values():
        names = _of_one_kind(forms)
        if len(names) > 1:
            usual, rare = names[0], names[-1]
            yield _variant(usual, rare, forms)
    if not spelled:
        return
    shorts: dict[str, tuple[int, int]] = {}
    for found in _SHORT.finditer(body):
        if body[max(0, found.start() - 2) : found.start()] not in ("国家", "中央"):
            shorts.setdefault(found["short"], found.span())
    for stem, forms in spelled.items():
        span = shorts.get(_STEMS.get(stem, ""))
        first = min(spans[0] for spans in forms.values())
        if span and not _CALLED.search(body, first[1], first[1] + _REACH):
            yield _undeclared(body, first, span)


def _of_one_kind(forms: dict[str, list[tuple[int, int]]]) -> list[str]:
    """The spellings that end alike (局 with 局), the usual one first."""
    by_end: dict[str, list[str]] = {}
    for name in forms:
        by_end.setdefault(name[-1], []).append(name)
    names = max(by_end.values(), key=len)
    return sorted(names, key=lambda name: (-len(forms[name]), "和" not in name))


def _variant(usual: str, rare: str, forms: dict[str, list[tuple[int, int]]]) -> Alarm:
    start, end = forms[rare][0]
    return Alarm(
        start,
        end,
        zh=f"这里写“{rare}”，别处写“{usual}”（{len(forms[usual])}处），请统一为正式名称。",
        en=f"Here it is {rare}, elsewhere {usual} ({len(forms[usual])} places); use the official name.",
        related=(Side(*forms[usual][0], "另一种写法", "the other spelling"),),
        evidence={"usual": usual, "rare": rare},
    )


def _undeclared(body: str, full: tuple[int, int], short: tuple[int, int]) -> Alarm:
    return Alarm(
        *short,
        zh=(
            f"“{body[slice(*short)]}”与“{body[slice(*full)]}”指同一机构，全称之后没有写明简称。"
            "请统一，或在首次出现时注明“以下简称”。"
        ),
        en=f"{body[slice(*short)]} and {body[slice(*full)]} are one body, and no 以下简称 says so. "
        "Use one name, or declare the short one.",
        related=(Side(*full, "全称", "the full name"),),
        evidence={"short": body[slice(*short)], "full": body[slice(*full)]},
        caveat_zh="通行的简称在一般材料里也可以直接用。",
        caveat_en="Short forms in general use may stand in everyday papers.",
        severity="note",
    )
