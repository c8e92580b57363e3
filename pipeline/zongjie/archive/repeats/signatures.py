"""MinHash signatures of passages, as the keys of locality-sensitive hashing.

A passage is a sentence with enough in it that is no set phrase. Its set of 5-grams (over the
skeleton: figures, glyphs and punctuation apart) is hashed with ``rensa``; every ``ROWS`` of the
minima make one key. Two passages that share a key in any band are a candidate pair: with a
likeness (Jaccard) of 0.5 that happens with probability 0.985, with 0.7 always, with 0.02 in
three cases of ten thousand.

Source: Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, ch. 3.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from zongjie.comparing.skeleton import Skeleton, gram_hashes

SHINGLE = 5
BANDS, ROWS = 32, 3
SEED = 42
LEAST = 12  # shingles that are no set phrase; shorter sentences are left out
_STOPS = "。！？；!?;\n\r"
_AT_ONCE = 20_000  # passages whose signatures are in memory at a time


@dataclass(frozen=True, slots=True)
class Shingles:
    """The shingle hashes of passages behind one another: passage ``n`` has ``counts[n]`` of them."""

    hashes: NDArray[np.uint64]
    counts: NDArray[np.int64]


def sentences_of(body: str, skeleton: Skeleton) -> NDArray[np.int64]:
    """Where sentences begin, as elements of the skeleton; the first is 0. Shape ``(n,)``."""
    if not len(skeleton):
        return np.empty(0, dtype=np.int64)
    raw = np.frombuffer(body.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    stops = np.flatnonzero(np.isin(raw, np.array([ord(c) for c in _STOPS], dtype=np.uint32)))
    begins = np.searchsorted(skeleton.starts, stops)
    return np.unique(np.concatenate(([0], begins[begins < len(skeleton)]))).astype(np.int64)


def shingles(
    skeleton: Skeleton, set_phrases: NDArray[np.bool_], begins: NDArray[np.int64]
) -> tuple[Shingles, NDArray[np.int64]]:
    """The shingles of the passages that begin at ``begins``, and which passages have enough of them."""
    hashes = gram_hashes(skeleton.codes, SHINGLE)
    nothing = np.empty(0, dtype=np.int64)
    if not len(hashes) or not len(begins):
        return Shingles(np.empty(0, dtype=np.uint64), nothing), nothing
    owner = np.searchsorted(begins, np.arange(len(hashes)), side="right") - 1
    ends = np.append(begins[1:], len(skeleton))
    totals = np.concatenate(([0], np.cumsum(~set_phrases)))
    kept = np.arange(SHINGLE, SHINGLE + len(hashes)) <= ends[owner]
    kept &= totals[SHINGLE:] > totals[:-SHINGLE]
    counts = np.bincount(owner[kept], minlength=len(begins))
    enough = counts >= LEAST
    kept &= enough[owner]
    return Shingles(hashes[kept], counts[enough]), np.flatnonzero(enough)


def band_keys(some: Shingles) -> NDArray[np.uint32]:
    """The keys of passages, one a band. Shape ``(BANDS, passages)``."""
    from rensa import RMinHash

    count = len(some.counts)
    keys = np.empty((BANDS, count), dtype=np.uint32)
    edges = np.concatenate(([0], np.cumsum(some.counts)))
    for first in range(0, count, _AT_ONCE):
        last = min(count, first + _AT_ONCE)
        offsets = edges[first : last + 1] - edges[first]
        hashes = np.ascontiguousarray(some.hashes[edges[first] : edges[last]])
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(
            hashes, offsets.astype(np.uint64), BANDS * ROWS, SEED
        )
        keys[:, first:last] = _mixed(np.array(matrix.to_rows(), dtype=np.uint64)).T
    return keys


def _mixed(minima: NDArray[np.uint64]) -> NDArray[np.uint32]:
    rows = minima.reshape(len(minima), BANDS, ROWS)
    total = np.zeros(rows.shape[:2], dtype=np.uint64)
    for row in range(ROWS):
        total = (total + rows[:, :, row]) * np.uint64(0x9E3779B97F4A7C15)
        total ^= total >> np.uint64(29)
    return (total >> np.uint64(32)).astype(np.uint32)
