"""Weighs two regions of a text: are they one passage, pasted and perhaps edited?

Places that are nearly equal need few characters that are no set phrase; the less alike they
are, the more: sentences built alike (last year's figures and this year's, two lines of one
list) share words without one being made from the other.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from zongjie.comparing.chains import Chain
from zongjie.comparing.differences import Aligned, Difference, align
from zongjie.comparing.edges import span_of
from zongjie.comparing.passage import Region, RepeatedPassage
from zongjie.comparing.skeleton import Skeleton

_NEARLY_ALL = 0.95  # likeness from which nothing more is asked for
_DEARER = 130  # fresh characters more for a likeness of 0 instead of ``_NEARLY_ALL``
_FEWEST, _CHEAPER = 8, 4  # a long passage that is all equal may be mostly set phrases
_FIGURE, _FIGURES = 15, 45  # more for each figure that differs, at most: lines of one table
_WHOLLY, _DROPPED = 0.97, 0.9  # of the shorter place, all in the other: clauses were left out, no more
_SEVERAL = 3  # sentences in a row that are the same are pasted, set phrases or not
_MOSTLY, _LESS, _AFTER_ALL = 0.8, 6, 12  # mostly alike and long: fewer for so many characters more, at least
_HALF_ALIKE, _TWICE = 0.7, 2  # share of the longer place under which twice as many are wanted at least
_SIDE_BY_SIDE, _PARALLEL = 15, 40  # characters between places; more for sentences built alike
_BY_LONGER = 0.35  # of what makes places alike: share of the longer; the rest by the shorter one
_FIRST_HAN, _CHINESE = 0x3007, 0.6
PIECE = 5  # elements in a row that both sides must have to count as equal out of order


@dataclass(frozen=True, slots=True)
class Weighing:
    """A text made ready, and the thresholds; see ``repeats`` for what they mean.

    ``pieces`` are the hashes of the runs of ``PIECE`` elements.
    """

    text: str
    skeleton: Skeleton
    letters: str
    pieces: NDArray[np.uint64]
    set_phrases: NDArray[np.bool_]
    characters: int
    fresh: int
    share: float

    def holds(self, one: Chain) -> bool:
        """Whether enough of both sides of a chain stands in the other, in any order."""
        first, second = (one.first, one.first_end), (one.second, one.second_end)
        wanted = self.share * max(first[1] - first[0], second[1] - second[0])
        if PIECE * np.count_nonzero(_is_in(self._of(first), self._of(second))) < wanted:
            return False  # at a glance
        here, there = self.common(first, second)
        return bool(min(here.sum(), there.sum()) >= wanted)

    def is_chinese(self, region: Region) -> bool:
        """Whether most of a region is Chinese: not a table of links or of commands."""
        codes = self.skeleton.codes[region[0] : region[1]]
        return bool((codes >= _FIRST_HAN).mean() >= _CHINESE)

    def common(self, first: Region, second: Region) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Of each side's elements whether they stand in a run of ``PIECE`` that the other has too."""
        if self.letters[first[0] : first[1]] == self.letters[second[0] : second[1]]:
            every = np.ones(first[1] - first[0], dtype=np.bool_)
            return every, every.copy()
        one, other = self._of(first), self._of(second)
        return _covered(first, _is_in(one, other)), _covered(second, _is_in(other, one))

    def _of(self, region: Region) -> NDArray[np.uint64]:
        """The pieces that lie in a region."""
        return self.pieces[region[0] : max(region[0], region[1] - PIECE + 1)]

    def judged(self, first: Region, second: Region) -> RepeatedPassage | None:
        """The passage that two regions make, if they are long and alike enough."""
        spans = tuple(span_of(self.text, self.skeleton, *region) for region in (first, second))
        if min(first[1] - first[0], second[1] - second[0]) < self.characters * 0.8:
            return None
        if min(end - start for start, end in spans) < self.characters:
            return None
        aligned = align(self.text, self.skeleton, self.letters, first, second)
        here, there = self.common(first, second)
        if aligned:
            for a, b, length in aligned.blocks:
                if length > 1:
                    here[a - first[0] : a - first[0] + length] = True
                    there[b - second[0] : b - second[0] + length] = True
        equal, lengths = int(min(here.sum(), there.sum())), (len(here), len(there))
        share, contained = equal / max(lengths), equal / min(lengths)
        fresh = int((here & ~self.set_phrases[first[0] : first[1]]).sum())
        alike = _BY_LONGER * share + (1 - _BY_LONGER) * min(1.0, contained)
        if contained >= _WHOLLY:
            alike = max(alike, _DROPPED)
        if share < self.share or fresh < self._wanted(share, alike, spans, aligned):
            return None
        if not self.is_chinese(first):
            return None
        differences = aligned.differences if aligned else ()
        return RepeatedPassage(spans, round(min(1.0, share), 4), fresh, 2, differences)

    def _wanted(self, share: float, alike: float, spans: tuple[Region, ...], found: Aligned | None) -> float:
        """How many fresh equal characters make a repeat: the more, the less alike the two places are."""
        figures = sum(_other_figure(self.text, one) for one in (found.differences if found else ()))
        longer = min(end - start for start, end in spans) - self.characters
        if alike >= _NEARLY_ALL:
            relaxed = figures == 0 and share >= _NEARLY_ALL
            if relaxed and share == 1.0 and self._sentences(spans[0]) >= _SEVERAL:
                return 0
            return max(_FEWEST, self.fresh - longer / _CHEAPER) if relaxed else self.fresh
        wanted = self.fresh + _DEARER * (_NEARLY_ALL - alike) + min(_FIGURE * figures, _FIGURES)
        if spans[1][0] - spans[0][1] <= _SIDE_BY_SIDE:
            wanted += _PARALLEL
        if alike >= _MOSTLY:
            return max(_AFTER_ALL, wanted - max(0, longer) / _LESS)
        return max(wanted, _TWICE * self.fresh) if share < _HALF_ALIKE else wanted

    def _sentences(self, span: Region) -> int:
        return sum(self.text.count(stop, *span) for stop in "。；！？;")


def _other_figure(text: str, one: Difference) -> bool:
    return _has_digit(text[one.start : one.end]) and _has_digit(text[one.other_start : one.other_end])


def _has_digit(words: str) -> bool:
    return any(char.isdigit() or char in "一二三四五六七八九十百千万" for char in words)


def _is_in(pieces: NDArray[np.uint64], others: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Of each of ``pieces`` whether it is one of ``others``."""
    if not len(others):
        return np.zeros(len(pieces), dtype=np.bool_)
    known = others.copy()
    known.sort()
    found: NDArray[np.bool_] = known.take(known.searchsorted(pieces), mode="clip") == pieces
    return found


def _covered(region: Region, begins: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of each element of a region whether it lies in a piece that begins where ``begins`` holds."""
    covered = np.zeros(region[1] - region[0], dtype=np.bool_)
    for step in range(PIECE):
        covered[step : step + len(begins)] |= begins
    return covered
