"""How wide text stands on a terminal, where a Chinese character takes two columns.

Widths follow UAX #11 (East Asian Width): W and F take two columns, marks that combine and
characters that only format take none, all others one. Ambiguous ones (“ ” · —) take one, as
terminals in a UTF-8 locale draw them.
"""

import re
import unicodedata

_TOKEN = re.compile(r"[ \t\u3000]+|[!-~]+|.", re.S)
_NEVER_FIRST = frozenset("、。，；：！？）]}》〉」』】〕”’…%‰,.;:!?)°℃·")
_NEVER_LAST = frozenset("（([{《〈「『【〔“‘")


def display_width(text: str) -> int:
    """The number of columns that ``text`` takes.

    >>> display_width("政协ABC"), display_width("㎡"), display_width("e\\u0301")
    (7, 2, 1)
    """
    if text.isascii():
        return len(text)
    return sum(map(character_width, text))


def character_width(character: str) -> int:
    """0, 1 or 2 columns.

    >>> [character_width(c) for c in "中A（\\u200b"]
    [2, 1, 2, 0]
    """
    if character < "\u0300":
        return 1
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1


def pad(text: str, width: int) -> str:
    """``text`` filled up with spaces to ``width`` columns.

    >>> pad("检查", 6) + "|"
    '检查  |'
    """
    return text + " " * max(0, width - display_width(text))


def shorten(text: str, width: int, ellipsis: str = "…") -> str:
    """``text`` if it fits into ``width`` columns, else its beginning and an ellipsis.

    >>> shorten("坚持党的领导", 9)
    '坚持党的…'
    """
    if display_width(text) <= width:
        return text
    room, kept = width - display_width(ellipsis), []
    for character in text:
        room -= character_width(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept).rstrip() + ellipsis


def wrap(text: str, width: int) -> list[str]:
    """``text`` cut into lines of at most ``width`` columns.

    Chinese may break after any character, but no line begins with a closing mark (禁则); words
    of other scripts stay whole unless they are longer than a line. Line ends in ``text`` stay.

    >>> wrap("一年来，成绩喜人。See docs", 10)
    ['一年来，成', '绩喜人。', 'See docs']
    """
    return [line for row in text.split("\n") for line in _wrap_row(row, max(width, 4))]


def _wrap_row(row: str, width: int) -> list[str]:
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for token in _TOKEN.findall(row):
        for piece in _pieces(token, width):
            size = display_width(piece)
            if used + size > width and line:
                carried = _carried_over(line, piece)
                lines.append("".join(line).rstrip())
                line, used = carried, sum(map(display_width, carried))
                if piece.isspace() and not line:
                    continue
            line.append(piece)
            used += size
    return [*lines, "".join(line).rstrip()] if line or not lines else lines


def _pieces(token: str, width: int) -> list[str]:
    """A token as it is, or cut up if it is longer than a line."""
    if display_width(token) <= width:
        return [token]
    return [token[at : at + width] for at in range(0, len(token), width)]


def _carried_over(line: list[str], piece: str) -> list[str]:
    """The end of ``line`` that must go over to the next one together with ``piece``; cut off here."""
    carried: list[str] = []
    first = piece
    while len(line) > 1 and (first[0] in _NEVER_FIRST or line[-1] in _NEVER_LAST):
        first = line.pop()
        carried.insert(0, first)
        if len(carried) == 4:
            break
    return carried
