"""Passages that stand twice in one text: seed, chain, extend, snap, weigh.

What to call: ``repeated_passages(text)``, over a report's body.

1. equal runs of a skeleton (``skeleton``, ``seeds``), set phrases left out (``set_phrases``);
2. chains of them (``chains``), with edits, new figures, dropped clauses in between, and groups of
   chains (``groups``) whose clauses stand in another order;
3. each end is extended while the two places go on alike and snapped to a clause (``edges``);
4. the two places are aligned (``differences``) and weighed: at least ``characters`` long, at least
   ``share`` of the longer one equal, at least ``fresh`` equal characters that are no set phrase;
5. places that repeat one another are one passage.

Linear in the length of the text. Source: seed and extend as in Potthast et al., Overview of the
6th International Competition on Plagiarism Detection (text alignment), 2014.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from zongjie.comparing.chains import Chain, chain
from zongjie.comparing.differences import Difference, align
from zongjie.comparing.edges import REACH, extension, snapped_end, snapped_start, span_of
from zongjie.comparing.groups import grouped
from zongjie.comparing.seeds import find_seeds
from zongjie.comparing.set_phrases import skeleton_mask
from zongjie.comparing.skeleton import Skeleton, gram_hashes, skeleton_of

CHARACTERS = 40  # a repeat is at least so long (GOLD.md)
FRESH = 24  # equal characters outside set phrases
SHARE = 0.55
_LONG = 4_000  # elements of both sides from which arrays are quicker than sets of strings
_PIECE = 5  # elements in a row that both sides must have to count as equal out of order
_BY_CHANCE = 4  # of the equal elements of two contexts, at least so many are chance
_SAME_PLACE = 0.7  # overlap from which two spans are one place

Region = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RepeatedPassage:
    """A passage and where it stands again.

    ``places`` are spans of the text in reading order, two or more; ``share`` is the part of the
    longer of the first two that stands in both; ``fresh`` counts the equal characters that are no
    set phrase; ``times`` is how often it stands there, more than ``len(places)`` only where
    copies follow one another without a gap (then the last place holds all but the first);
    ``differences`` compares the first two places, from the first to the second.
    """

    places: tuple[tuple[int, int], ...]
    share: float
    fresh: int
    times: int
    differences: tuple[Difference, ...] = ()

    @property
    def identical(self) -> bool:
        """Whether the first two places say the same, punctuation apart."""
        return self.share == 1.0 and not self.differences


@dataclass(frozen=True, slots=True)
class _Weighing:
    text: str
    skeleton: Skeleton
    letters: str
    set_phrases: NDArray[np.bool_]
    characters: int
    fresh: int
    share: float

    def holds(self, one: Chain) -> bool:
        """Whether enough of both sides of a chain stands in the other, in any order."""
        here, there = self.common((one.first, one.first_end), (one.second, one.second_end))
        return bool(min(here.sum(), there.sum()) >= self.share * max(len(here), len(there)))

    def common(self, first: Region, second: Region) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Of each side's elements whether they stand in a run of ``_PIECE`` that the other has too."""
        if first[1] - first[0] + second[1] - second[0] > _LONG:
            codes = self.skeleton.codes
            here, there = (gram_hashes(codes[start:end], _PIECE) for start, end in (first, second))
            return (
                _covered(first, np.flatnonzero(np.isin(here, there)).tolist()),
                _covered(second, np.flatnonzero(np.isin(there, here)).tolist()),
            )
        one, other = (self._pieces(*region) for region in (first, second))
        both = set(one) & set(other)
        return (
            _covered(first, [at for at, piece in enumerate(one) if piece in both]),
            _covered(second, [at for at, piece in enumerate(other) if piece in both]),
        )

    def _pieces(self, start: int, end: int) -> list[str]:
        return [self.letters[at : at + _PIECE] for at in range(start, end - _PIECE + 1)]


@lru_cache(maxsize=2)
def repeated_passages(
    text: str, characters: int = CHARACTERS, fresh: int = FRESH, share: float = SHARE
) -> tuple[RepeatedPassage, ...]:
    """The repeated passages of ``text``, in order of their first place, none inside another.

    >>> said = "走访三十家企业,逐户登记用工缺口、融资需求和厂房租金,当场答复能办的事项,不能办的限期回话。"
    >>> one, = repeated_passages("一、" + said + "二、召开座谈会。三、" + said)
    >>> one.places, one.share
    (((2, 48), (58, 104)), 1.0)
    """
    skeleton = skeleton_of(text)
    if len(skeleton) < 2 * characters // 3:
        return ()
    masked = skeleton_mask(skeleton)
    letters = skeleton.codes.tobytes().decode("utf-16-le", "surrogatepass")
    weighing = _Weighing(text, skeleton, letters, masked, characters, fresh, share)
    chains = grouped(chain(find_seeds(skeleton, masked)), weighing.holds)
    return _merged([passage for one in chains if (passage := _weighed(one, weighing))])


def _weighed(one: Chain, weighing: _Weighing) -> RepeatedPassage | None:
    if one.matched < weighing.fresh // 2:
        return None
    if one.periodic:
        return _periodic(one, weighing)
    if not _promising(one, weighing):
        return None
    first, second = _extended(one, weighing)
    spans = tuple(span_of(weighing.text, weighing.skeleton, *region) for region in (first, second))
    if min(first[1] - first[0], second[1] - second[0]) < weighing.characters * 0.8:
        return None
    if min(end - start for start, end in spans) < weighing.characters:
        return None
    aligned = align(weighing.text, weighing.skeleton, weighing.letters, first, second)
    here, there = weighing.common(first, second)
    if aligned:
        for a, b, length in aligned.blocks:
            if length > 1:
                here[a - first[0] : a - first[0] + length] = True
                there[b - second[0] : b - second[0] + length] = True
    share = min(here.sum(), there.sum()) / max(len(here), len(there))
    fresh = int((here & ~weighing.set_phrases[first[0] : first[1]]).sum())
    if share < weighing.share or fresh < weighing.fresh:
        return None
    differences = aligned.differences if aligned else ()
    return RepeatedPassage(spans, round(float(share), 4), fresh, 2, differences)


def _promising(one: Chain, weighing: _Weighing) -> bool:
    """A quick look at a short chain and what is around it: can it come to a repeat at all?"""
    if one.matched >= weighing.characters:
        return True
    letters, about = weighing.letters, weighing.characters
    first = letters[max(0, one.first - about) : one.first_end + about]
    second = letters[max(0, one.second - about) : one.second_end + about]
    return bool(LCSseq.similarity(first, second) >= weighing.fresh + _BY_CHANCE)


def _extended(one: Chain, weighing: _Weighing) -> tuple[Region, Region]:
    letters, (a0, a1, b0, b1) = weighing.letters, (one.first, one.first_end, one.second, one.second_end)
    left = extension(letters[max(0, a0 - REACH) : a0][::-1], letters[max(a1, b0 - REACH) : b0][::-1])
    right = extension(letters[a1 : min(b0, a1 + REACH)], letters[b1 : b1 + REACH])
    a0, b0, a1, b1 = a0 - left[0], b0 - left[1], a1 + right[0], b1 + right[1]
    (a0, a1), (b0, b1) = _widened((a0, a1), (b0, b1), weighing)
    text, skeleton = weighing.text, weighing.skeleton
    first = (snapped_start(text, skeleton, a0), snapped_end(text, skeleton, a1))
    second = (snapped_start(text, skeleton, b0), snapped_end(text, skeleton, b1))
    if first[1] > second[0]:  # the copies follow one another and both claim what is between
        meeting = second[0] if second[0] > first[0] else first[1]
        first, second = (first[0], meeting), (meeting, max(second[1], meeting + 1))
    return first, second


def _widened(first: Region, second: Region, weighing: _Weighing) -> tuple[Region, Region]:
    """Each side with the clauses around it that stand anywhere in or around the other side."""
    between = max(0, second[0] - first[1])
    wide = (
        (max(0, first[0] - REACH), first[1] + min(REACH, between // 2)),
        (second[0] - min(REACH, between // 2), min(len(weighing.skeleton), second[1] + REACH)),
    )
    here, there = weighing.common(*wide)
    return _grown(first, wide[0], here), _grown(second, wide[1], there)


def _grown(region: Region, wide: Region, covered: NDArray[np.bool_]) -> Region:
    """``region`` grown on either side to where most of what it takes in is covered."""
    gain = np.where(covered, 1.0, -1.3)
    left = np.cumsum(gain[: region[0] - wide[0]][::-1])
    right = np.cumsum(gain[region[1] - wide[0] :])
    return region[0] - _best(left), region[1] + _best(right)


def _best(totals: NDArray[np.float64]) -> int:
    if not len(totals) or totals.max() < _PIECE:
        return 0
    return int(totals.argmax()) + 1


def _covered(region: Region, places: list[int]) -> NDArray[np.bool_]:
    covered = np.zeros(region[1] - region[0], dtype=np.bool_)
    at = np.asarray(places, dtype=np.int64)
    for step in range(_PIECE):
        covered[at + step] = True
    return covered


def _periodic(one: Chain, weighing: _Weighing) -> RepeatedPassage | None:
    """Copies that follow one another: the first against all that come after it."""
    whole = one.second_end - one.first
    steps = sorted(second - first for first, second, _ in one.seeds)
    period = steps[len(steps) // 2]
    unit = -(-max(weighing.characters, period) // period) * period
    if one.filled < weighing.share or whole < 2 * unit:
        return None
    first, rest = (one.first, one.first + unit), (one.first + unit, one.second_end)
    fresh = int((~weighing.set_phrases[first[0] : first[1]]).sum())
    if fresh < weighing.fresh:
        return None
    spans = tuple(span_of(weighing.text, weighing.skeleton, *region) for region in (first, rest))
    return RepeatedPassage(spans, round(min(1.0, one.filled), 4), fresh, whole // unit)


def _merged(found: list[RepeatedPassage]) -> tuple[RepeatedPassage, ...]:
    """Passages that share a place become one with more places; what lies inside another goes."""
    kept: list[RepeatedPassage] = []
    for one in sorted(found, key=lambda passage: (passage.places[0][0], -passage.places[0][1])):
        for at, other in enumerate(kept):
            if any(_same(place, taken) for place in one.places for taken in other.places):
                kept[at] = _together(other, one)
                break
            if all(any(_inside(place, taken) for taken in other.places) for place in one.places):
                break
        else:
            kept.append(one)
    return tuple(kept)


def _together(one: RepeatedPassage, other: RepeatedPassage) -> RepeatedPassage:
    new = [place for place in other.places if not any(_same(place, taken) for taken in one.places)]
    places = tuple(sorted((*one.places, *new)))
    times = one.times + len(new)
    return RepeatedPassage(places, one.share, one.fresh, times, one.differences)


def _same(one: tuple[int, int], other: tuple[int, int]) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common >= _SAME_PLACE * max(one[1] - one[0], other[1] - other[0])


def _inside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]
