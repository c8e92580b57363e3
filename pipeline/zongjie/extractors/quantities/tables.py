"""Tables in Markdown: which column a figure stands in, for a cell has no words around it."""

import re
from bisect import bisect_right

_RULE = re.compile(r"^[ \t]*\|(?:[ \t]*:?-{2,}:?[ \t]*\|){1,40}[ \t]*$", re.MULTILINE)
_CELL = re.compile(r"[ \t]*[*~`]{0,2}[0-9][0-9,]{0,12}(?:\.[0-9]{1,6})?[*~`]{0,2}[ \t]*")


class Tables:
    """The tables of a text; ``column`` answers in the order of a binary search."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._spans: list[tuple[int, int]] = []
        self._heads: list[tuple[str, ...]] = []
        for rule in _RULE.finditer(body) if "|" in body else ():
            head_end = rule.start() - 1
            head = body[body.rfind("\n", 0, max(0, head_end)) + 1 : max(0, head_end)]
            end = rule.end()
            while body[end : end + 1] == "\n" and body[end + 1 : end + 12].lstrip(" \t").startswith("|"):
                stop = body.find("\n", end + 1)
                end = len(body) if stop < 0 else stop
            if "|" in head and end > rule.end():
                self._spans.append((rule.end(), end))
                self._heads.append(tuple(cell.strip(" \t*`") for cell in head.strip().strip("|").split("|")))

    def __bool__(self) -> bool:
        return bool(self._spans)

    def column(self, start: int, end: int) -> str | None:
        """The head of the column whose cell holds nothing but ``[start, end)``; None elsewhere."""
        at = bisect_right(self._spans, (start, len(self._body) + 1)) - 1
        if at < 0 or start >= self._spans[at][1]:
            return None
        body = self._body
        line = body.rfind("\n", 0, start) + 1
        bar = body.rfind("|", line, start)
        close = body.find("|", end, end + 24)
        if bar < 0 or close < 0 or not _CELL.fullmatch(body, bar + 1, close):
            return None
        column = body.count("|", line, start) - (body[line:start].lstrip(" \t")[:1] == "|")
        heads = self._heads[at]
        return heads[column] if 0 <= column < len(heads) else None
