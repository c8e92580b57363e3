"""Fixed phrases with a numeral that count nothing: 四个自信, 一府两院, 三公, “五皮”精神."""

import re

from zongjie.extractors.quantities.words import word_set
from zongjie.lexicons.units import unit_at

_PHRASES = word_set("slogans")
_BEGINNINGS = frozenset(phrase[:2] for phrase in _PHRASES)
_LONGEST = 8
_NUMERAL = "[一二两三四五六七八九十百千万]"
_LETTER = r"[^\W\d_一二两三四五六七八九十百千万亿零〇点余几多分]"
_SEVERAL = re.compile(f"{_NUMERAL}[^一二两三四五六七八九十百千万]{{0,4}}?{_NUMERAL}")
_STRING = re.compile(f"(?:{_NUMERAL}{{1,2}}{_LETTER}{{1,3}}[、，]?){{2,6}}(?=[”\"'’」：:])")
_STREAK = re.compile(f"{_NUMERAL}{{1,3}}连[增丰冠胜优升涨降跌快]")
_SMALL = "(?:[二两三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])"
_OPENS = re.compile(f"{_SMALL}{_LETTER}(?=[^”，。；、\n]{{0,10}}[”\"'’」])")
_PLANNED = re.compile(
    "[^”\"'’」，。；、\n]{0,6}(?:工程|行动|计划)"
    "|[^”\"'’」，。；\n]{0,14}[”\"'’」](?:[0-9一二三四五六七八九十]年)?(?:系列|提升|专项|重点)?(?:行动|工程|计划|攻坚|战略(?!布局|部署|定位|目标|安排|任务))"
)
_PAIR = re.compile(f"{_NUMERAL}{_LETTER}(?=[”\"'’」])")
_EXPLAINED = re.compile(f"{_NUMERAL}{_LETTER}(?=指(?!标|数|导|示|挥|南|定))")
_OPENED = re.compile(
    "(?:一[号网窗门站刻线码链户村镇企院校库图体圈核区带轴心](?!人|定)|[十百千万亿]{2,3}(?=工程|行动|计划|[”])"
    "|[百千万][日村企镇乡县校园店家])"
    "(?=[^”，。；\n]{0,10}[”\"'’」])"
)
_OF_NUMBERS = re.compile(
    "[二两三四五六七八九十]个(?:[一二三四五六七八九十百千]{1,3}批?|[0-9]{1,4})(?=[”\"'’」])"
)
_BODIES = "[村企镇乡县校园店街社团院会场商厂户]"
_PAIRED_SCALES = re.compile(f"[百千万]{_BODIES}[^，。；、\\n]{{0,2}}?[百千万]{_BODIES}")
_MANY = re.compile(f"[百千万]{_BODIES}(?=[^，。；、\\n]{{0,6}}(?:工程|行动|计划))")
_GREAT = re.compile(
    "[百千万亿]{2}(?![百千万亿元亩人吨公平立户美头棵株])(?:[^，。；、”\n]{0,4}(?:工程|行动|计划)"
    '|(?<=[“"].{2})[^，。；”\n]{0,10}[”"](?:工程|行动|计划))'
)
_EACH_ONE = re.compile(f"一(?![步点年心言草举朝砖丝针笔])({_LETTER})一(?!\\1){_LETTER}")
_SCALES = frozenset("百千万")
_OPENING = frozenset("“\"'‘「")
_MEASURES = frozenset("个項项种類类件条支枚把张大门站次元年月日")


def phrase_at(body: str, start: int) -> int:
    """The length of the fixed phrase that begins at ``start``, or 0."""
    if body[start : start + 2] not in _BEGINNINGS:
        return 0
    for length in range(min(_LONGEST, len(body) - start), 1, -1):
        if body[start : start + length] in _PHRASES:
            return length
    return 0


def slogan_at(body: str, start: int) -> int:
    """How long the span of a slogan at ``start`` is, or 0.

    A phrase of several numerals is one span (三重一大); else the numeral with its measure word
    (四个 of 四个自信) or with the letter after it (三公).
    """
    quoted = body[start - 1 : start] in _OPENING and start > 0
    if quoted or not body[start - 1 : start].isalnum():
        whole = _STRING.match(body, start)
        if whole is not None and not _counts(whole.group()) and (quoted or body[whole.end()] in "：:"):
            return whole.end() - start
    if body[start + 1 : start + 4].find("连") >= 0 and (streak := _STREAK.match(body, start)):
        return streak.end() - start  # 十二连增
    length = phrase_at(body, start)
    if length and body[start + length - 1] == "一" and body[start + length : start + length + 1] in "体流批":
        length = 0 if start + length < len(body) else length  # 五个一体化
    if length:
        if _SEVERAL.match(body, start, start + length):
            return length
        return 2
    if body[start] in _SCALES:
        many = _PAIRED_SCALES.match(body, start) or _MANY.match(body, start)
        if many is not None:
            return many.end() - start
        if _GREAT.match(body, start):
            return 2  # 千亿产业工程, “百万英才”行动
    if quoted:
        if numbers := _OF_NUMBERS.match(body, start):
            return numbers.end() - start
        found = _PAIR.match(body, start) or _OPENED.match(body, start)
        if found is not None and body[found.end() - 1] not in _MEASURES:
            return found.end() - start
    found = None
    if body[start] == "一":
        found = _EACH_ONE.match(body, start)
    if found is None and body[start + 2 : start + 3] == "指":
        found = _EXPLAINED.match(body, start)
    return 0 if found is None else found.end() - start


def _counts(words: str) -> bool:
    """Whether each item of a string is a count of its own: 一个项目、一套班子."""
    return ("、" in words or "，" in words) and (words[1] in _MEASURES or words[-1] in _MEASURES)


def opening_at(body: str, start: int) -> int:
    """How long the numeral and the letter after it are that open a quotation (六争, 十大), or 0."""
    if not start or body[start - 1] not in _OPENING:
        return 0
    found = _OPENS.match(body, start)
    if found is None or body[found.end() - 1] in _MEASURES:
        return 0
    unit = unit_at(body, found.end() - 1)
    return 0 if unit is not None else found.end() - start


def is_planned(body: str, end: int) -> bool:
    """Whether what goes on at ``end`` names a programme: “六争攻坚”行动, 百校扶弱工程."""
    return _PLANNED.match(body, end) is not None
