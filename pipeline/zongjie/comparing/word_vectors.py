"""Word vectors of the genre: what a text is about, as one vector, whatever words it uses.

What to call: ``vectors().sums(tokens)``. A text's vector is the sum of those of its words, each
weighed down by how common it is (smooth inverse frequency); words that the model lacks add nothing.
The model is ``models/word-vectors`` (card.md tells how it was made).

Source: Levy, Goldberg: Neural word embedding as implicit matrix factorization, 2014 (the vectors);
Arora, Liang, Ma: A simple but tough-to-beat baseline for sentence embeddings, 2017 (the weights).
"""

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from zongjie.inference.paths import model_path
from zongjie.inference.store import load_arrays

Matrix = NDArray[np.float32]


class WordVectors:
    """The rows of ``table`` are the weighed vectors of the words, in the order of ``words``."""

    def __init__(self, words: Iterable[str], table: Matrix) -> None:
        self.rows = {word: row for row, word in enumerate(words)}
        self._table = table

    def __contains__(self, word: str) -> bool:
        return word in self.rows

    def sums(self, texts: Iterable[Iterable[str]]) -> Matrix:
        """One row a text, given as its words: the sum of their vectors; shape (texts, dimensions).

        >>> vectors().sums([["电价"], []]).shape
        (2, 64)
        """
        get = self.rows.get
        rows = [[row for word in text if (row := get(word)) is not None] for text in texts]
        owners = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        return self.summed(np.array([row for one in rows for row in one], dtype=np.int64), owners, len(rows))

    def summed(self, rows: NDArray[np.int64], owners: NDArray[np.int64], size: int) -> Matrix:
        """The vectors at ``rows``, summed for each of ``size`` owners; ``owners`` are in order."""
        found = np.zeros((size, self._table.shape[1]), dtype=np.float32)
        if len(rows):
            starts = np.flatnonzero(np.diff(owners, prepend=-1))
            found[owners[starts]] = np.add.reduceat(self._table[rows], starts, axis=0)
        return found


def unit(vectors: Matrix) -> Matrix:
    """The rows at length 1; a row of zeros stays one."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-6), dtype=np.float32)


@cache
def vectors() -> WordVectors:
    """The model, read once. Raises FileNotFoundError where it is not installed."""
    arrays = load_arrays(model_path("word-vectors") / "vectors.npz")
    words = arrays["words"].tobytes().decode("utf-8").split("\n")
    table = arrays["values"].astype(np.float32) * arrays["scales"].astype(np.float32)[:, None]
    return WordVectors(words, table)
