"""Places of a passage that stands many times, each copy somewhere else in the text.

A chain leads from a copy to the next one. After ``_SURE`` copies in a trail the next is only held
against the one before it, not extended, aligned and weighed anew: ten thousand copies cost little
more than ten.
"""

from rapidfuzz.distance import Indel

from zongjie.comparing.chains import Chain
from zongjie.comparing.edges import span_of
from zongjie.comparing.passage import Region, RepeatedPassage
from zongjie.comparing.weighing import Weighing

_SURE = 6
_BUCKET = 16  # elements that lead to one place
_SAME = 0.6  # of a chain's first side, that lies in the place before


class Trails:
    """What is known of the copies so far: where the last ones stand, and the how manieth they are."""

    def __init__(self, weighing: Weighing) -> None:
        self._weighing = weighing
        self._known: dict[int, tuple[Region, int]] = {}

    def next_copy(self, one: Chain) -> RepeatedPassage | None:
        """The copy that a chain leads to; None where it begins at no trail or what follows is none."""
        known = self._known.get(one.first // _BUCKET)
        if known is None or known[1] < _SURE:
            return None
        (start, end), copies = known
        common = min(end, one.first_end) - max(start, one.first)
        if common < _SAME * (one.first_end - one.first) or one.second < end:
            return None
        moved = one.second - one.first
        there = start + moved, min(end + moved, len(self._weighing.skeleton))
        letters = self._weighing.letters
        share = Indel.normalized_similarity(letters[start:end], letters[slice(*there)])
        if share < self._weighing.share:
            return None
        self._remember(there, copies + 1)
        text, skeleton = self._weighing.text, self._weighing.skeleton
        spans = span_of(text, skeleton, start, end), span_of(text, skeleton, *there)
        return RepeatedPassage(spans, round(share, 4), 0, 2)

    def learn(self, found: RepeatedPassage) -> None:
        """Remember the two places of a passage that was weighed."""
        one, other = (self._weighing.skeleton.elements(place) for place in found.places[:2])
        copies = self._known.get((one[0] + one[1]) // 2 // _BUCKET, (one, 1))[1]
        self._remember(other, copies + 1)

    def _remember(self, place: Region, copies: int) -> None:
        for bucket in range(place[0] // _BUCKET, place[1] // _BUCKET + 1):
            self._known[bucket] = (place, copies)
