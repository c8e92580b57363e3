"""Problems that come back: the same shortfall admitted in report after report of one body.

Two problems are one where their terms are alike (cosine, rare terms weighing more). Each is linked
to the most like one of an earlier report; a chain over three reports or more has come back.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from zongjie.archive.evidence import terms
from zongjie.archive.term_weights import term_weight

_ALIKE = 0.45
_REPORTS = 3
_TERMS = 2  # that a problem must have to be known again


@dataclass(frozen=True, slots=True)
class ToldProblem:
    """A shortfall as one report words it."""

    year: int
    words: str
    sha256: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Recurring:
    """One shortfall through the years, the earliest first."""

    told: tuple[ToldProblem, ...]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({one.year for one in self.told}))


def recurring(problems: Iterable[ToldProblem]) -> tuple[Recurring, ...]:
    """The chains over three reports or more, the longest first."""
    chains: list[list[ToldProblem]] = []
    postings: dict[str, list[tuple[int, int, float]]] = defaultdict(list)  # of the last of each chain
    lengths: list[int] = []
    for one in sorted(problems, key=lambda problem: (problem.year, problem.start)):
        vector = _vector(one.words)
        if len(vector) < _TERMS:
            continue
        scores: dict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            for chain, length, other in postings[term]:
                if lengths[chain] == length and chains[chain][-1].year < one.year:
                    scores[chain] += weight * other
        best = max(scores, key=lambda chain: scores[chain], default=None)
        if best is None or scores[best] < _ALIKE:
            best = len(chains)
            chains.append([])
            lengths.append(0)
        chains[best].append(one)
        lengths[best] += 1
        for term, weight in vector.items():
            postings[term].append((best, lengths[best], weight))
    long = [Recurring(tuple(chain)) for chain in chains if len({one.year for one in chain}) >= _REPORTS]
    return tuple(sorted(long, key=lambda found: (-len(found.years), found.told[0].year)))


def _vector(words: str) -> dict[str, float]:
    """The weighed terms, of length one."""
    counts = Counter(terms(words))
    weighed = {term: count * term_weight(term) for term, count in counts.items()}
    norm = sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
    return {term: weight / norm for term, weight in weighed.items()}
