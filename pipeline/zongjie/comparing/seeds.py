"""Seeds of a repeat: the longest runs of equal elements at two places of one skeleton.

Every run of ``GRAM`` elements that is no set phrase is hashed, the hashes are sorted, and each
place is paired with the **next** place of the same run. That is at most one pair a place, so
that a sentence said ten thousand times gives ten thousand pairs and not a hundred million.
Pairs that follow one another at one distance are one seed.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from zongjie.comparing.skeleton import NUMBER

GRAM = 8
_MOST_NUMBERS = 2  # in a run of GRAM elements; more is a table or a list of dates
_MOST_LATIN = 4  # letters of other scripts in a run of GRAM; more is a link or a name
_FIRST_HAN = 0x3007
_BRIDGED = 32  # elements between two seeds at one distance that are taken for one (set phrases, edits)
_MOST_SLOTS = 1 << 19  # that hashes are told apart by at a glance: as many as fit the cache
_MOST_SEEDS = 50_000  # in a text of up to 800,000 elements; one in 16 elements above


@dataclass(frozen=True, slots=True)
class Seeds:
    """Seed ``n`` is ``[first[n], first[n] + length[n])`` and the same length from ``second[n]``.

    ``matched[n]`` of its elements are known to be equal (all but the bridged ones). Ordered by
    ``first``; ``second`` is always behind ``first``, but they may overlap where the text has a period.
    """

    first: NDArray[np.int64]
    second: NDArray[np.int64]
    length: NDArray[np.int64]
    matched: NDArray[np.int64]


def seeds_of(first: NDArray[np.int64], second: NDArray[np.int64], elements: int) -> Seeds:
    """The seeds of equal runs at ``first`` (rising) and ``second``, in a skeleton of ``elements``."""
    return _longest(_joined(first, second), max(_MOST_SEEDS, elements // 16))


def usable_places(codes: NDArray[np.uint16], set_phrases: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Where a run of GRAM begins that is neither all set phrase nor mostly numbers or Latin letters."""
    weight, usable = _weights()
    weights = weight.take(codes)
    weights += ~set_phrases
    totals = np.zeros(len(codes) + 1, dtype=np.int32)
    np.cumsum(weights, out=totals[1:])  # may wrap round, the differences are right all the same
    return np.flatnonzero(usable.take(totals[GRAM:] - totals[:-GRAM]))


@cache
def _weights() -> tuple[NDArray[np.uint16], NDArray[np.bool_]]:
    """What an element adds to the sum of its run: 16 a number, 256 a Latin letter; and which sums
    are those of a usable run, where each element outside set phrases adds 1."""
    weight = np.zeros(1 << 16, dtype=np.uint16)
    weight[:_FIRST_HAN] = 256
    weight[NUMBER] = 16
    latin, numbers, fresh = np.indices((GRAM + 1, 16, 16))
    usable = (fresh > 0) & (numbers <= _MOST_NUMBERS) & (latin <= _MOST_LATIN)
    return weight, usable.ravel()


def next_places(
    hashes: NDArray[np.uint64], places: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Those of ``places`` (rising) of which the hash stands again, and for each the next such place.

    Hash and place are packed in one number, so that a plain sort does; what the packing cut off
    the hash is compared afterwards.
    """
    places = _perhaps_again(hashes, places)
    bits = np.uint64(max(1, len(hashes)).bit_length())
    low = (np.uint64(1) << bits) - np.uint64(1)
    packed = np.sort((hashes[places] & ~low) | places.astype(np.uint64))
    alike = np.flatnonzero((packed[1:] ^ packed[:-1]) <= low)
    here = (packed[alike] & low).astype(np.int64)
    there = (packed[alike + 1] & low).astype(np.int64)
    same = hashes[here] == hashes[there]
    following = np.zeros(len(hashes), dtype=np.int64)
    following[here[same]] = there[same]
    first = np.flatnonzero(following)
    return first, following[first]


def _perhaps_again(hashes: NDArray[np.uint64], places: NDArray[np.int64]) -> NDArray[np.int64]:
    """``places`` without most of those of which the hash stands once: the last bits of it stand once."""
    if len(places) > _MOST_SLOTS // 2:
        return places
    slots = min(4 * len(places), _MOST_SLOTS).bit_length()
    slot = (hashes[places] & np.uint64((1 << slots) - 1)).view(np.int64)
    order = np.arange(len(places), dtype=np.int32)
    last = np.empty(1 << slots, dtype=np.int32)  # of each slot that is taken the last place, by its order
    last[slot] = order
    latest = last.take(slot)
    early = np.flatnonzero(latest != order)
    again = np.zeros(len(places), dtype=np.bool_)
    again[early] = True
    again[latest[early]] = True
    return places[again]


def _joined(first: NDArray[np.int64], second: NDArray[np.int64]) -> Seeds:
    """Pairs at one distance, with at most ``_BRIDGED`` elements between two, become one seed."""
    if not len(first):
        return Seeds(first, second, first, first)
    steps = np.diff(first)
    near = (steps <= GRAM + _BRIDGED) & (np.diff(second) == steps)
    begins = np.concatenate(([0], np.flatnonzero(~near) + 1))
    ends = np.append(begins[1:], len(first)) - 1
    length = first[ends] - first[begins] + GRAM
    gained = np.concatenate(([GRAM], np.where(near, np.minimum(steps, GRAM), GRAM)))
    return Seeds(first[begins], second[begins], length, np.add.reduceat(gained, begins))


def _longest(seeds: Seeds, most: int) -> Seeds:
    """At most ``most``, the short ones dropped: noise of a text that has few different characters."""
    if len(seeds.first) <= most:
        return seeds
    least = np.partition(seeds.matched, -most)[-most]
    kept = np.flatnonzero(seeds.matched > least)
    return Seeds(seeds.first[kept], seeds.second[kept], seeds.length[kept], seeds.matched[kept])
