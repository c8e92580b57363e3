"""The year that a sentence tells of, read off the dates in it: 1956年主要产品产量增长的情况是.

A year compared with (比1955年), a year that something runs from or to (自2020年) and one that names
prices or a level (按1957年不变价格) govern nothing.
"""

import re

from zongjie.extractors.quantities.draft import Draft

_FIGURES = str.maketrans("〇零○一二三四五六七八九０１２３４５６７８９", "000123456789" + "0123456789")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LENGTH = 4
_OPENING = 3
_COMPARED = re.compile('(?:比|较|同|与|从|自|由|以|按|照|和|于|到|至)[“"]?$')
_MEANT_OTHERWISE = re.compile(
    "年?(?:的?(?:不变|价格|可比|同期|水平|决算)|相比|比较|以来|以前|起|的[ ]?[0-9０-９])"
)


class Years:
    """Remembers the last year named in the sentence that begins at ``sentence``.

    A year that opened the sentence before, or that made a promise there, goes on in the next.
    """

    __slots__ = ("at", "named", "promised", "sentence", "year")

    def __init__(self) -> None:
        self.sentence = self.at = self.promised = -1
        self.year: int | None = None
        self.named = False

    def open(self, sentence: int, body: str) -> None:
        """Forget the year when a new sentence begins that it does not lead into."""
        if self.year is not None:
            last = self.promised if self.promised >= 0 else self.at
            leads = self.promised >= 0 or (self.named and self.at - self.sentence <= _OPENING)
            if leads and body.count("。", last, sentence) == 1 and "\n" not in body[last:sentence]:
                self.at = sentence
            else:
                self.year = None
        self.sentence, self.promised, self.named = sentence, -1, False

    def see(self, draft: Draft, body: str) -> None:
        """Take the year of a date, if it governs what follows."""
        end = draft.start + _LENGTH
        words = body[draft.start : end].translate(_FIGURES)
        if body[end : end + 1] != "年" or not words.isdecimal():
            return
        if not _FIRST_YEAR <= int(words) <= _LAST_YEAR:
            return
        if _COMPARED.search(body, max(self.sentence, draft.start - 2), draft.start):
            return
        if not _MEANT_OTHERWISE.match(body, draft.end):
            self.year, self.at, self.named = int(words), draft.start, True
