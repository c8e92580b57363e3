"""Looks for many words at once by their pairs of characters: one pass over the text, whatever their number.

Every pair of neighbours in a text has a number of ``_BITS`` bits, worked out once for the text; where a
number is that of one of the pairs looked for, the pair may stand. A few other places have the same
number, so whoever asks looks again: a pattern is tried at some places in place of all.
"""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_BITS = 15  # of the numbers that stand for pairs of characters
_SPREAD = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)  # odd: spread small codes over 32 bits


class Pairs:
    """Pairs of characters to look for; ``places`` tells where they may stand.

    >>> Pairs(["力争", "确保"]).places("确保完成，力争超额")
    [0, 5]
    """

    def __init__(self, pairs: Iterable[str]) -> None:
        self._wanted = np.zeros(1 << _BITS, dtype=np.bool_)
        for pair in pairs:
            self._wanted[_numbers(pair)] = True

    def places(self, text: str) -> list[int]:
        """Where a pair stands in ``text``, in order, and a few places more."""
        found: list[int] = np.flatnonzero(self._wanted.take(_numbers_kept(text), mode="clip")).tolist()
        return found


def _numbers(text: str) -> NDArray[np.int32]:
    """Of each pair of neighbours in ``text`` its number."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    numbers = (codes[:-1] * _SPREAD[0] + codes[1:] * _SPREAD[1]) >> np.uint32(32 - _BITS)
    return numbers.view(np.int32)


_numbers_kept = lru_cache(maxsize=2)(_numbers)
