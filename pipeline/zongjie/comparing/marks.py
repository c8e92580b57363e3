"""Reads the mark that opens a heading or an item: 一、 (二) 3. (4) ⑤ 第一, 一是 第一部分 专栏1.

Used by the segmenters (outline) and by the checks of numbering, which know a section's mark only
as it was written.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

MarkKind = Literal[
    "part", "chapter", "subchapter", "一、", "(一)", "1.", "1.1", "(1)", "1)", "①",
    "第一", "一是", "一要", "其一", "首先", "专栏",
]  # fmt: skip

ENUMERATORS: frozenset[str] = frozenset({"第一", "一是", "一要", "其一", "首先"})
"""Marks that are as often items of a list inside a paragraph as they open a section."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as found: its kind, its value (1 for 一, (一), 1.), and where it ends."""

    kind: MarkKind
    value: int
    start: int
    end: int


_HAN = "[〇零一二三四五六七八九十百]{1,4}"
_ARABIC = "[0-9０-９]{1,2}"
_GAP = "[ \u3000\xa0]{0,2}"
_MARK = re.compile(
    rf"""
      第{_GAP}(?P<part>{_HAN}|{_ARABIC}){_GAP}(?P<unit>部分|板块|[编篇章节])(?![是为的内中])[:：、.．]?
    | (?P<han>{_HAN}){_GAP}(?:、|[.．](?![0-9]))
    | [(（﹙]{_GAP}(?P<parhan>{_HAN}){_GAP}[)）﹚][、.．:：]?
    | (?P<halfhan>{_HAN})[)）][、.．]?
    | (?P<decimal>[0-9]{{1,2}}(?:[.．][0-9]{{1,2}}){{1,3}})[.．、]?
        (?=[ \u3000\xa0]|[\u4e00-\u9fff])(?![ ]?[万亿千百多余个倍元米吨公亩人户年月日级版])
    | (?P<arabic>{_ARABIC}){_GAP}[.．、](?:(?![0-9０-９])|(?=(?:19|20)[0-9]{{2}}年))
    | [(（﹙]{_GAP}(?P<pararabic>{_ARABIC}){_GAP}[)）﹚][、.．:：]?
    | (?P<halfarabic>{_ARABIC})[)）][、.．]?
    | (?P<sign>[①-⑳㈠-㈩⑴-⒇⒈-⒛])[、.．]?
    | 第(?P<nth>{_HAN})[,，、:：]
    | (?P<shi>[一二三四五六七八九十]{{1,3}}){_GAP}是[:：,，]?
    | (?P<yao>[一二三四五六七八九十]{{1,3}})要[:：,，]?
    | 其(?P<qi>[一二三四五六七八九十]{{1,2}})[是,，、:：]
    | (?P<order>首先|其次|再次|再者|最后)[,，、:：]
    | 专栏{_GAP}(?P<box>{_ARABIC}|{_HAN})[:：、.．]?
    """,
    re.VERBOSE,
)
_COUNTED = re.compile("([一二三四五六七八九十])[一二三四五六七八九十、]{0,3}[季产期线者届]")
_FIRST_CHARACTERS = frozenset(
    "第〇零一二三四五六七八九十百(（﹙其首再最专0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩"
) | {chr(c) for a, b in (("①", "⑳"), ("㈠", "㈩"), ("⑴", "⒇"), ("⒈", "⒛")) for c in range(ord(a), ord(b) + 1)}
_UNITS: dict[str, MarkKind] = {"章": "chapter", "节": "subchapter"}
_SIGNS: tuple[tuple[str, str, MarkKind], ...] = (
    ("①", "⑳", "①"),
    ("㈠", "㈩", "(一)"),
    ("⑴", "⒇", "(1)"),
    ("⒈", "⒛", "1."),
)
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 4}
_KINDS: dict[str, MarkKind] = {
    "han": "一、", "parhan": "(一)", "halfhan": "(一)", "decimal": "1.1", "arabic": "1.", "pararabic": "(1)",
    "halfarabic": "1)", "nth": "第一", "shi": "一是", "yao": "一要", "qi": "其一", "box": "专栏",
}  # fmt: skip


def read_mark(text: str, start: int, end: int) -> Mark | None:
    """The mark at ``start``, or None. White space after it belongs to no one.

    >>> mark = read_mark("(十二)抓好落实", 0, 8)
    >>> mark.kind, mark.value, mark.end
    ('(一)', 12, 4)
    >>> read_mark("12.5亿元", 0, 6) is None
    True
    """
    if start >= end or text[start] not in _FIRST_CHARACTERS:
        return None
    match = _MARK.match(text, start, end)
    if match is None:
        return None
    name = match.lastgroup or ""
    words = match[name]
    if name == "unit":
        return Mark(_UNITS.get(words, "part"), small_integer(match["part"]), start, match.end())
    if name == "sign":
        for first, last, kind in _SIGNS:
            if first <= words <= last:
                return Mark(kind, ord(words) - ord(first) + 1, start, match.end())
    if name == "order":
        return Mark("首先", _ORDER[words], start, match.end())
    if name == "decimal":
        words = re.split("[.．]", words)[-1]
    value = small_integer(words)
    if name == "han" and text[match.end() - 1] == "、" and _counts_on(text, match.end(), end, value):
        return None
    return Mark(_KINDS[name], value, start, match.end())


def _counts_on(text: str, at: int, end: int, value: int) -> bool:
    """Whether what follows 一、 goes on counting (一、二季度), and is no heading (五、四季度打算)."""
    counted = _COUNTED.match(text, at, end)
    return counted is not None and small_integer(counted[1]) > value


@lru_cache(maxsize=4096)
def small_integer(words: str) -> int:
    """The value of a numeral of a mark, 0 if it is none: 二十三 → 23, 〇 → 0, 12 → 12.

    >>> small_integer("二十三"), small_integer("十"), small_integer("１２"), small_integer("一百零二")
    (23, 10, 12, 102)
    """
    if words[:1].isdecimal():
        return int(words) if words.isdecimal() else 0
    value = digit = 0
    for character in words:
        if character == "百":
            value, digit = value + (digit or 1) * 100, 0
        elif character == "十":
            value, digit = value + (digit or 1) * 10, 0
        else:
            digit = "〇一二三四五六七八九".find(character) if character != "零" else 0
    return value + digit
