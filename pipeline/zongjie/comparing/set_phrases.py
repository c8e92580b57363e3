"""Set phrases (套语): wording that stands in the reports of many bodies and is nobody's copy.

以习近平新时代…思想为指导, 国民经济和社会发展 or the full title of a plan are said by all alike. A table
trained on an archive (``zongjie.training.set_phrases``) tells of a run of characters in how
many bodies' reports it stands; what to call:

- ``set_phrase_mask(text)``: which characters of the text stand in set phrases;
- ``skeleton_mask(skeleton)``: the same over the elements of a skeleton, for those that have one;
- ``SetPhrases.load(folder)``: a table of one's own.

The table keeps the runs of 12 skeleton elements that stand in reports of at least three bodies
(levels: 3, 5 and 10 bodies) as a Bloom filter with two-bit cells, which is mapped into memory,
not read: a look-up costs three places. About one run in 2,000 is taken for a set phrase falsely.
Source: Fan et al., Summary Cache, 2000 (counting Bloom filters).
"""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from zongjie.comparing.skeleton import Skeleton, gram_hashes, skeleton_of
from zongjie.inference.paths import model_path

LEVELS = (3, 5, 10)  # bodies whose reports hold a phrase, by level 1, 2, 3
_BLOCK = 1 << 15  # hashes that are looked up at a time, so that what is worked out stays in the cache
_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class SetPhrases:
    """The table: ``cells`` two-bit counters, four to a byte; ``length`` elements make a run."""

    cells: NDArray[np.uint8]
    length: int
    probes: int

    @classmethod
    def load(cls, folder: Path) -> "SetPhrases":
        """The table in ``folder`` (``table.npy`` and ``config.toml``), mapped read-only."""
        config = tomllib.loads((folder / "config.toml").read_text(encoding="utf-8"))["table"]
        cells = np.load(folder / "table.npy", mmap_mode="r", allow_pickle=False)
        return cls(np.asarray(cells), config["length"], config["probes"])

    def levels(self, hashes: NDArray[np.uint64]) -> NDArray[np.uint8]:
        """Of each run's hash the level: 0 (fewer than 3 bodies), 1 (3), 2 (5) or 3 (10 and more)."""
        level = np.empty(len(hashes), dtype=np.uint8)
        for at in range(0, len(hashes), _BLOCK):
            level[at : at + _BLOCK] = self._levels(hashes[at : at + _BLOCK])
        return level

    def _levels(self, hashes: NDArray[np.uint64]) -> NDArray[np.uint8]:
        found = self._cells_at(hashes, 0)
        here = np.flatnonzero(found)
        found = found[here]
        for probe in range(1, self.probes):
            found = np.minimum(found, self._cells_at(hashes[here], probe))
            still = np.flatnonzero(found)
            here, found = here[still], found[still]
        level = np.zeros(len(hashes), dtype=np.uint8)
        level[here] = found
        return level

    def _cells_at(self, hashes: NDArray[np.uint64], probe: int) -> NDArray[np.uint8]:
        # as signed numbers, lest the index be copied
        places = probe_places(hashes, len(self.cells) * 4, probe).view(np.int64)
        cells: NDArray[np.uint8] = self.cells[places >> 2]
        cells >>= (places.astype(np.uint8) & np.uint8(3)) << np.uint8(1)
        cells &= np.uint8(3)
        return cells

    def mask(self, skeleton: Skeleton, bodies: int = 3) -> NDArray[np.bool_]:
        """Which elements stand in a run that at least ``bodies`` (3, 5 or 10) bodies' reports hold."""
        return self.masks(skeleton, (bodies,))[0]

    def masks(self, skeleton: Skeleton, bodies: tuple[int, ...]) -> tuple[NDArray[np.bool_], ...]:
        """A mask for each number of ``bodies``, all of one look into the table."""
        levels = self.levels(gram_hashes(skeleton.codes, self.length))
        return tuple(self._covered(levels, LEVELS.index(one) + 1, len(skeleton)) for one in bodies)

    def _covered(self, levels: NDArray[np.uint8], wanted: int, elements: int) -> NDArray[np.bool_]:
        covered = np.zeros(elements + 1, dtype=np.int16)
        hits = np.flatnonzero(levels >= wanted)
        covered[hits] = 1
        covered[hits + self.length] -= 1
        return np.cumsum(covered, dtype=np.int16)[:-1] > 0


def probe_places(hashes: NDArray[np.uint64], cells: int, probe: int) -> NDArray[np.uint64]:
    """The cell that each hash looks at with its ``probe``-th look: double hashing of its halves."""
    mixed = hashes & _LOW
    if probe:
        mixed += np.uint64(probe) * (hashes >> _HALF)
        mixed &= _LOW
    mixed *= np.uint64(cells)
    mixed >>= _HALF
    return mixed


def set_phrase_mask(text: str, bodies: int = 3) -> NDArray[np.bool_]:
    """Of each character of ``text`` whether it stands in a set phrase of at least ``bodies`` bodies.

    Shape ``(len(text),)``. Punctuation and spaces inside a phrase belong to it.
    """
    skeleton = skeleton_of(text)
    covered = skeleton_mask(skeleton, bodies)
    result = np.zeros(len(text) + 1, dtype=np.int32)
    edges = np.diff(np.concatenate(([0], covered.view(np.int8), [0])))
    result[skeleton.starts[np.flatnonzero(edges == 1)]] += 1
    result[skeleton.ends[np.flatnonzero(edges == -1) - 1]] -= 1
    return np.cumsum(result)[:-1] > 0


def skeleton_mask(skeleton: Skeleton, bodies: int = 3) -> NDArray[np.bool_]:
    """Of each element of ``skeleton`` whether it stands in a set phrase; shape ``(len(skeleton),)``."""
    table = set_phrases()
    if table is None:
        return np.zeros(len(skeleton), dtype=np.bool_)
    return table.mask(skeleton, bodies)


@lru_cache(maxsize=2)
def masked_skeleton(text: str) -> tuple[Skeleton, NDArray[np.bool_], NDArray[np.bool_]]:
    """The skeleton of ``text``, its masks for 3 and for 10 bodies; kept while several look at one text."""
    skeleton = skeleton_of(text)
    of_few, of_many = skeleton_masks(skeleton, (3, 10))
    return skeleton, of_few, of_many


def skeleton_masks(skeleton: Skeleton, bodies: tuple[int, ...]) -> tuple[NDArray[np.bool_], ...]:
    """``skeleton_mask`` for several numbers of bodies at the price of one."""
    table = set_phrases()
    if table is None:
        return tuple(np.zeros(len(skeleton), dtype=np.bool_) for _ in bodies)
    return table.masks(skeleton, bodies)


@cache
def set_phrases() -> SetPhrases | None:
    """The project's own table, loaded when first asked for; None where it was left out."""
    try:
        return SetPhrases.load(model_path("set-phrases"))
    except FileNotFoundError:
        return None
