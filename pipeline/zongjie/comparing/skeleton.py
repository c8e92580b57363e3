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

_BLOCK = 1 << 15  # elements that are hashed at a time

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
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.int32)
    folded = _folding().take(raw, mode="clip")
    kept = np.flatnonzero(folded != 0)
    codes, at = folded[kept], kept.astype(np.int32)
    number = codes == NUMBER
    again = np.flatnonzero(number[1:] & number[:-1]) + 1  # digits after the first of a number
    if not len(again):
        return Skeleton(codes, at, at + np.int32(1))
    first, last = np.ones((2, len(codes)), dtype=np.bool_)
    first[again] = False
    last[again - 1] = False
    return Skeleton(codes[first], at[first], at[last] + np.int32(1))


def gram_hashes(codes: NDArray[np.uint16], length: int) -> NDArray[np.uint64]:
    """A 64-bit hash of each run of ``length`` elements; ``len(codes) - length + 1`` of them.

    Polynomial, built by doubling (two passes for each binary digit of ``length``), then mixed.
    """
    return hashes_of_grams(codes, (length,))[0]


def hashes_of_grams(codes: NDArray[np.uint16], lengths: tuple[int, ...]) -> tuple[NDArray[np.uint64], ...]:
    """``gram_hashes`` for several lengths, at little more than the price of the longest.

    Long texts are taken in blocks that stay in the processor's cache.
    """
    if len(codes) <= _BLOCK:
        return _hashes_of_block(codes, lengths)
    beyond = max(lengths) - 1
    blocks = [
        _hashes_of_block(codes[at : at + _BLOCK + beyond], lengths) for at in range(0, len(codes), _BLOCK)
    ]
    return tuple(
        np.concatenate([hashes[:_BLOCK] for hashes in of_length]) for of_length in zip(*blocks, strict=True)
    )


def _hashes_of_block(codes: NDArray[np.uint16], lengths: tuple[int, ...]) -> tuple[NDArray[np.uint64], ...]:
    power, size = _MULTIPLIER, 1
    block = codes.astype(np.uint64)
    block += np.uint64(1)
    totals: dict[int, NDArray[np.uint64]] = {}
    while True:
        for length in lengths:
            if length & size and length <= len(codes):
                _append(totals, length, block, size, power)
        size *= 2
        if size > min(max(lengths), len(codes)):
            break
        longer = block[: -(size // 2)] * np.uint64(power)
        longer += block[size // 2 :]
        block, power = longer, power * power & _WORD
    return tuple(_mixed(totals.get(length, np.empty(0, dtype=np.uint64))) for length in lengths)


def _append(
    totals: dict[int, NDArray[np.uint64]], length: int, block: NDArray[np.uint64], size: int, power: int
) -> None:
    """Put runs of ``size`` elements (``block``) behind what is there of the runs of ``length``."""
    done = length & (size - 1)
    new = block[done : done + len(block) + size - length]
    if done:
        totals[length] *= np.uint64(power)
        totals[length] += new
    else:
        totals[length] = new.copy()


def _mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    hashes ^= hashes >> np.uint64(32)
    hashes *= np.uint64(0xD6E8FEB86659FD93)
    hashes ^= hashes >> np.uint64(32)
    return hashes


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
