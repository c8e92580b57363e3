"""Two documents side by side: which passages of one stand in the other, to the character.

The two are laid behind one another with a gap between, so that what finds repeats within one text
(``zongjie.comparing``) finds them between two: only the seeds are others, equal runs of which one
side lies in each document. Linear in the length of both.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from zongjie.archive.repeats.prepared import Prepared
from zongjie.comparing.chains import chain
from zongjie.comparing.differences import Difference
from zongjie.comparing.edges import REACH
from zongjie.comparing.groups import grouped
from zongjie.comparing.merging import continued
from zongjie.comparing.passage import RepeatedPassage
from zongjie.comparing.repeats import CHARACTERS, FRESH, SHARE, weighed
from zongjie.comparing.seeds import Seeds, seeds_of
from zongjie.comparing.skeleton import Skeleton, gram_hashes
from zongjie.comparing.weighing import PIECE, Weighing

Span = tuple[int, int]
_GAP = 2 * REACH  # elements between the two documents: nothing reaches over them
_BREAK = "\n\n"
_LOOK_BACK = 32  # passages before, within which one may lie


@dataclass(frozen=True, slots=True)
class Passage:
    """``a`` of one document stands in the other as ``b``; ``share`` of the longer one is equal.

    In ``differences`` the other place lies in the other document's text.
    """

    a: Span
    b: Span
    share: float
    fresh: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The passages in order of ``a``; ``equal_a`` elements of ``a`` that are no set phrase stand in ``b``.

    ``fresh_a`` is how many of them ``a`` has in all; the same of ``b``.
    """

    passages: tuple[Passage, ...]
    equal_a: int
    equal_b: int
    fresh_a: int
    fresh_b: int

    @property
    def share_a(self) -> float:
        return round(self.equal_a / max(1, self.fresh_a), 4)

    @property
    def share_b(self) -> float:
        return round(self.equal_b / max(1, self.fresh_b), 4)


def aligned(a: Prepared, b: Prepared) -> Alignment:
    """All that ``a`` and ``b`` share, a passage at a time."""
    offset = len(a.skeleton) + _GAP
    seeds = _seeds(a, b, offset)
    if seeds.matched.sum() < FRESH // 2:
        return Alignment((), 0, 0, a.fresh, b.fresh)
    weighing = _laid_out(a, b)
    shift = len(a.body) + len(_BREAK)
    chains = grouped(chain(seeds, weighing.letters), weighing.holds)
    found = continued([passage for one in chains if (passage := weighed(one, weighing))])
    passages = tuple(
        Passage(
            a=one.places[0],
            b=(one.places[1][0] - shift, one.places[1][1] - shift),
            share=one.share,
            fresh=one.fresh,
            differences=tuple(
                Difference(d.start, d.end, d.other_start - shift, d.other_end - shift)
                for d in one.differences
            ),
        )
        for one in _outermost(found)
    )
    here, there = _equal(a, b, offset, passages, weighing)
    return Alignment(
        passages,
        int((here & ~a.set_phrases).sum()),
        int((there & ~b.set_phrases).sum()),
        a.fresh,
        b.fresh,
    )


def _outermost(found: list[RepeatedPassage]) -> list[RepeatedPassage]:
    """Without those of which both sides lie in another's."""
    kept: list[RepeatedPassage] = []
    for one in sorted(found, key=lambda passage: (passage.places[0][0], -passage.places[0][1])):
        if not any(_lies_in(one, other) for other in kept[-_LOOK_BACK:]):
            kept.append(one)
    return kept


def _lies_in(one: RepeatedPassage, other: RepeatedPassage) -> bool:
    sides = zip(one.places, other.places, strict=True)
    return all(out[0] <= place[0] and place[1] <= out[1] for place, out in sides)


def _seeds(a: Prepared, b: Prepared, offset: int) -> Seeds:
    """Each place of ``a`` with the first place of ``b`` of the same run, and the other way round."""
    few, many = (a, b) if len(a.hashes) <= len(b.hashes) else (b, a)
    at = np.searchsorted(many.hashes, few.hashes)
    at[at == len(many.hashes)] = 0
    same = many.hashes[at] == few.hashes if len(many.hashes) else np.zeros(0, dtype=np.bool_)
    common = np.unique(few.hashes[same])
    first, second = _paired(common, a, b), _paired(common, b, a)
    packed = np.concatenate((first[0] << np.int64(32) | first[1], second[1] << np.int64(32) | second[0]))
    packed = np.unique(packed)
    return seeds_of(packed >> 32, (packed & 0xFFFFFFFF) + offset, offset + len(b.skeleton))


def _paired(
    common: NDArray[np.uint64], one: Prepared, other: Prepared
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """All places of ``one`` of the ``common`` runs, each with the first place of ``other``."""
    left = np.searchsorted(one.hashes, common)
    counts = np.searchsorted(one.hashes, common, side="right") - left
    which = np.repeat(np.arange(len(common)), counts)
    step = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    return one.places[left[which] + step], other.places[np.searchsorted(other.hashes, common)][which]


def _laid_out(a: Prepared, b: Prepared) -> Weighing:
    shift, edge = len(a.body) + len(_BREAK), len(a.body)
    nowhere = np.full(_GAP, edge, dtype=np.int32)
    skeleton = Skeleton(
        np.concatenate((a.skeleton.codes, np.arange(1, _GAP + 1, dtype=np.uint16), b.skeleton.codes)),
        np.concatenate((a.skeleton.starts, nowhere, b.skeleton.starts + np.int32(shift))),
        np.concatenate((a.skeleton.ends, nowhere, b.skeleton.ends + np.int32(shift))),
    )
    gap = "".join(map(chr, range(1, _GAP + 1)))
    return Weighing(
        a.body + _BREAK + b.body,
        skeleton,
        a.letters + gap + b.letters,
        gram_hashes(skeleton.codes, PIECE),
        np.concatenate((a.set_phrases, np.zeros(_GAP, dtype=np.bool_), b.set_phrases)),
        CHARACTERS,
        FRESH,
        SHARE,
    )


def _equal(
    a: Prepared, b: Prepared, offset: int, passages: tuple[Passage, ...], weighing: Weighing
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Of each element of either document whether it is copied."""
    here, there = np.zeros(len(a.skeleton), dtype=np.bool_), np.zeros(len(b.skeleton), dtype=np.bool_)
    for one in passages:
        first = a.skeleton.elements(one.a)
        second = b.skeleton.elements(one.b)
        moved = second[0] + offset, second[1] + offset
        one_side, other_side = weighing.common(first, moved)
        here[first[0] : first[1]] |= one_side
        there[second[0] : second[1]] |= other_side
    return here, there
