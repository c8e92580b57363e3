"""Character n-grams of a text as bucket numbers, worked out in numpy without making strings."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
Buckets = NDArray[np.int64]
Places = NDArray[np.intp]

_DIGIT, _RARE = 0x30, 0x3F
_FACTORS = (np.uint32(0x9E3779B1), np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35))


def fold(text: str) -> Codes:
    """One code a character: digits are one, Latin letters lower case, all else but Han is 0.

    Zero parts words: no n-gram runs over it, so that spaces and marks, half- or full-width,
    make no difference.

    >>> fold("提速20%,A级").tolist()
    [25552, 36895, 48, 48, 0, 0, 97, 32423]
    """
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return _table()[np.minimum(raw, 0xFFFF)]


def buckets(codes: Codes, n: int, bits: int, salt: int = 0) -> tuple[Buckets, Places]:
    """The bucket in ``[0, 2**bits)`` of each n-gram that does not run over a zero, and its place.

    ``n`` is 1, 2 or 3. Equal grams of one length and salt fall into one bucket, on every machine;
    unequal ones may share it.
    """
    if not 1 <= n <= len(_FACTORS):
        raise ValueError(f"n-grams of length 1 to {len(_FACTORS)}, not {n}")
    size = max(0, codes.size - n + 1)
    whole = codes[:size] != 0
    for at in range(1, n):
        whole &= codes[at : at + size] != 0
    places = np.flatnonzero(whole)
    hashed = np.full(places.size, (salt * 0x01000193 + n * 0x632BE5AB) & 0xFFFFFFFF, dtype=np.uint32)
    for at in range(n):
        hashed ^= codes[places + at]
        hashed *= _FACTORS[at]
        hashed ^= hashed >> np.uint32(15)
    return (hashed >> np.uint32(32 - bits)).astype(np.int64), places


@cache
def _table() -> Codes:
    """What each code point of the basic plane folds to."""
    table = np.zeros(0x10000, dtype=np.uint32)
    for first, last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF)):
        table[first : last + 1] = np.arange(first, last + 1)
    for base in (0x0, 0xFEE0):
        table[base + 0x30 : base + 0x3A] = _DIGIT
        table[base + 0x41 : base + 0x5B] = np.arange(0x61, 0x7B)
        table[base + 0x61 : base + 0x7B] = np.arange(0x61, 0x7B)
    table[0xFFFF] = _RARE
    return table
