"""Stretches of a report (clauses, sentences, headings) with their words and vectors.

What to call: ``texts(stretches)``, or ``sums(stretches)`` where only the vectors are wanted. All
stretches are cut into words at once, and what a word is worth is looked up once for all reports.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from zongjie.archive.abbreviations import shortened
from zongjie.comparing.similarity import carries_matter
from zongjie.comparing.word_vectors import vectors
from zongjie.comparing.words import words

Matrix = NDArray[np.float32]
_NO_VECTOR, _NO_MATTER, _STOP = -1, -2, -3
_MANY = 1 << 18  # words that are remembered


@dataclass(frozen=True, slots=True)
class Texts:
    """Stretches of a report, long forms shortened, with the words of all and the vector of each.

    ``owners`` tells which stretch each of the ``tokens`` stands in, in order.
    """

    plain: tuple[str, ...]
    tokens: tuple[str, ...]
    owners: NDArray[np.int64]
    sums: Matrix

    def tokens_of(self) -> list[tuple[str, ...]]:
        """The words of each stretch."""
        bounds = np.searchsorted(self.owners, np.arange(len(self.plain) + 1)).tolist()
        return [self.tokens[a:b] for a, b in pairwise(bounds)]


class _Rows(dict[str, int]):
    """The row of each word in the table of vectors, or why it has none; looked up when first asked."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MANY:
            self.clear()
        if word == "\n":
            row = _STOP
        else:
            row = vectors().rows.get(word, _NO_VECTOR) if carries_matter(word) else _NO_MATTER
        self[word] = row
        return row


@cache
def _rows() -> _Rows:
    return _Rows()


def texts(stretches: Sequence[str]) -> Texts:
    """Cut all stretches into words at once."""
    whole, cut, rows, owners = _cut(stretches)
    kept = np.flatnonzero(rows >= _NO_VECTOR)
    tokens = tuple(map(cut.__getitem__, kept.tolist()))
    plain = tuple(whole.split("\n")) if stretches else ()
    return Texts(plain, tokens, owners[kept], _sums(rows, owners, len(stretches)))


def sums(stretches: Sequence[str]) -> Matrix:
    """The vectors alone; shape (stretches, dimensions)."""
    _, _, rows, owners = _cut(stretches)
    return _sums(rows, owners, len(stretches))


def _cut(stretches: Sequence[str]) -> tuple[str, list[str], NDArray[np.int64], NDArray[np.int64]]:
    whole = shortened("\n".join([one.replace("\n", " ") for one in stretches]))
    cut = words(whole)
    rows = np.fromiter(map(_rows().__getitem__, cut), dtype=np.int64, count=len(cut))
    return whole, cut, rows, np.cumsum(rows == _STOP)


def _sums(rows: NDArray[np.int64], owners: NDArray[np.int64], size: int) -> Matrix:
    known = rows >= 0
    return vectors().summed(rows[known], owners[known], size)
