"""Lists inside a paragraph (一是…;二是…) taken apart into their items."""

import re
from collections.abc import Iterator

# A mark stands at the start of a clause: at the start of the text, or after a stop or a blank.
_MARK = re.compile(
    r"""(?<![^。;；:：,，、!！\s])
    (?:  [一二三四五六七八九十]{1,2}(?:是要|是|要)[,，:：]?  # 一是 二要
      |  第[一二三四五六七八九十]{1,2}[,，、]              # 第一,
      |  其[一二三四五六七八][,，、是]                     # 其一,
      |  (?:首先|其次|再次|最后)(?:是)?[,，]?               # 首先,
      |  [(（][一二三四五六七八九十\d]{1,2}[)）][、.]?       # (1)
      |  [①②③④⑤⑥⑦⑧⑨⑩]
      |  \d{1,2}[..、](?!\d)                              # 1.
      |  [—]{2}
    )\s{0,4}""",
    re.VERBOSE,
)
_LEAD = 12  # characters of a lead before the first mark
_SPOKEN = re.compile(r"[一二三四五六七八九十]{1,2}是|其[一二三四五六七八]|首先|其次|再次|最后是")
_STOP = re.compile(r"[。;；!！\n\r]")
_END_MARKS = frozenset(",，、;；。.!！")


def list_items(text: str, start: int, end: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Where the list of ``text[start:end]`` begins, and its items without mark and end stop.

    An item ends at its first full stop or semicolon. Without at least two marks there is no
    list: the answer is then ``(end, ())``.
    """
    marks = [(m.start(), m.end()) for m in _MARK.finditer(text, start, end)]
    if len(marks) < 2:
        return end, ()
    items = []
    for at, (_, after) in enumerate(marks):
        limit = marks[at + 1][0] if at + 1 < len(marks) else end
        stop = _STOP.search(text, after, limit)
        item = trimmed(text, after, stop.start() if stop else limit)
        if item[0] < item[1]:
            items.append(item)
    return marks[0][0], tuple(items)


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of ``text[start:end]`` between full stops and semicolons, trimmed."""
    at = start
    for stop in _STOP.finditer(text, start, end):
        piece = trimmed(text, at, stop.start())
        if piece[0] < piece[1]:
            yield piece
        at = stop.end()
    piece = trimmed(text, at, end)
    if piece[0] < piece[1]:
        yield piece


def after_mark(text: str, start: int, end: int) -> int:
    """Where the words begin after a mark that opens ``text[start:end]``, alone or behind a short
    lead (具体而言,一是); ``start`` without one.
    """
    mark = _MARK.search(text, start, min(end, start + _LEAD))
    return mark.end() if mark else start


def opens_with_mark(text: str, start: int, end: int, *, announced: bool = False) -> bool:
    """Whether a paragraph is an item of a list told in words: 一是, 其二, 首先.

    Any mark will do (—— 1. ①) where the paragraph before ``announced`` a list by its colon.
    """
    while start < end and text[start].isspace():
        start += 1
    return (_MARK if announced else _SPOKEN).match(text, start, end) is not None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks at its edges and without stops or 等等 at its end."""
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    tail = len(words)
    while tail and (
        words[tail - 1] in _END_MARKS or words[tail - 1].isspace() or words[tail - 2 : tail] == "等等"
    ):
        tail -= 2 if words[tail - 1] == "等" else 1
    return min(start + lead, end), max(start + lead, start + tail)
