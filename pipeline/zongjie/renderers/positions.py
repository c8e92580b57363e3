"""From an offset to line and column, and to the line's own words."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Lines:
    """The lines of a text; line ends are CRLF, LF or CR, as editors count them.

    >>> lines = Lines("甲\\r\\n乙丙")
    >>> lines.position(4), lines.span(2), lines.count
    ((2, 2), (3, 5), 2)
    """

    text: str

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        starts, ends = [0], []
        for mark in _LINE_END.finditer(self.text):
            ends.append(mark.start())
            starts.append(mark.end())
        ends.append(len(self.text))
        return starts, ends

    @property
    def count(self) -> int:
        return len(self._edges[0])

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of ``offset``, both from 1; columns are code points."""
        starts, _ = self._edges
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def span(self, line: int) -> tuple[int, int]:
        """The half-open span of line number ``line`` (from 1), without its line end."""
        starts, ends = self._edges
        return starts[line - 1], ends[line - 1]
