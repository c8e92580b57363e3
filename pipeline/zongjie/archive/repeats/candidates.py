"""Which documents share a passage, perhaps: those of whose passages two have keys in common.

One sort and one look at neighbours for each band: linear in passages, but for the sort. A key that
many passages share (wording that all use) pairs each only with the next few of them. Two passages
with one key in common only are looked at before their documents are: most share nothing but
wording here and there.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from zongjie.archive.repeats.segments import Segment
from zongjie.archive.repeats.signatures import BANDS

_NEXT = 16  # passages of one key that each is paired with
_SURE = 2  # keys in common from which two passages are not looked at first
_PIECE, _COMMON = 6, 10  # runs of 6 elements that two passages must share, if they are looked at
_AROUND = 40  # elements before and behind that are looked at too
_LOW = np.uint64(0xFFFFFFFF)
_KEY = np.uint64(32)
_AT_ONCE = 8  # bands whose pairs are counted together

Packed = NDArray[np.uint64]  # two numbers in one: the first above, the second below 32 bits


def passage_pairs(bands: Iterable[Packed]) -> Packed:
    """All pairs of passages that share a key; ``bands`` are sorted (key above, passage below).

    Each pair once, the lower passage above. Sorted.
    """
    found = np.empty(0, dtype=np.uint64)
    for band in bands:
        found = np.union1d(found, _neighbours(band))
    return found


def document_pairs(segments: Sequence[tuple[int, Segment]], asked: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Pairs of documents that may share a passage, one of each pair being ``asked`` for. Shape ``(n, 2)``.

    Segments come with the number of their first document; ``asked`` says of each document number
    whether it is asked for. Rows are sorted, the lower number first.
    """
    passages = _Passages(segments, asked)
    pairs_of = _all_pairs if asked.all() else _pairs_with_the_rest
    found, counts = np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int64)
    waiting: list[Packed] = []
    for band in range(BANDS):
        waiting.append(pairs_of(band, passages))
        if len(waiting) == _AT_ONCE or band == BANDS - 1:
            found, counts = _counted(found, counts, waiting)
            waiting = []
    documents = passages.documents(found)
    sure = np.unique(documents[counts >= _SURE])
    doubted = np.flatnonzero(~np.isin(documents, sure))
    kept = [one for one in doubted.tolist() if passages.share(int(found[one]))]
    pairs = np.union1d(sure, documents[kept])
    return np.stack((pairs >> 32, pairs & 0xFFFFFFFF), axis=1)


@dataclass(slots=True)
class _Passages:
    """The passages of some segments, numbered through."""

    segments: Sequence[tuple[int, Segment]]
    asked: NDArray[np.bool_]
    owner: NDArray[np.int64]
    firsts: NDArray[np.int64]
    starts: list[int]

    def __init__(self, segments: Sequence[tuple[int, Segment]], asked: NDArray[np.bool_]) -> None:
        self.segments, self.asked = segments, asked
        owners = [segment.owners.astype(np.int64) + first for first, segment in segments]
        self.owner = np.concatenate([np.empty(0, dtype=np.int64), *owners])
        self.firsts = np.concatenate(([0], np.cumsum([len(one) for one in owners]))).astype(np.int64)
        self.starts = self.firsts.tolist()

    def band(self, at: int, band: int) -> Packed:
        """The keys of one segment, sorted, above the numbers of its passages."""
        keys: Packed = self.segments[at][1].bands[band] + np.uint64(self.firsts[at])
        return keys

    def asked_band(self, at: int, band: int) -> Packed:
        """Of these the keys of the passages that are asked for."""
        if not self.asked[self.owner[self.firsts[at] : self.firsts[at + 1]]].any():
            return np.empty(0, dtype=np.uint64)
        keys = self.band(at, band)
        mine: Packed = keys[self.asked[self.owner[keys & _LOW]]]
        return mine

    def apart(self, pairs: Packed) -> Packed:
        """The pairs that lie in two documents, the lower passage first."""
        one, other = pairs >> _KEY, pairs & _LOW
        pairs = np.minimum(one, other) << _KEY | np.maximum(one, other)
        kept: Packed = pairs[self.owner[one] != self.owner[other]]
        return kept

    def documents(self, pairs: Packed) -> NDArray[np.int64]:
        """Of each pair of passages the documents, packed likewise, the lower one first."""
        one, other = self.owner[pairs >> _KEY], self.owner[pairs & _LOW]
        packed: NDArray[np.int64] = np.minimum(one, other) << np.int64(32) | np.maximum(one, other)
        return packed

    def share(self, pair: int) -> bool:
        """Whether two passages, with what is around them, share enough runs of elements."""
        mine, other = pair >> 32, pair & 0xFFFFFFFF
        if not self.asked[self.owner[mine]]:  # what is asked for comes again and again: its runs are kept
            mine, other = other, mine
        return len(_pieces(self, mine).intersection(_runs(self.letters(other)))) >= _COMMON

    def letters(self, passage: int) -> str:
        at = bisect_right(self.starts, passage) - 1
        return self.segments[at][1].letters(passage - self.starts[at], _AROUND)

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


@lru_cache(maxsize=4_000)
def _pieces(passages: _Passages, passage: int) -> frozenset[str]:
    return frozenset(_runs(passages.letters(passage)))


def _runs(letters: str) -> Iterator[str]:
    return (letters[at : at + _PIECE] for at in range(len(letters) - _PIECE + 1))


def _all_pairs(band: int, passages: _Passages) -> Packed:
    """Pairs of passages of two documents with one key in this band."""
    keys = [passages.band(at, band) for at in range(len(passages.segments))]
    return passages.apart(_neighbours(np.sort(np.concatenate([np.empty(0, dtype=np.uint64), *keys]))))


def _pairs_with_the_rest(band: int, passages: _Passages) -> Packed:
    """The same, one passage of each pair being asked for: these are looked up, segment by segment."""
    count = len(passages.segments)
    mine = np.sort(np.concatenate([passages.asked_band(at, band) for at in range(count)]))
    met = [_meeting(mine, passages.band(at, band)) for at in range(count)]
    return np.unique(passages.apart(np.concatenate(met)))  # two that are asked for met twice


def _counted(
    found: Packed, counts: NDArray[np.int64], more: Sequence[Packed]
) -> tuple[Packed, NDArray[np.int64]]:
    fresh, times = np.unique(np.concatenate(more), return_counts=True)
    pairs, which = np.unique(np.concatenate((found, fresh)), return_inverse=True)
    totals = np.bincount(which, weights=np.concatenate((counts, times)), minlength=len(pairs))
    return pairs, totals.astype(np.int64)


def _neighbours(band: Packed) -> Packed:
    keys, found = band >> _KEY, [np.empty(0, dtype=np.uint64)]
    for step in range(1, min(_NEXT, len(band) - 1) + 1):
        same = np.flatnonzero(keys[step:] == keys[:-step])
        if not len(same):
            break
        found.append((band[same] & _LOW) << _KEY | band[same + step] & _LOW)
    return np.concatenate(found)


def _meeting(mine: Packed, theirs: Packed) -> Packed:
    """Pairs of passages of two sorted bands that have a key in common."""
    if not len(theirs):
        return theirs
    left = np.searchsorted(theirs, mine & ~_LOW)
    met = np.flatnonzero(theirs[np.minimum(left, len(theirs) - 1)] >> _KEY == mine >> _KEY)  # few do
    mine, left = mine[met], left[met]
    right = np.minimum(np.searchsorted(theirs, mine | _LOW, side="right"), left + _NEXT)
    counts = right - left
    which = np.repeat(np.arange(len(mine)), counts)
    step = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    packed: Packed = (mine[which] & _LOW) << _KEY | theirs[left[which] + step] & _LOW
    return packed
