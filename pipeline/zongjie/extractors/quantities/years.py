"""The year that a sentence tells of, read off the dates in it: 1956年主要产品产量增长的情况是.

A year compared with (比1955年), a year that something runs from or to (自2020年) and one that names
prices or a level (按1957年不变价格) govern nothing.
"""

import re

from zongjie.extractors.quantities.draft import Draft

_FIGURES = str.maketrans("〇零○一二三四五六七八九０１２３４５６７８９", "000123456789" + "0123456789")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LENGTH = 4
_COMPARED = re.compile('(?:比|较|同|与|从|自|由|以|按|照|和|于|到|至)[“"]?$')
_MEANT_OTHERWISE = re.compile("年?(?:的?(?:不变|价格|可比|同期|水平|决算)|相比|比较|以来|以前|起)")


class Years:
    """Remembers the last year named in the sentence that begins at ``sentence``."""

    __slots__ = ("at", "sentence", "year")

    def __init__(self) -> None:
        self.sentence = self.at = -1
        self.year: int | None = None

    def open(self, sentence: int) -> None:
        """Forget the year when a new sentence begins."""
        if sentence != self.sentence:
            self.sentence, self.year = sentence, None

    def see(self, draft: Draft, body: str) -> None:
        """Take the year of a date, if it governs what follows."""
        words = body[draft.start : draft.start + _LENGTH].translate(_FIGURES)
        if not (words.isdecimal() and _FIRST_YEAR <= int(words) <= _LAST_YEAR):
            return
        if _COMPARED.search(body, max(self.sentence, draft.start - 2), draft.start):
            return
        if not _MEANT_OTHERWISE.match(body, draft.end):
            self.year, self.at = int(words), draft.start
