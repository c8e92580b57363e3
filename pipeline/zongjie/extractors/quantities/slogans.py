"""Fixed phrases with a numeral that count nothing: 四个自信, 一府两院, 三公, “五皮”精神."""

import re

from zongjie.extractors.quantities.words import word_set

_PHRASES = word_set("slogans")
_BEGINNINGS = frozenset(phrase[:2] for phrase in _PHRASES)
_LONGEST = 8
_NUMERAL = "[一二两三四五六七八九十百千万]"
_LETTER = r"[^\W\d_一二两三四五六七八九十百千万亿零〇点余几多分]"
_SEVERAL = re.compile(f"{_NUMERAL}[^一二两三四五六七八九十百千万]{{0,4}}?{_NUMERAL}")
_STRING = re.compile(f"(?:{_NUMERAL}{{1,2}}{_LETTER}{{1,3}}[、，]?){{2,6}}(?=[”\"'’」])")
_PAIR = re.compile(f"{_NUMERAL}{_LETTER}(?=[”\"'’」])")
_EXPLAINED = re.compile(f"{_NUMERAL}{_LETTER}(?=指(?!标|数|导|示|挥|南|定))")
_OPENED = re.compile(
    "(?:一[号网窗门站刻线码链户村镇企院校库图体圈核区带轴心](?!人|定)|[十百千万亿]{2,3}(?=工程|行动|计划|[”])"
    "|[百千万][日村企镇乡县校园店家])"
    "(?=[^”，。；\n]{0,10}[”\"'’」])"
)
_EACH_ONE = re.compile(f"一(?![步点年心言草举朝砖丝针笔])({_LETTER})一(?!\\1){_LETTER}")
_OPENING = frozenset("“\"'‘「")
_MEASURES = frozenset("个項项种類类件条支枚把张大门站次元年月日")


def phrase_at(body: str, start: int) -> int:
    """The length of the fixed phrase that begins at ``start``, or 0."""
    if body[start : start + 2] not in _BEGINNINGS:
        return 0
    for length in range(_LONGEST, 1, -1):
        if body[start : start + length] in _PHRASES:
            return length
    return 0


def slogan_at(body: str, start: int) -> int:
    """How long the span of a slogan at ``start`` is, or 0.

    A phrase of several numerals is one span (三重一大); else the numeral with its measure word
    (四个 of 四个自信) or with the letter after it (三公).
    """
    quoted = body[start - 1 : start] in _OPENING and start > 0
    if quoted and (whole := _STRING.match(body, start)) and body[whole.end() - 1] not in _MEASURES:
        return whole.end() - start
    length = phrase_at(body, start)
    if length and body[start + length - 1] == "一" and body[start + length : start + length + 1] in "体流批":
        length = 0 if start + length < len(body) else length  # 五个一体化
    if length:
        if _SEVERAL.match(body, start, start + length):
            return length
        return 2
    if quoted:
        found = _PAIR.match(body, start) or _OPENED.match(body, start)
        if found is not None and body[found.end() - 1] not in _MEASURES:
            return found.end() - start
    found = None
    if body[start] == "一":
        found = _EACH_ONE.match(body, start)
    if found is None and body[start + 2 : start + 3] == "指":
        found = _EXPLAINED.match(body, start)
    return 0 if found is None else found.end() - start
