"""Which clauses of a report could speak of a promise: by the words that both hold, weighed by rarity.

What to call: ``Told(analysis)`` once for the next report, then ``told.about(words, limit)``. A
candidate's score mixes two likenesses of term vectors (content words and the character pairs
within longer ones, each weighed by its inverse document frequency over the clauses of the report's
past sections): the cosine, and the share of the promise's terms that the clause holds. A name in
quotation marks that stands in both raises it. Long forms are read as their short ones.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log, sqrt

from zongjie.archive.abbreviations import shortened
from zongjie.archive.clauses import clauses
from zongjie.archive.promises import plan_zones
from zongjie.comparing.similarity import content_words
from zongjie.document import Analysis, Quantity

_COSINE = 0.6
_NAMED = 0.2
_QUOTED = re.compile(r"[“《]([^”》]{2,20})[”》]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause of the next report, how like the promise it is, and its figures."""

    start: int
    end: int
    score: float
    quantities: tuple[Quantity, ...]


class Told:
    """The clauses in which a report tells what was done, ready for searching."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.clauses = _past_clauses(analysis)
        bags = [Counter(terms(analysis.body[start:end])) for start, end in self.clauses]
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for position, bag in enumerate(bags):
            for term, count in bag.items():
                self._postings[term].append((position, count))
        self._norms = [
            sqrt(sum((count * self.weight(term)) ** 2 for term, count in bag.items())) or 1.0 for bag in bags
        ]

    def weight(self, term: str) -> float:
        """The inverse document frequency; a term that stands nowhere is as rare as can be."""
        count = len(self._postings.get(term, ()))
        return log(1 + (len(self.clauses) - count + 0.5) / (count + 0.5))

    def about(self, words: str, limit: int = 8) -> list[Candidate]:
        """The clauses most like ``words``, best first."""
        query = Counter(terms(words))
        scores: dict[int, float] = defaultdict(float)
        norm = sqrt(sum((count * self.weight(term)) ** 2 for term, count in query.items())) or 1.0
        for term, count in query.items():
            square = self.weight(term) ** 2
            for position, there in self._postings.get(term, ()):
                scores[position] += count * there * square
        total = sum(self.weight(term) for term in query) or 1.0
        shared: dict[int, float] = defaultdict(float)
        for term in query:
            for position, _ in self._postings.get(term, ()):
                shared[position] += self.weight(term)
        plain, names = shortened(words), _names(shortened(words))
        mixed = (
            (
                _COSINE * score / norm / self._norms[at]
                + (1 - _COSINE) * shared[at] / total
                + (_NAMED if self._named(at, plain, names) else 0.0),
                at,
            )
            for at, score in scores.items()
        )
        best = sorted(mixed, key=lambda found: (-found[0], found[1]))[:limit]
        return [
            Candidate(*self.clauses[at], min(1.0, round(score, 4)), self.figures(*self.clauses[at]))
            for score, at in best
        ]

    def _named(self, at: int, words: str, names: frozenset[str]) -> bool:
        """Whether a name in quotation marks on one side stands on the other."""
        start, end = self.clauses[at]
        text = shortened(self.analysis.body[start:end])
        return any(name in text for name in names) or any(name in words for name in _names(text))

    def figures(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The figures of a clause that tell of the past."""
        quantities = self.analysis.quantities
        index = bisect_left(quantities, start, key=lambda q: q.start)
        found = []
        while index < len(quantities) and quantities[index].start < end:
            if quantities[index].kind == "achievement" and quantities[index].value is not None:
                found.append(quantities[index])
            index += 1
        return tuple(found)


def terms(text: str) -> list[str]:
    """Content words, and the character pairs within those of more than two characters."""
    found = []
    for word in content_words(shortened(text)):
        found.append(word)
        if len(word) > 2:
            found.extend(word[at : at + 2] for at in range(len(word) - 1))
    return found


def _names(text: str) -> frozenset[str]:
    return frozenset(_QUOTED.findall(text))


def _past_clauses(analysis: Analysis) -> list[tuple[int, int]]:
    """The clauses outside the plan; all clauses where the roles leave hardly anything."""
    zones = plan_zones(analysis.sections)
    found = []
    index = 0
    for clause in clauses(analysis.body, 0, len(analysis.body)):
        while index < len(zones) and zones[index][1] <= clause[0]:
            index += 1
        if index == len(zones) or clause[0] < zones[index][0]:
            found.append(clause)
    return found
