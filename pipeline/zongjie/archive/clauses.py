"""Clauses: the stretches between commas and stops, brackets and quotations kept whole."""

import re
from collections.abc import Iterator

_OPENING, _CLOSING = "（(“《「【[", "）)”》」】]"
_HARD = "\n\r。"  # stops that end a clause inside a bracket too
_MARK = re.compile(r"[，；。：！？\n\r,;:!?]|……|——" f"|[{re.escape(_OPENING + _CLOSING)}]")
_LONGEST_BRACKET = 60  # an opening mark further back than this was never closed
_EDGE = " 　\t*#、.．—·" + "”》"
_LEAD = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[一二三四五六七八九十]{1,2}是(?:要|着力)?|第[一二三四五六七八九十][,，、]?|其[一二三四五六])\s{0,3}"
)


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of ``text[start:end]`` in order, without the stops, blanks and marks at their edges.

    A comma inside a number (1,200), a bracket or a quotation ends none.

    >>> text = "新建公路200公里（含大修），改造“一街，两巷”3处。"
    >>> [text[a:b] for a, b in clauses(text, 0, len(text))]
    ['新建公路200公里（含大修）', '改造“一街，两巷”3处']
    """
    at, depth, opened = start, 0, start
    for mark in _MARK.finditer(text, start, end):
        sign, place = mark.group(), mark.start()
        if sign in _OPENING:
            depth, opened = depth + 1, place
        elif sign in _CLOSING:
            depth = max(0, depth - 1)
        elif depth and sign not in _HARD and place - opened < _LONGEST_BRACKET:
            continue
        elif not (sign in ",:" and _between_digits(text, place)):
            depth = 0
            yield from _trimmed(text, at, place)
            at = mark.end()
    yield from _trimmed(text, at, end)


def _between_digits(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()


def _trimmed(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    while start < end and text[start] in _EDGE:
        start += 1
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    while end > start and text[end - 1] in " 　\t*#、.．":
        end -= 1
    return ((start, end),) if end - start > 1 else ()
