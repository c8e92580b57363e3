"""Objects told beside the number: by its neighbours, by a list, by the clause before."""

import re

from zongjie.extractors.quantities.draft import Draft
from zongjie.extractors.quantities.phrases import (
    CARRIERS,
    closing_phrase,
    is_deed,
    is_noun,
    short,
    subject_phrase,
    words_of,
)

REACH = 40
GROWTH = (
    "(?<!自然)增长|下降|提高|增加|减少|上升|回落|降低|提升|缩小|扩大|下滑|下跌|收窄|压减|压缩|缩短|跃升|"
    "递增|(?<!新)增(?!长率)|降|升|扩|发展(?=[到至])"
)
_NUMBERS = re.compile(r"(?<![0-9A-Za-z_.])[0-9]+(?:\.[0-9]+)?")
_PAIRED = re.compile(
    f"[和与、][^，。；、和与]{{2,16}}?(?P<verb>(?:实际|名义|年均|同比|比上年|较上年){{0,2}}(?:{GROWTH})(?:率|了)?|达到?|(?<!作)为)"
    "(?P<first>[0-9.]{1,6}[%％][和、与])?$"
)
_AND_NUMBER = re.compile("[和、与][0-9]")
_TIMES_BEFORE = re.compile("(?:年均|同比|累计|已|比上年|较上年|[0-9]{4}年|去年|今年|全年|年末){1,3}$")
_LED_TO = re.compile("(?:达到?|增至|升至|突破|超过|至|为)[^，。；]{0,3}$")
_PLACES_END = frozenset("省市州县区旗乡镇村")
_PLACE_LENGTH = 6
_ITEM = 8
_BETWEEN_ITEMS = re.compile("[、与]|(?<![共调])和(?!谐)|(?<![普涉触])及(?![时格其])")
_LISTED = 2


def is_place(words: str) -> bool:
    """Whether a word is the name of a place (东城区)."""
    return words[-1] in _PLACES_END and len(words) <= _PLACE_LENGTH


def in_brackets(previous: Draft, draft: Draft, body: str) -> bool:
    """Whether the number stands in brackets that opened just before it or before its neighbour."""
    lead = body[max(0, previous.start - REACH) : draft.start]
    return lead.rfind("（") > lead.rfind("）")


def continues(previous: Draft, draft: Draft, body: str) -> bool:
    """Whether the object of the number before may be meant again: same unit, or a rate of it."""
    if draft.dimension in ("ratio", "rank"):
        return True
    if previous.change is not None and previous.dimension == "ratio" and previous.of is None:
        return _LED_TO.search(body, previous.end, draft.start) is not None  # 增长1倍，达到30亿元
    if body[previous.end : draft.start].strip("约近达共计超过") in ("、", "和", ""):
        return True
    return draft.unit == previous.unit or (
        draft.dimension == previous.dimension and draft.dimension not in ("count", "people", None)
    )


def subject_before(body: str, sentence: int, first: int) -> str:
    """国有单位固定资产投资增长加快，全年增长19.5%: the subject of the clause before."""
    start = max(sentence, first - 1 - REACH)
    clause = body[start : first - 1]
    cut = max(clause.rfind(mark) for mark in "，,；;：:")
    if start > sentence and cut < 0:
        return ""
    _, listed, last = clause[cut + 1 :].rpartition("等")
    words = words_of(last if listed and len(last) >= _LISTED else clause[cut + 1 :])  # 猪肉、羊肉等副食品
    taken, deeds, _ = closing_phrase(words)
    if taken and not deeds and taken[-1][0].endswith(CARRIERS):
        return short(taken)  # 人口覆盖率，由65%提高到91%
    found = subject_phrase(words)
    return found if len(found) >= 2 else ""


def near(previous: Draft, draft: Draft, body: str) -> bool:
    """Whether two numbers stand close together in one sentence."""
    gap = body[previous.end : draft.start]
    return len(gap) <= 24 and not any(c in "。；;\n" for c in gap)


def respectively(draft: Draft, body: str, sentence: int) -> str | None:
    """A、B分别为3个、5个: the numbers of a list belong to its items in order."""
    first = draft.clause[0]
    text = body[max(first, draft.start - 2 * REACH) : draft.start]
    head, said, tail = text.rpartition("分别")
    if not said:
        paired = _PAIRED.search(text)
        if paired is None or (not paired["first"] and not _AND_NUMBER.match(body, draft.end)):
            return None
        head, tail = text[: paired.start("verb")], paired["first"] or ""
    head = _TIMES_BEFORE.sub("", head)
    if not head and first > sentence:  # A和B，2000年分别达到
        head = body[max(sentence, first - 1 - REACH) : first - 1]
    items = [item for item in _BETWEEN_ITEMS.split(head[-REACH:]) if item]
    at = len(_NUMBERS.findall(tail))
    if len(items) < 2 or at >= len(items) or (at == 0 and _NUMBERS.search(head)):
        return None
    words = words_of(items[at])
    taken, deeds, _ = closing_phrase(words)
    if not taken or deeds:
        taken = [word for word in words if not is_deed(word[0]) and is_noun(*word)]
    found = short(taken) or (items[at] if len(items[at]) <= _ITEM else "")
    last = words_of(items[-1])[-1:]
    shared = last[0][0] if last and last[0][0].endswith(CARRIERS) and at < len(items) - 1 else None
    whole = found.endswith((*CARRIERS, "资")) or (len(words) > 1 and is_deed(words[0][0]))  # 接待游客
    ends = whole and shared != "排放量"
    if found and shared and len(shared) > 1 and not ends:
        found += shared
    return found or None
