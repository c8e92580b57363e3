"""Long copies: thousands of elements that stand twice to the letter, a whole chapter or report.

In a text of which half is pasted, what repeats within the half hides the copy: each run's next
place is near, not in the copy. So long copies are looked for first, along the commonest distances
between equal runs, and the second side is then left out. Linear: ``_DISTANCES`` passes at most.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from zongjie.comparing.chains import Chain

_LONG = 3_000  # elements of a long copy
_MANY = 20_000  # pairs of equal runs under which it is not worth looking
_PAIRS = 1_000  # pairs at one distance that make it worth a look
_DISTANCES = 24
_EDIT = 16  # elements between two equal stretches of one copy


def long_copies(
    first: NDArray[np.int64], second: NDArray[np.int64], codes: NDArray[np.uint16]
) -> Iterator[Chain]:
    """The long copies among pairs of equal runs; no element lies in the second side of two."""
    if len(first) < _MANY:
        return
    distances, counts = np.unique(second - first, return_counts=True)
    taken = np.zeros(len(codes), dtype=np.bool_)
    for at in np.argsort(-counts, kind="stable")[:_DISTANCES]:
        if counts[at] < _PAIRS:
            return
        distance = int(distances[at])
        equal = codes[:-distance] == codes[distance:]
        equal &= ~(taken[:-distance] | taken[distance:])
        for start, end in _stretches(equal):
            if distance >= end - start >= _LONG:
                matched = int(equal[start:end].sum())
                seed = (start, start + distance, end - start)
                yield Chain(start, end, start + distance, end + distance, matched, [seed])
                taken[start + distance : end + distance] = True


def _stretches(equal: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Where ``equal`` holds, with gaps of at most ``_EDIT``."""
    at = np.flatnonzero(equal)
    if not len(at):
        return
    edges = np.flatnonzero(np.diff(at) > _EDIT)
    begins, ends = np.append(at[:1], at[edges + 1]), np.append(at[edges], at[-1:]) + 1
    long = np.flatnonzero(ends - begins >= _LONG)
    yield from zip(begins[long].tolist(), ends[long].tolist(), strict=True)
