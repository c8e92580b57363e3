"""The skeleton of a text: what is left when writing habits are taken away, with its offsets.

Kept are letters and Chinese characters; a number of any length and glyph becomes one ``0``;
full width is half width, capitals are small, traditional characters simplified; punctuation,
spaces and Markdown are gone. Two copies of a passage that differ in comma glyphs, line ends or
figures have one skeleton. Every element remembers the stretch of text that it stands for, so that
nothing found is ever lost.

All is numpy, about ten passes over the text: linear, and some 14 bytes a character.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from zongjie.lexicons.traditional import simplified_forms

NUMBER = ord("0")
_MULTIPLIER = 0x9E3779B97F4A7C15  # odd, 2^64 / golden ratio: spreads small codes over 64 bits
_WORD = (1 << 64) - 1

_KEPT = (
    (ord("a"), ord("z")), (0xC0, 0x24F), (0x370, 0x3FF), (0x400, 0x4FF), (0x3007, 0x3007),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFFFF, 0xFFFF),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Skeleton:
    """``codes`` are the elements; element ``i`` stands for the text's ``[starts[i], ends[i])``."""

    codes: NDArray[np.uint16]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.codes)

    def elements(self, span: tuple[int, int]) -> tuple[int, int]:
        """The elements that lie in a span of the text."""
        first = self.starts.searchsorted(np.int32(span[0]))  # of the array's type, lest it be copied
        return int(first), int(self.ends.searchsorted(np.int32(span[1]), "right"))


def skeleton_of(text: str) -> Skeleton:
    """The skeleton of ``text``; characters beyond the basic plane count as one and the same.

    >>> skeleton = skeleton_of("办结 1,350.5万件。")
    >>> "".join(map(chr, skeleton.codes)), skeleton.starts.tolist(), skeleton.ends.tolist()
    ('办结0万件', [0, 1, 3, 10, 11], [1, 2, 10, 11, 12])
    """
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    folded = _folding()[np.minimum(raw, 0xFFFF)]
    at = np.flatnonzero(folded).astype(np.int32)
    codes = folded[at]
    number = codes == NUMBER
    first = np.ones(len(codes), dtype=np.bool_)
    first[1:] = ~(number[1:] & number[:-1])
    last = np.ones(len(codes), dtype=np.bool_)
    last[:-1] = first[1:]
    return Skeleton(codes[first], at[first], at[last] + np.int32(1))


def gram_hashes(codes: NDArray[np.uint16], length: int) -> NDArray[np.uint64]:
    """A 64-bit hash of each run of ``length`` elements; ``len(codes) - length + 1`` of them.

    Polynomial, built by doubling (two passes for each binary digit of ``length``), then mixed.
    """
    count = len(codes) - length + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    power, size = _MULTIPLIER, 1
    block = codes.astype(np.uint64) + np.uint64(1)
    total: NDArray[np.uint64] | None = None
    done = 0
    while True:
        if length & size:
            if total is None:
                total = block[:count].copy()
            else:
                total *= np.uint64(power)
                total += block[done : done + count]
            done += size
        if done == length:
            break
        block = block[:-size] * np.uint64(power) + block[size:]
        power, size = power * power & _WORD, size * 2
    assert total is not None
    total ^= total >> np.uint64(32)
    total *= np.uint64(0xD6E8FEB86659FD93)
    total ^= total >> np.uint64(32)
    return total


@cache
def _folding() -> NDArray[np.uint16]:
    """Of each code point of the basic plane what it counts as; 0: it is left out."""
    table = np.zeros(0x10000, dtype=np.uint16)
    for low, high in _KEPT:
        table[low : high + 1] = np.arange(low, high + 1)
    capitals = np.arange(ord("A"), ord("Z") + 1)
    table[capitals] = capitals + 32
    table[ord("0") : ord("9") + 1] = NUMBER
    table[0xFF01:0xFF5F] = table[0x21:0x7F]
    forms = simplified_forms()
    table[[ord(char) for char in forms]] = [ord(char) for char in forms.values()]
    return table
