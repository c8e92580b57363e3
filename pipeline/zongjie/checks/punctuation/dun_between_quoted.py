"""PU03 · 、 between titles or quotations that stand side by side.

What it flags
    》、《 and ”、“. One finding a document, with the count.

Why it matters
    The marks part the items by themselves; the 2011 standard leaves the 、 out.

Flagged
    《甲条例》、《乙办法》

Accepted
    《甲条例》《乙办法》; 《甲条例》（2020年）、《乙办法》; “甲”、“乙”、丙, where one
    item carries no marks.

Known misses
    Items parted by 和 or a comma.

Source
    GB/T 15834—2011, 4.5.3.5. Nearly every office writes it: preview.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.residue.places import one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="PU03",
    name="dun-between-quoted",
    title="引号书名号间顿号",
    severity="note",
    flagged=("甲山县教育局2024年工作总结\n出台《招生办法》⟦、⟧《学籍规程》，实施“双减”、“双升”。\n",),
    accepted=(
        "甲山县教育局2024年工作总结\n出台《招生办法》《学籍规程》（试行）、《考核细则》，实施“双减”和“双升”。"
        "严控“校闹”、“霸凌”、溺水。\n",
    ),
    preview=True,
    about="并列的书名号、引号之间用了顿号，2011年版标准以不用为宜。全篇一条。",
)

_DUN = (re.compile("》、(?=《)"), re.compile("”、(?=“)"))
_ITEM = re.compile("[“《][^“”《》\n]{0,60}[”》]、?")
_LONGEST = 60  # characters of an item


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a document."""
    body = analysis.body
    places = sorted(
        (match.end() - 1, match.end())
        for pattern in _DUN
        for match in pattern.finditer(body)
        if not _among_others(body, match.end() - 1)
    )
    if places:
        yield one_alarm(
            places,
            "并列的书名号或引号之间通常不用顿号，共 {count} 处。",
            "No 、 is needed between titles or quotations side by side, {count} in all.",
            fix="",
        )


def _among_others(body: str, dun: int) -> bool:
    """Whether an item without marks stands in the same list: then every item takes its 、."""
    opens = max(body.rfind(mark, max(0, dun - _LONGEST), dun) for mark in "“《")
    if opens > 0 and body[opens - 1] == "、" and body[opens - 2 : opens - 1] not in ("”", "》"):
        return True
    at = dun + 1
    while found := _ITEM.match(body, at):
        at = found.end()
        if not found[0].endswith("、"):
            return False
    return at > dun + 1
