"""How like each promise is to each clause of the next report: by words, by characters, by matter.

What to call: ``likeness(promised, told, own)``; all promises are held against all clauses at once.
Words count by their rarity in the archive (``term_weights.py``), pairs of characters by theirs in
the two reports, and word vectors know what is said in other words.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from zongjie.archive.evidence import with_pairs
from zongjie.archive.stretches import Texts
from zongjie.archive.term_weights import MANNER, manner_words, term_weight
from zongjie.comparing.genre_words import genre_words
from zongjie.comparing.word_vectors import unit, vectors

Matrix = NDArray[np.float32]
_COSINE, _BY_VECTOR, _BY_PAIRS = 0.6, 0.35, 0.3  # shares of ``mixed``
_HARDLY, _THIRD, _ALONE = 0.8, 0.33, 0.6  # of its words, where little or nothing but manner is shared
_SET = 0.3  # of its weight, a pair that is a set word (加快, 建设)
_MANY = 1 << 20  # terms that are remembered
_FIGURES = "0123456789.%％一二三四五六七八九十百千万亿"


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


def likeness(promised: Texts, told: Texts, own: frozenset[str]) -> Likeness:
    """``own`` are the names of the body itself, which tell nothing apart in its reports."""
    shape = len(promised.plain), len(told.plain)
    terms_known = _known()
    one, other = (terms_known.held_by(side) for side in (promised, told))
    used, numbers = np.unique(np.concatenate([one[1], other[1]]), return_inverse=True)
    one, other = (one[0], numbers[: len(one[1])]), (other[0], numbers[len(one[1]) :])
    weights, matter, rare = terms_known.worth(used, own)
    at, terms = _shared(one, other, len(used), shape)

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


class _Terms(dict[str, tuple[int, ...]]):
    """The numbers of the terms of each word, and what each term weighs; looked up when first met."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}
        self._weights, self._matter, self._rare = array("f"), array("f"), array("f")

    def __missing__(self, word: str) -> tuple[int, ...]:
        found = self[word] = tuple({self._number(term): None for term in with_pairs(word)})
        return found

    def _number(self, term: str) -> int:
        number = self._numbers.setdefault(term, len(self._numbers))
        if number == len(self._weights):
            weight = term_weight(term)
            matter = 0.0 if term in manner_words() else weight
            self._weights.append(weight)
            self._matter.append(matter)
            self._rare.append(matter if len(term) > 2 and term not in vectors() else 0.0)
        return number

    def held_by(self, side: Texts) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Which text holds which term, each pair once."""
        found = list(map(self.__getitem__, side.tokens))
        owners = np.repeat(side.owners, np.fromiter(map(len, found), dtype=np.int64, count=len(found)))
        both = _distinct(owners << 32 | np.fromiter(chain.from_iterable(found), dtype=np.int64))
        return both >> 32, both & 0xFFFFFFFF

    def worth(self, terms: NDArray[np.int64], own: frozenset[str]) -> tuple[Matrix, Matrix, Matrix]:
        """What these terms weigh, what of it is matter, what is rare; ``own`` are manner."""
        weights, matter, rare = (np.array(one)[terms] for one in (self._weights, self._matter, self._rare))
        ours = np.isin(terms, [self._numbers[term] for term in own if term in self._numbers])
        weights[ours], matter[ours], rare[ours] = MANNER, 0, 0
        return weights, matter, rare

    def is_full(self) -> bool:
        return len(self._numbers) > _MANY


@cache
def _terms() -> _Terms:
    return _Terms()


def _known() -> _Terms:
    """Those met so far; when they are too many, none."""
    if _terms().is_full():
        _terms.cache_clear()
    return _terms()


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
    both = _distinct((rows[:-1][kept] << 44) | (codes[:-1][kept] << 22) | codes[1:][kept])
    return both >> 44, both & ((1 << 44) - 1)


def _distinct(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The different ones in order; sorts ``codes``, which is quicker here than ``np.unique``."""
    codes.sort()
    return codes[np.diff(codes, prepend=-1) > 0]
