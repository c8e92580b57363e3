"""Near-duplicates among any number of short passages: candidates by MinHash, proof by alignment.

What to call: ``near_duplicates(passages)``. Time grows linearly (one sort a band), memory by some
400 bytes a passage beside the passages themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from zongjie.archive.repeats.candidates import passage_pairs
from zongjie.archive.repeats.signatures import BANDS, band_keys, shingles
from zongjie.comparing.set_phrases import skeleton_mask
from zongjie.comparing.skeleton import skeleton_of

ALIKE = 0.6  # share of both that is equal, in order
_AT_ONCE = 20_000  # passages made ready at a time
_KEY = np.uint64(32)


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Passages ``a`` < ``b`` (numbers in the sequence given); ``share`` of both is equal."""

    a: int
    b: int
    share: float


def near_duplicates(passages: Sequence[str], alike: float = ALIKE) -> Iterator[NearDuplicate]:
    """The pairs of passages that are at least ``alike``, in order.

    >>> said = "走访三十家企业,逐户登记用工缺口、融资需求和厂房租金,当场答复能办的事项。"
    >>> [(one.a, one.b) for one in near_duplicates([said, "召开座谈会。", said.replace("三十", "五十")])]
    [(0, 2)]
    """
    keys, known = _keys(passages)
    found = passage_pairs(_bands(keys, known))
    del keys
    for at in range(0, len(found), _AT_ONCE):
        some = found[at : at + _AT_ONCE]
        for a, b in zip((some >> _KEY).tolist(), (some & np.uint64(0xFFFFFFFF)).tolist(), strict=True):
            share = Indel.normalized_similarity(passages[a], passages[b], score_cutoff=alike)
            if share:
                yield NearDuplicate(a, b, round(share, 4))


def _keys(passages: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    keys, known = [], []
    for at in range(0, len(passages), _AT_ONCE):
        some = passages[at : at + _AT_ONCE]
        skeleton = skeleton_of("\n".join(some))
        lengths = np.cumsum([len(one) + 1 for one in some])
        begins = np.searchsorted(skeleton.starts, np.concatenate(([0], lengths[:-1]))).astype(np.int64)
        shingled, enough = shingles(skeleton, skeleton_mask(skeleton), begins)
        keys.append(band_keys(shingled))
        known.append(enough + at)
    if not keys:
        return np.empty((BANDS, 0), dtype=np.uint32), np.empty(0, dtype=np.int64)
    return np.concatenate(keys, axis=1), np.concatenate(known)


def _bands(keys: NDArray[np.uint32], known: NDArray[np.int64]) -> Iterator[NDArray[np.uint64]]:
    for band in keys:
        yield np.sort(band.astype(np.uint64) << _KEY | known.astype(np.uint64))
