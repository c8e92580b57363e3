"""Clauses: the stretches between commas and stops, brackets and quotations kept whole."""

import re
from collections.abc import Iterator

_STOP = re.compile(r"[，；。：！？\n\r,;:!?]|……|——")
_OPENING, _CLOSING = "（(“《「【[", "）)”》」】]"
_BRACKET = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
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
    at, read, depth, opened = start, start, 0, start
    for stop in _STOP.finditer(text, start, end):
        depth, opened = _depth(text, read, stop.start(), depth, opened)
        read = stop.end()
        hard = stop.group() in "\n\r。"
        if depth and not hard and stop.start() - opened < _LONGEST_BRACKET:
            continue
        if stop.group() in ",:." and _between_digits(text, stop.start()):
            continue
        depth = 0
        yield from _trimmed(text, at, stop.start())
        at = stop.end()
    yield from _trimmed(text, at, end)


def _depth(text: str, start: int, end: int, depth: int, opened: int) -> tuple[int, int]:
    for found in _BRACKET.finditer(text, start, end):
        sign, at = found.group(), found.start()
        if sign in _OPENING:
            depth, opened = depth + 1, at
        else:
            depth = max(0, depth - 1)
    return depth, opened


def _between_digits(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in _EDGE:
        start += 1
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    while end > start and text[end - 1] in " 　\t*#、.．":
        end -= 1
    if end - start > 1:
        yield start, end
