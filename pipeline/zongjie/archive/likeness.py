"""How like each promise is to each clause of the next report: by words, by characters, by matter.

What to call: ``likeness(promised, told, own)``; all promises are held against all clauses at once.
Words count by their rarity in the archive (``term_weights.py``), pairs of characters by theirs in
the two reports, and word vectors know what is said in other words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from zongjie.archive.abbreviations import shortened
from zongjie.archive.evidence import with_pairs
from zongjie.archive.term_weights import MANNER, manner_words, term_weight
from zongjie.comparing.genre_words import genre_words
from zongjie.comparing.similarity import carries_matter
from zongjie.comparing.word_vectors import unit, vectors
from zongjie.comparing.words import words

Matrix = NDArray[np.float32]
_COSINE, _BY_VECTOR, _BY_PAIRS = 0.6, 0.35, 0.3  # shares of ``mixed``
_HARDLY, _THIRD, _ALONE = 0.8, 0.33, 0.6  # of its words, where little or nothing but manner is shared
_SET = 0.3  # of its weight, a pair that is a set word (加快, 建设)
_FIGURES = "0123456789.%％一二三四五六七八九十百千万亿"


@dataclass(frozen=True, slots=True)
class Texts:
    """Stretches of a report, long forms shortened, with the words of each and the vector of each."""

    plain: tuple[str, ...]
    tokens: tuple[tuple[str, ...], ...]
    sums: Matrix


@dataclass(frozen=True, slots=True)
class Likeness:
    """Matrices of shape (promises, clauses), and what each promise weighs.

    ``matter`` is the share of what the promise is about that the clause holds, ``covered`` the share
    of the clause that the promise holds, ``rarest`` the weight of the rarest word that both have,
    ``lacking`` the share of the promise's rare words that the clause lacks, ``nameless`` whether it has none.
    """

    mixed: Matrix
    pairs: Matrix
    vector: Matrix
    matter: Matrix
    covered: Matrix
    rarest: Matrix
    lacking: Matrix
    nameless: Matrix
    weight: Matrix  # (promises,)


def texts(stretches: Sequence[str]) -> Texts:
    """Cut all stretches into words at once."""
    plain = tuple(shortened(one.replace("\n", " ")) for one in stretches)
    kept = [word for word in words("\n".join(plain)) if word == "\n" or carries_matter(word)]
    stops = [at for at, word in enumerate(kept) if word == "\n"]
    tokens = tuple(tuple(kept[a + 1 : b]) for a, b in pairwise([-1, *stops, len(kept)]))[: len(plain)]
    return Texts(plain, tokens, vectors().sums(tokens))


def likeness(promised: Texts, told: Texts, own: frozenset[str]) -> Likeness:
    """``own`` are the names of the body itself, which tell nothing apart in its reports."""
    shape = len(promised.plain), len(told.plain)
    numbers: dict[str, int] = {}
    one, other = (_terms(side, numbers) for side in (promised, told))
    manner = manner_words() | own
    weights = np.array([MANNER if t in own else term_weight(t) for t in numbers], dtype=np.float32)
    matter = np.array([t not in manner for t in numbers], dtype=np.float32) * weights
    known = vectors()
    rare = matter * np.array([len(t) > 2 and t not in known for t in numbers], dtype=np.float32)
    at, terms = _shared(one, other, len(numbers), shape)

    def summed(values: Matrix) -> Matrix:
        return np.bincount(at, values[terms], shape[0] * shape[1]).reshape(shape).astype(np.float32)

    def of(side: tuple[NDArray[np.int64], NDArray[np.int64]], values: Matrix, size: int) -> Matrix:
        return np.bincount(side[0], values[side[1]], size).astype(np.float32)

    shared, dots, about, names = (summed(one) for one in (weights, weights**2, matter, rare))
    mine, theirs = of(one, weights, shape[0]), of(other, weights, shape[1])
    lengths = np.sqrt(of(one, weights**2, shape[0])[:, None] * of(other, weights**2, shape[1])[None, :])
    total, rares = of(one, matter, shape[0]), of(one, rare, shape[0])
    share = np.where(total[:, None] > 0, about / np.maximum(total, 1e-6)[:, None], 1).astype(np.float32)
    marks = (
        _COSINE * dots / np.maximum(lengths, 1e-6) + (1 - _COSINE) * shared / np.maximum(mine, 1e-6)[:, None]
    )
    marks *= np.where(share == 0, _ALONE, np.where(share < _THIRD, _HARDLY, 1))
    rarest = np.zeros(shape[0] * shape[1], dtype=np.float32)
    order = np.argsort(matter[terms], kind="stable")
    rarest[at[order]] = matter[terms[order]]
    pairs = _pair_cosine(promised.plain, told.plain)
    vector = unit(promised.sums) @ unit(told.sums).T
    named = rares[:, None] > 0
    return Likeness(
        mixed=(marks + _BY_VECTOR * vector + _BY_PAIRS * pairs).astype(np.float32),
        pairs=pairs,
        vector=vector,
        matter=share,
        covered=(shared / np.maximum(theirs, 1e-6)[None, :]).astype(np.float32),
        rarest=rarest.reshape(shape),
        lacking=np.where(named, 1 - names / np.maximum(rares, 1e-6)[:, None], 0).astype(np.float32),
        nameless=(named & (names == 0)).astype(np.float32),
        weight=total,
    )


def _terms(side: Texts, numbers: dict[str, int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which text holds which term, each pair once."""
    sets = [
        {numbers.setdefault(term, len(numbers)) for word in one for term in with_pairs(word)}
        for one in side.tokens
    ]
    rows = np.repeat(np.arange(len(sets)), [len(one) for one in sets])
    return rows, np.array([term for one in sets for term in sorted(one)], dtype=np.int64)


def _shared(
    one: tuple[NDArray[np.int64], NDArray[np.int64]],
    other: tuple[NDArray[np.int64], NDArray[np.int64]],
    size: int,
    shape: tuple[int, int],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every (promise, clause, term) that both hold: the cell's number in the flat matrix, and the term."""
    order = np.argsort(other[1], kind="stable")
    clauses, sorted_terms = other[0][order], other[1][order]
    starts = np.searchsorted(sorted_terms, np.arange(size + 1))
    first, many = starts[one[1]], starts[one[1] + 1] - starts[one[1]]
    ends = np.cumsum(many)
    steps = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - many, many)
    found = clauses[np.repeat(first, many) + steps]
    return np.repeat(one[0], many) * shape[1] + found, np.repeat(one[1], many)


def _pair_cosine(promised: Sequence[str], told: Sequence[str]) -> Matrix:
    """The cosine of the pairs of characters, figures left out, weighed by how rare they are here."""
    rows, codes = _pairs_of([*promised, *told])
    known, numbers, counts = np.unique(codes, return_inverse=True, return_counts=True)
    idf = np.log(max(2, len(promised) + len(told)) / np.maximum(counts, 1)).astype(np.float32)
    idf[np.isin(known, _set_pairs())] *= _SET
    squares = np.bincount(rows, idf[numbers] ** 2, len(promised) + len(told))
    mine = rows < len(promised)
    shape = len(promised), len(told)
    at, terms = _shared(
        (rows[mine], numbers[mine]), (rows[~mine] - len(promised), numbers[~mine]), len(counts), shape
    )
    dots = np.bincount(at, idf[terms] ** 2, shape[0] * shape[1]).reshape(shape)
    lengths = np.sqrt(squares[: shape[0], None] * squares[None, shape[0] :])
    return np.asarray(dots / np.maximum(lengths, 1e-6), dtype=np.float32)


@cache
def _set_pairs() -> NDArray[np.int64]:
    """The set words of two characters, as ``_pairs_of`` numbers pairs."""
    return np.array([ord(one[0]) << 22 | ord(one[1]) for one in genre_words() if len(one) == 2])


def _pairs_of(stretches: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(text, pair) for every different pair of characters within a text that has no figure."""
    whole = "\n".join(stretches) + "\n"
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    rows = np.cumsum(codes == ord("\n"))
    stops = np.isin(codes, [ord(sign) for sign in _FIGURES + "\n"])
    kept = ~(stops[:-1] | stops[1:])
    both = np.unique((rows[:-1][kept] << 44) | (codes[:-1][kept] << 22) | codes[1:][kept])
    return both >> 44, both & ((1 << 44) - 1)
