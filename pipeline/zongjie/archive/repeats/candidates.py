"""Which documents share a passage, perhaps: those of whose passages two have a key in common.

One sort and one look at neighbours for each band: linear in passages, but for the sort. A key that
many passages share (wording that all use) pairs each only with the next few of them.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from zongjie.archive.repeats.segments import Segment
from zongjie.archive.repeats.signatures import BANDS

_NEXT = 12  # passages of one key that each is paired with
_LOW = np.uint64(0xFFFFFFFF)
_KEY = np.uint64(32)


def passage_pairs(bands: Iterator[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """All pairs of passages that share a key; ``bands`` are sorted (key above, passage below).

    Each pair once, as one number: the lower passage above, the higher below 32 bits. Sorted.
    """
    found = np.empty(0, dtype=np.uint64)
    for band in bands:
        found = np.union1d(found, _neighbours(band))
    return found


def document_pairs(
    new: Sequence[tuple[int, Segment]], old: Sequence[tuple[int, Segment]]
) -> NDArray[np.int64]:
    """Pairs of documents that may share a passage, one of each pair being new. Shape ``(n, 2)``.

    Segments come with the number of their first document. Rows are sorted, the lower number first.
    """
    owners = [segment.owners.astype(np.int64) + first for first, segment in new]
    owner = np.concatenate(owners) if owners else np.empty(0, dtype=np.int64)
    edges = np.concatenate(([0], np.cumsum([len(one) for one in owners]))).astype(np.uint64)
    pairs: NDArray[np.int64] = np.empty(0, dtype=np.int64)
    for band in range(BANDS):
        keys = [segment.bands[band] + at for (_, segment), at in zip(new, edges[:-1], strict=True)]
        mine = np.sort(np.concatenate(keys)) if keys else np.empty(0, dtype=np.uint64)
        found = _neighbours(mine)
        parts = [pairs, _documents(owner[found >> _KEY], owner[found & _LOW])]
        for first, segment in old:
            here, there = _meeting(mine, segment.bands[band])
            parts.append(_documents(owner[here], segment.owners[there].astype(np.int64) + first))
        pairs = np.unique(np.concatenate(parts))
    return np.stack((pairs >> 32, pairs & 0xFFFFFFFF), axis=1)


def _neighbours(band: NDArray[np.uint64]) -> NDArray[np.uint64]:
    keys, found = band >> _KEY, []
    for step in range(1, min(_NEXT, len(band) - 1) + 1):
        same = np.flatnonzero(keys[step:] == keys[:-step])
        if not len(same):
            break
        found.append((band[same] & _LOW) << _KEY | band[same + step] & _LOW)
    return np.concatenate(found) if found else np.empty(0, dtype=np.uint64)


def _meeting(
    mine: NDArray[np.uint64], theirs: NDArray[np.uint64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The passages of two sorted bands that have a key in common."""
    left = np.searchsorted(theirs, mine & ~_LOW)
    right = np.minimum(np.searchsorted(theirs, mine | _LOW, side="right"), left + _NEXT)
    counts = right - left
    which = np.repeat(np.arange(len(mine)), counts)
    step = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    here = (mine[which] & _LOW).astype(np.int64)
    return here, (theirs[left[which] + step] & _LOW).astype(np.int64)


def _documents(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    apart = one != other
    low, high = np.minimum(one, other)[apart], np.maximum(one, other)[apart]
    packed: NDArray[np.int64] = low << np.int64(32) | high
    return packed
