"""A place in the text shown in its line, with carets that stand right under wide characters."""

from dataclasses import dataclass

from zongjie.renderers.positions import Lines
from zongjie.renderers.width import character_width, display_width

_BEFORE = 24  # columns of context before the span, where the line is too long to show whole
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of source, cut to a width, and how far under it the carets stand.

    ``line`` and ``column`` are from 1. ``indent`` and ``carets`` count terminal columns;
    ``[start, end)`` is the marked stretch of ``shown`` in characters. ``goes_on`` tells that the
    span is longer than what is shown.
    """

    line: int
    column: int
    shown: str
    start: int
    end: int
    indent: int
    carets: int
    goes_on: bool

    @property
    def underline(self) -> str:
        return " " * self.indent + "^" * self.carets


def excerpt(lines: Lines, start: int, end: int, width: int) -> Excerpt:
    """The line that ``[start, end)`` begins in, in at most ``width`` columns, the span in view.

    >>> one = excerpt(Lines("第一行\\n全年共组织研讨32次。"), 6, 8, 40)
    >>> print(one.shown, one.underline, sep="\\n")
    全年共组织研讨32次。
        ^^^^
    """
    line, column = lines.position(start)
    line_start, line_end = lines.span(line)
    stop = max(min(end, line_end), min(start + 1, line_end))
    words = lines.text[line_start:line_end].replace("\t", " ")
    words = "".join(c if c.isprintable() or c == "\u3000" else " " for c in words)
    a, b = start - line_start, stop - line_start
    first, last = _window(words, a, b, width)
    before = _ELLIPSIS if first > 0 else ""
    after = _ELLIPSIS if last < len(words) else ""
    shown = before + words[first:last] + after
    a, b = a - first + len(before), min(b, last) - first + len(before)
    return Excerpt(
        line=line,
        column=column,
        shown=shown,
        start=a,
        end=b,
        indent=display_width(shown[:a]),
        carets=max(display_width(shown[a:b]), 1),
        goes_on=end > line_start + last,
    )


def _window(words: str, a: int, b: int, width: int) -> tuple[int, int]:
    """The stretch of ``words`` to show so that ``[a, b)``, or its beginning, is in view."""
    if len(words) <= width and display_width(words) <= width:
        return 0, len(words)
    room = width - 2 * display_width(_ELLIPSIS)
    span = _columns(words, a, min(b, a + room))
    before = min(_BEFORE, max(room - span, 8)) if span < room else 8
    first = _back(words, a, before)
    last = _forth(words, first, room)
    if last == len(words):  # the line ends in view: show more of what stands before
        first = min(first, _back(words, last, room))
    return first, last


def _columns(words: str, a: int, b: int) -> int:
    return display_width(words[a:b])


def _back(words: str, at: int, columns: int) -> int:
    while at > 0 and (columns := columns - character_width(words[at - 1])) >= 0:
        at -= 1
    return at


def _forth(words: str, at: int, columns: int) -> int:
    while at < len(words) and (columns := columns - character_width(words[at])) >= 0:
        at += 1
    return at
