"""What two copies of a passage differ in, piece by piece."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

from zongjie.comparing.skeleton import NUMBER, Skeleton, gram_hashes

_LONGEST = 12_000  # elements that are aligned at once; longer regions are cut where both agree
_ANCHOR, _APART = 24, 1_000  # elements of a run that stands once on either side; between two cuts
_NUMBER = chr(NUMBER)
Region = tuple[int, int]
_JOINED = 1  # equal elements between two differences that do not part them


@dataclass(frozen=True, slots=True)
class Difference:
    """The text's ``[start, end)`` stands in the other place as ``[other_start, other_end)``.

    One of the two is empty where something was added or left out.
    """

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """Equal blocks as (first, second, length) in elements, and the differences between them."""

    blocks: tuple[tuple[int, int, int], ...]
    differences: tuple[Difference, ...]


def align(text: str, skeleton: Skeleton, letters: str, first: Region, second: Region) -> Aligned | None:
    """Aligns two regions of a skeleton (half-open, in elements); None where they are too long.

    Long ones are cut at runs that stand once on either side and aligned piece by piece, so that
    time and memory grow with the length only; None is for long ones that agree nowhere.

    ``letters`` is the skeleton as a string. Equal elements that stand for different numbers are
    differences too; punctuation and spaces never are.
    """
    pieces: list[list[int]] = []
    blocks = []
    for one, other in _cut(skeleton, letters, first, second):
        if max(one[1] - one[0], other[1] - other[0]) > _LONGEST and not _equal(letters, one, other):
            return None
        for equal, a, a_end, b, b_end in _steps(letters, one, other):
            if not equal:
                _add(pieces, a, a_end, b, b_end)
                continue
            blocks.append((a, b, a_end - a))
            for here, there in _numbers(letters, a, b, a_end - a):
                if _number(text, skeleton, here) != _number(text, skeleton, there):
                    _add(pieces, here, here + 1, there, there + 1)
    return Aligned(tuple(blocks), tuple(_difference(skeleton, piece) for piece in pieces))


def _steps(letters: str, one: Region, other: Region) -> Iterator[tuple[bool, int, int, int, int]]:
    """How ``other`` is made from ``one``: (equal, start, end, other start, other end)."""
    if _equal(letters, one, other):
        yield True, *one, *other
        return
    a, b = one[0], other[0]
    for op in Indel.opcodes(letters[a : one[1]], letters[b : other[1]]):
        yield op.tag == "equal", op.src_start + a, op.src_end + a, op.dest_start + b, op.dest_end + b


def _equal(letters: str, one: Region, other: Region) -> bool:
    return letters[one[0] : one[1]] == letters[other[0] : other[1]]


def _numbers(letters: str, a: int, b: int, length: int) -> Iterator[tuple[int, int]]:
    at = letters.find(_NUMBER, a, a + length)
    while at >= 0:
        yield at, at - a + b
        at = letters.find(_NUMBER, at + 1, a + length)


def _cut(skeleton: Skeleton, letters: str, first: Region, second: Region) -> Iterator[tuple[Region, Region]]:
    """The regions cut into pieces that answer one another; as they are where they are short."""
    a, b = first[0], second[0]
    if max(first[1] - first[0], second[1] - second[0]) > _LONGEST and not _equal(letters, first, second):
        for here, there in _anchors(skeleton, first, second):
            if min(here - a, there - b) >= _APART:
                yield (a, here), (b, there)
                a, b = here, there
    yield (a, first[1]), (b, second[1])


def _anchors(skeleton: Skeleton, first: Region, second: Region) -> list[tuple[int, int]]:
    """Where a run begins that stands once on either side: as many as follow one another on both."""
    ones, others = (gram_hashes(skeleton.codes[start:end], _ANCHOR) for start, end in (first, second))
    one, at, times = np.unique(ones, return_index=True, return_counts=True)
    other, there, again = np.unique(others, return_index=True, return_counts=True)
    one, at, other, there = one[times == 1], at[times == 1], other[again == 1], there[again == 1]
    _, left, right = np.intersect1d(one, other, assume_unique=True, return_indices=True)
    order = np.argsort(at[left])
    places = list(
        zip((at[left][order] + first[0]).tolist(), (there[right][order] + second[0]).tolist(), strict=True)
    )
    return _rising(places)


def _rising(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of ``places`` (rising on the first side) that rises on the second too."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(places)
    for at, (_, there) in enumerate(places):
        rank = bisect_left(tails, there)
        before[at] = ends[rank - 1] if rank else -1
        tails[rank : rank + 1] = [there]
        ends[rank : rank + 1] = [at]
    chosen = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chosen.append(places[at])
        at = before[at]
    return chosen[::-1]


def _number(text: str, skeleton: Skeleton, at: int) -> str:
    return text[skeleton.starts[at] : skeleton.ends[at]].translate(_HALF_WIDTH)


def _add(pieces: list[list[int]], a0: int, a1: int, b0: int, b1: int) -> None:
    if pieces and a0 - pieces[-1][1] <= _JOINED and b0 - pieces[-1][3] <= _JOINED:
        pieces[-1][1], pieces[-1][3] = a1, b1
    else:
        pieces.append([a0, a1, b0, b1])


def _difference(skeleton: Skeleton, piece: list[int]) -> Difference:
    return Difference(*_span(skeleton, piece[0], piece[1]), *_span(skeleton, piece[2], piece[3]))


def _span(skeleton: Skeleton, first: int, end: int) -> tuple[int, int]:
    if end > first:
        return int(skeleton.starts[first]), int(skeleton.ends[end - 1])
    at = int(skeleton.ends[first - 1]) if first else 0
    return at, at


_HALF_WIDTH: dict[int, int | None] = {0xFF10 + digit: ord("0") + digit for digit in range(10)}
_HALF_WIDTH |= {ord("．"): ord("."), ord("·"): ord(".")} | dict.fromkeys(map(ord, ",， \u3000\r\n\t\xa0*"))
