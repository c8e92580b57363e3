"""Paragraphs: stretches between line ends, or begun by an indent where the line ends are lost."""

import re

_BREAK = re.compile(
    r"""
      (?:\\r)?\\n                      # line ends escaped by a scraper: a backslash and a letter
    | [\r\n\v\f\x1c-\x1e\x85\u2028\u2029]
    | [\u3000\u2003]{2,} | \xa0{4,}     # an indent inside a line: its line end was lost
    """,
    re.VERBOSE,
)
_BLANK = " \t\u3000\xa0\ufeff\u200b\u2002\u2003\u2009"
_BLANK_OR_BREAK = _BLANK + "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_MARK_ONLY = re.compile(
    r"""(?:\#{1,6}|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]{1,2}|[(（]?[0-9]{1,2}[)）、.．]{1,2}
    |第[一二三四五六七八九十]{1,3}(?:部分|[章节篇编]))\Z""",
    re.VERBOSE,
)


def paragraphs(body: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs, without white space at either end; empty ones left out.

    A line that holds nothing but a mark (第一部分) goes together with the line that follows.

    >>> paragraphs("　　一、总体情况　　今年以来")
    [(2, 8), (10, 14)]
    """
    spans: list[tuple[int, int]] = []
    at = 0
    pending: int | None = None
    for match in _BREAK.finditer(body):
        pending = _add(body, at, match.start(), spans, pending)
        at = match.end()
    pending = _add(body, at, len(body), spans, pending)
    if pending is not None:
        spans.append((pending, pending + len(body[pending:].rstrip(_BLANK_OR_BREAK))))
    return spans


def _add(body: str, start: int, end: int, spans: list[tuple[int, int]], pending: int | None) -> int | None:
    if start == end:
        return pending
    start, end = _trimmed(body, start, end)
    if start == end:
        return pending
    if end - start < 9 and pending is None and _MARK_ONLY.match(body, start, end):
        return start
    spans.append((start if pending is None else pending, end))
    return None


def _trimmed(body: str, start: int, end: int) -> tuple[int, int]:
    piece = body[start:end]
    left = piece.lstrip(_BLANK)
    start = end - len(left)
    return start, start + len(left.rstrip(_BLANK))
