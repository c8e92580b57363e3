"""What was counted (object), the deed (action), and the indicator (metric) of a quantity.

Read off the tagged words of the clause: the noun phrase after the unit (60多条意见建议), else
the one before the number (关闭自备井98口), else what the neighbour in the list counts.
"""

import re

from zongjie.extractors.quantities.draft import Draft
from zongjie.extractors.quantities.tagging import Tagged, tag
from zongjie.extractors.quantities.words import word_set

_REACH = 40
_LINKS = word_set("links")
_CARRIERS = tuple(word_set("carriers"))
_NOUNISH = frozenset(("nr", "vn", "an", "l", "j", "eng", "b", "a", "s", "i", "g", "zg"))
_REACHED = re.compile("(?:(?:增|降|升|扩|增加|提高|下降|上升|提升)[至到]|达到?|[为约近逾]|超过?|突破)$")
_GATHERINGS = ("活动", "会", "班", "课", "工作", "行动")
_ADVERBIAL_ENDS = frozenset("上下中后来内前间里")
_EVENTS = word_set("events")
_EVENT_UNITS = frozenset(("次", "场", "场次", "轮", "遍", "期", "趟", "批次", "人次", "余次"))
_LEADING = word_set("leading")
_COUNTED_PEOPLE = frozenset(("人", "人口"))


def find_object(draft: Draft, body: str, previous: Draft | None, sentence: int) -> None:
    """Fill ``object``, ``action`` and ``metric`` of a draft that measures or counts."""
    first, last = draft.clause
    start, end = draft.start, draft.end
    after = _after(body, end, min(last, end + 24)) if draft.dimension in _COUNTABLE else ""
    floor = first if previous is not None or after else sentence
    if draft.dimension == "ratio" and body[end : end + 1] == "的":
        after = _after(body, end + 1, min(last, end + 24))
    if "分别" in body[max(first, start - _REACH) : start]:
        draft.object = _respectively(draft, body, previous)
        if draft.object:
            draft.metric = draft.object if draft.dimension not in _COUNTABLE else None
            return
    before, action = _before(body, max(first, start - _REACH), start, draft, min(floor, first))
    draft.action = action
    if draft.dimension in _COUNTABLE:
        found = after or before
    else:
        found = after or before
        draft.metric = found or None
    if action and draft.unit in _EVENT_UNITS and (not found or (action in _EVENTS and not after)):
        found = action
    if not found and previous is not None and previous.object and _near(previous, draft, body):
        found, draft.metric = previous.object, draft.metric or previous.metric
        draft.action = draft.action or previous.action
    if not found and not draft.dimension:
        found = after
    draft.object = found or None


def _respectively(draft: Draft, body: str, previous: Draft | None) -> str | None:
    """A、B分别为3个、5个: the numbers of a list belong to its items in order."""
    first = draft.clause[0]
    head, _, tail = body[max(first, draft.start - 2 * _REACH) : draft.start].rpartition("分别")
    items = [item for item in re.split("[、和与及]", head[-_REACH:]) if item]
    at = len(_NUMBERS.findall(tail))
    if len(items) < 2 or at >= len(items) or (at == 0 and _NUMBERS.search(head)):
        return None
    words = [word for word in tag(items[at]) if not _is_deed(word[0]) and _is_noun(*word)]
    found = _short(words)
    shared = next((carrier for carrier in _CARRIERS if items[-1].endswith(carrier)), None)
    if found and shared and not found.endswith(_CARRIERS):
        found += shared
    return found or None


_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_COUNTABLE = frozenset(("count", "people", "area", "volume", "money", "length", "mass", "energy", None))


def _near(previous: Draft, draft: Draft, body: str) -> bool:
    gap = body[previous.end : draft.start]
    return len(gap) <= 24 and not any(c in "。；;\n" for c in gap)


def _after(body: str, start: int, end: int) -> str:
    """The noun phrase that begins at ``start``: 意见建议, 委员工作室, 国家级渔港经济区."""
    text = body[start:end].lstrip(" ")
    if not text:
        return ""
    opening = text[0]
    if opening in "(（":
        close = text.find("）" if opening == "（" else ")")
        if 0 < close <= 8:
            text = text[close + 1 :]
    for mark in "、（(；;》":
        cut = text.find(mark)
        if cut == 0:
            return ""
        if cut > 0:
            text = text[:cut]
    taken: list[tuple[str, str]] = []
    words = tag(text)
    for at, (word, flag) in enumerate(words):
        if flag == "x":
            if word in "“”\"'‘’" and len(words) > at + 1:
                continue
            break
        if not taken and word in _LEADING:
            continue
        if word == "的":
            if not taken or at + 1 >= len(words):
                break
            taken.clear()
            continue
        if word == "以上" and taken and at + 1 < len(words) and _is_noun(*words[at + 1]):
            taken.append((word, flag))  # 科级以上干部
            continue
        if _is_deed(word) or not (_is_noun(word, flag) or _leads_to_noun(words, at)):
            break
        taken.append((word, flag))
    return _short(taken)


def _is_deed(word: str) -> bool:
    return word in _DEEDS or word in _LINKS or (len(word) == 4 and word[:2] in _DEEDS and word[2:] in _DEEDS)


def _is_noun(word: str, flag: str) -> bool:
    """A noun by its tag, or one that jieba's dictionary takes for a verb (收入, 做法, 率)."""
    return (
        flag in _NOUNISH
        or flag[:1] == "n"
        or (flag == "z" and len(word) > 1)
        or (flag == "v" and (word in _NOUNS or word.endswith(_CARRIERS)))
    )


def _leads_to_noun(words: Tagged, at: int) -> bool:
    """Whether a verb (便利化, 支持) or 以上 only leads up to a noun: 支持政策."""
    if words[at][1] not in ("v", "f") or at + 1 >= len(words):
        return False
    word, flag = words[at + 1]
    return not _is_deed(word) and (_is_noun(word, flag) or (flag == "v" and _leads_to_noun(words, at + 1)))


_NOUNS = word_set("nouns")
_DEED_NOUNS = word_set("deed_nouns")
_TRAILING = word_set("trailing")
_DEEDS = word_set("deeds")


def _before(
    body: str, start: int, end: int, draft: Draft, floor: int, away: bool = False
) -> tuple[str, str | None]:
    """The noun phrase nearest before the number and the verb before that."""
    text = body[start:end].rstrip()
    reached = _REACHED.search(text)
    if reached is not None:
        text = text[: reached.start()]
    if text[-1:] in "）)" and (opened := max(text.rfind("（"), text.rfind("("))) >= 0:
        text = text[:opened]
    cut = max(text.rfind(mark) for mark in "；;。")
    text = text[cut + 1 :]
    words = tag(text)
    at = len(words) - 1
    action: str | None = None
    while at >= 0 and (
        words[at][0] in _LINKS
        or words[at][1] in ("d", "p", "uj", "ul", "c", "u", "m", "r", "t", "f", "ud", "k", "y")
    ):
        if (
            words[at][1] in ("v", "vn")
            and action is None
            and words[at][0] not in ("是", "有", "在", "到", "至", "为")
        ):
            action = words[at][0]
        at -= 1
    at = _into_quotes(words, at)
    if (
        at < 0 and start > floor and body[start - 2 : start - 1] not in _ADVERBIAL_ENDS
    ):  # 覆盖率,由65%提高到91%: the subject stands in the clause before
        return _before(body, max(floor, start - _REACH), start - 1, draft, start, away=True)
    taken: list[tuple[str, str]] = []
    while at >= 0:
        word, flag = words[at]
        if flag == "x":
            if word in '“”"' and taken and at > 0 and words[at - 1][1] != "x":
                break
            if word in '“”"）)（(' and not taken:
                at -= 1
                continue
            break
        deeper = words[at - 1] if at else ("", "")
        if flag == "f" and taken and word == "以上":
            taken.append((word, flag))
            at -= 1
            continue
        if _is_deed(word) and not (
            word in _DEED_NOUNS and taken and taken[-1][0].endswith(_CARRIERS) and _is_noun(*deeper)
        ):
            break
        if not taken and flag[:1] == "v" and len(word) > 1 and not away:
            taken.append((word, flag))  # unknown: tagged as a verb
        elif _is_noun(word, flag) or (
            flag == "v" and taken and _is_noun(*deeper) and not _is_deed(deeper[0])
        ):
            taken.append((word, flag))
        else:
            break
        at -= 1
    for word, flag in reversed(words[: at + 1]):
        if flag[0] == "v" and word not in ("是", "有", "为", "在"):
            action = word if action is None or (action in _LINKS and draft.dimension == "count") else action
            break
        if flag == "x":
            break
    taken.reverse()
    told = draft.unit in _EVENT_UNITS and len(taken) > 1 and taken[0][0] in _EVENTS
    if told and not taken[-1][0].endswith(_GATHERINGS):  # 宣讲政策8次: the telling is counted
        return _short(taken[1:]), taken[0][0]
    return _short(taken), action


def _into_quotes(words: Tagged, at: int) -> int:
    """Step over the closing quotation mark of 举办“微协商”20余次."""
    while at >= 0 and words[at][1] == "x" and words[at][0] in '”"》）)':
        at -= 1
    return at


def _short(taken: list[tuple[str, str]]) -> str:
    """The phrase without words that only lead up to it, of at most four words."""
    while len(taken) > 1 and taken[0][0] in _LEADING:
        taken = taken[1:]
    if len(taken) > 1 and taken[-1][0] == "报告" and taken[-2][0] == "成果":
        taken = taken[:-1]  # a paper that carries results is named by the results
    while len(taken) > 1 and (
        taken[-1][0] in _LEADING or taken[-1][0] in _TRAILING or taken[-1][1] in ("a", "ad", "d")
    ):
        taken = taken[:-1]
    return "".join(word for word, _ in taken[-4:])
