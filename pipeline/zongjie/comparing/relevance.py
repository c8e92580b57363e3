"""How far one text speaks of another: the one door for whoever compares meaning.

``relevance("lexical")`` counts words (``similarity.coverage``) and needs nothing; ``relevance("neural")``
asks the encoder of models/encoder (extra ``neural``); ``best_at_hand()`` takes the encoder where it can
be had and words where not. All are asked alike, and answer from 0 to 1:

    judge.scores([("推进乡村振兴", "建成高标准农田三万亩……"), …])   # a number a pair, in their order
    judge.matrix(headings, bodies)                               # headings × bodies, each text read once

0.5 of the encoder means that it cannot tell; the numbers of the two are not on one scale, so a caller
that sets a threshold sets one for each (``judge.name``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from zongjie.comparing.similarity import coverage
from zongjie.errors import SettingsError
from zongjie.inference.encoder import Encoder, shipped

Engine = Literal["lexical", "neural"]


class Relevance(Protocol):
    """Who judges."""

    @property
    def name(self) -> Engine: ...

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """How far the second text of each pair speaks of the first."""

    def matrix(self, asked: Sequence[str], given: Sequence[str]) -> list[list[float]]:
        """How far each of ``given`` speaks of each of ``asked``, a row for each of ``asked``."""


@dataclass(frozen=True, slots=True)
class Lexical:
    """The share of the first text's content words that the second holds."""

    name: Engine = "lexical"

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [coverage(one, other) for one, other in pairs]

    def matrix(self, asked: Sequence[str], given: Sequence[str]) -> list[list[float]]:
        return [[coverage(one, other) for other in given] for one in asked]


@dataclass(frozen=True, slots=True)
class Neural:
    """The encoder's probability, even odds assumed."""

    encoder: Encoder
    name: Engine = "neural"

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return self.encoder.pairs(pairs)

    def matrix(self, asked: Sequence[str], given: Sequence[str]) -> list[list[float]]:
        rows: list[list[float]] = self.encoder.relevance(asked, given).tolist()
        return rows


def relevance(engine: Engine) -> Relevance:
    """The judge of that name. Raises ``SettingsError`` if the encoder is asked for and not at hand."""
    return Lexical() if engine == "lexical" else Neural(shipped())


def best_at_hand() -> Relevance:
    """The encoder where the extra and the model are there, else words."""
    try:
        return relevance("neural")
    except SettingsError:
        return relevance("lexical")
