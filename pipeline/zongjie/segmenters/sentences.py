"""Sentences: to the next end stop outside quotes and brackets, or to the end of the paragraph.

End stops are 。!?; in either width; a half-width full stop only if it is in no number, no
abbreviation and no address. A quotation that ends a sentence of its own (…。”) ends it there.

Source: GB/T 15834—2011 (end stops; quotation marks belong to what they enclose).
"""

import re

_EVENT = re.compile(r"""[。！？!?；;.“”‘’"「」『』《》〈〉（）()〔〕【】\[\]]""")
_STOPS = frozenset("。！？!?；;.")
_CLOSERS = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "〉": "〈", "）": "（", ")": "(",
            "〕": "〔", "】": "【", "]": "["}  # fmt: skip
_OPENERS = frozenset(_CLOSERS.values())
_QUOTES = frozenset('”」』"')
_GOES_ON = frozenset("，、,：:的等和与及或是为这了而之")
_BLANK = " \t\u3000\xa0"
LONGEST_ENCLOSURE = 400
"""A quotation or bracket longer than this is taken for a mark that was never closed."""


def sentences(body: str, paragraphs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of the sentences of ``paragraphs``, trimmed, in order; together they cover them.

    >>> text = '他说:“要团结。要奋斗。”会议强调落实。'
    >>> [text[a:b] for a, b in sentences(text, [(0, len(text))])]
    ['他说:“要团结。要奋斗。”', '会议强调落实。']
    """
    spans: list[tuple[int, int]] = []
    for start, end in paragraphs:
        _split(body, start, end, spans)
    return spans


def _split(body: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    events = [(m.start(), m[0]) for m in _EVENT.finditer(body, start, end)]
    closed_at = _matched(events)
    begin = start
    inside = -1  # the end of the enclosure that we are in
    cut = -1  # an end stop was seen: the sentence ends here unless stops and closers follow
    for number, (at, sign) in enumerate(events):
        if at < inside:
            continue
        opens = number in closed_at
        follows = at == cut and not opens and (sign in _STOPS or sign in _CLOSERS or sign == '"')
        if cut >= 0 and not follows:
            begin, cut = _close(body, begin, cut, spans), -1
        if opens:
            inside = closed_at[number]
            if _ends_in_quotation(body, at, inside, end):
                cut = inside + 1
        elif follows or (sign in _STOPS and (sign != "." or _is_full_stop(body, at, start, end))):
            cut = at + 1
    if 0 <= cut < end:
        begin = _close(body, begin, cut, spans)
    _close(body, begin, end, spans)


def _ends_in_quotation(body: str, opener: int, closer: int, end: int) -> bool:
    """Whether the quotation holds a whole sentence and nothing goes on after it."""
    if body[closer] not in _QUOTES or body[closer - 1] not in "。！？!?" or closer - opener < 2:
        return False
    return not (closer + 1 < end and body[closer + 1] in _GOES_ON)


def _close(body: str, start: int, end: int, spans: list[tuple[int, int]]) -> int:
    while start < end and body[start] in _BLANK:
        start += 1
    last = end
    while last > start and body[last - 1] in _BLANK:
        last -= 1
    if start < last:
        spans.append((start, last))
    return end


def _matched(events: list[tuple[int, str]]) -> dict[int, int]:
    """Event number of each opener that is closed → offset of its closer."""
    open_: dict[str, list[int]] = {}
    closed: dict[int, int] = {}
    for number, (at, sign) in enumerate(events):
        if sign in _OPENERS:
            open_.setdefault(sign, []).append(number)
        elif sign in _CLOSERS or sign == '"':
            waiting = open_.get(_CLOSERS.get(sign, sign))
            if waiting:
                opener = waiting.pop()
                if at - events[opener][0] <= LONGEST_ENCLOSURE:
                    closed[opener] = at
            elif sign == '"':
                open_.setdefault(sign, []).append(number)
    return closed


def _is_full_stop(body: str, at: int, start: int, end: int) -> bool:
    before = body[at - 1] if at > start else " "
    after = body[at + 1] if at + 1 < end else " "
    if after in " \t\u3000\xa0":
        return at - start > 3 or not before.isdecimal()  # "1. " opens an item
    if "\u4e00" <= after <= "\u9fff":
        return "\u4e00" <= before <= "\u9fff" or before in '%％)）”"'
    return after in '”"’)）'
