"""From a chain of seeds to two regions that begin and end with clauses."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from zongjie.comparing.chains import Chain
from zongjie.comparing.edges import REACH, extension, snapped_end, snapped_start
from zongjie.comparing.passage import Region
from zongjie.comparing.weighing import PIECE, Weighing

_LOSS = 1.3  # what an element that the other side lacks costs against 1 for one that it has


def extended(one: Chain, weighing: Weighing) -> Iterator[tuple[Region, Region]]:
    """The chain extended while both sides go on alike: first in any order, then in the same."""
    letters, (a0, a1, b0, b1) = weighing.letters, (one.first, one.first_end, one.second, one.second_end)
    left = extension(letters[max(0, a0 - REACH) : a0][::-1], letters[max(a1, b0 - REACH) : b0][::-1])
    right = extension(letters[a1 : min(b0, a1 + REACH)], letters[b1 : b1 + REACH])
    straight = (a0 - left[0], a1 + right[0]), (b0 - left[1], b1 + right[1])
    wide = _widened(*straight, weighing)
    yield _snapped(*wide, weighing)
    if wide != straight:
        yield _snapped(*straight, weighing)


def _snapped(first: Region, second: Region, weighing: Weighing) -> tuple[Region, Region]:
    text, skeleton = weighing.text, weighing.skeleton
    first = (snapped_start(text, skeleton, first[0]), snapped_end(text, skeleton, first[1]))
    second = (snapped_start(text, skeleton, second[0]), snapped_end(text, skeleton, second[1]))
    if first[1] > second[0]:  # the copies follow one another and both claim what is between
        meeting = second[0] if second[0] > first[0] else first[1]
        first, second = (first[0], meeting), (meeting, max(second[1], meeting + 1))
    return first, second


def _widened(first: Region, second: Region, weighing: Weighing) -> tuple[Region, Region]:
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
    left, right = covered[: region[0] - wide[0]][::-1], covered[region[1] - wide[0] :]
    return region[0] - _gained(left), region[1] + _gained(right)


def _gained(covered: NDArray[np.bool_]) -> int:
    """How many elements from the beginning are worth taking in."""
    if np.count_nonzero(covered) < PIECE:
        return 0
    totals = np.cumsum(np.where(covered, 1.0, -_LOSS))
    best = int(totals.argmax())
    return best + 1 if totals[best] >= PIECE else 0
