"""Problems that come back: the same shortfall admitted in report after report of one body.

Two problems are one where their content words are alike (cosine). Each is linked to the most like
one of an earlier report; a chain over three reports or more has come back.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from zongjie.comparing.similarity import content_words, similarity

_ALIKE = 0.45
_REPORTS = 3
_WORDS = 2  # content words that a problem must have to be known again


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
    """The chains over three reports or more, the longest first; quadratic in one body's problems."""
    chains: list[list[ToldProblem]] = []
    told = [one for one in problems if len(content_words(one.words)) >= _WORDS]
    for one in sorted(told, key=lambda problem: (problem.year, problem.start)):
        earlier = [chain for chain in chains if chain[-1].year < one.year]
        best = max(earlier, key=lambda chain: similarity(chain[-1].words, one.words), default=None)
        if best is not None and similarity(best[-1].words, one.words) >= _ALIKE:
            best.append(one)
        else:
            chains.append([one])
    long = [Recurring(tuple(chain)) for chain in chains if len({one.year for one in chain}) >= _REPORTS]
    return tuple(sorted(long, key=lambda found: (-len(found.years), found.told[0].year)))
