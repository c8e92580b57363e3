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
from functools import cache
from math import sqrt
from pathlib import Path

from zongjie.archive.abbreviations import shortened
from zongjie.archive.clauses import clauses
from zongjie.archive.promises import NOTES
from zongjie.archive.term_weights import term_weight
from zongjie.comparing.similarity import content_words
from zongjie.document import Analysis, Quantity

_COSINE = 0.6
_NAMED = 0.2
_ALONE = 0.6  # of a score, where all that is shared are words that tell how, not what
_SHORTFALL = re.compile(r"困难|挑战|还不|不够|不足|有待|短板|不高|不强|偏弱|偏低|差距|尚未|滞后|压力|制约")
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
            sqrt(sum((count * term_weight(term)) ** 2 for term, count in bag.items())) or 1.0 for bag in bags
        ]

    def about(self, words: str, limit: int = 8) -> list[Candidate]:
        """The clauses most like ``words``, best first."""
        query = Counter(terms(words))
        scores: dict[int, float] = defaultdict(float)
        norm = sqrt(sum((count * term_weight(term)) ** 2 for term, count in query.items())) or 1.0
        for term, count in query.items():
            square = term_weight(term) ** 2
            for position, there in self._postings.get(term, ()):
                scores[position] += count * there * square
        total = sum(term_weight(term) for term in query) or 1.0
        shared: dict[int, float] = defaultdict(float)
        matter = query.keys() - manner_words()
        telling: set[int] = set()
        for term in query:
            for position, _ in self._postings.get(term, ()):
                shared[position] += term_weight(term)
                if term in matter:
                    telling.add(position)
        plain, names = shortened(words), _names(shortened(words))
        mixed = []
        for at, score in scores.items():
            mark = _COSINE * score / norm / self._norms[at] + (1 - _COSINE) * shared[at] / total
            if self._named(at, plain, names):
                mark += _NAMED
            elif matter and at not in telling:
                mark *= _ALONE
            mixed.append((mark, at))
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


@cache
def manner_words() -> frozenset[str]:
    """Words that alone make no evidence: 高标准, 国家级, 体系."""
    lines = Path(__file__).with_name("manner_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _names(text: str) -> frozenset[str]:
    return frozenset(_QUOTED.findall(text))


def _past_clauses(analysis: Analysis) -> list[tuple[int, int]]:
    """The clauses outside plans, problems and notes, headings of plans included."""
    sections = analysis.sections
    away = [(s.start, s.end) for s in sections if s.role == "plan" or NOTES.search(s.heading or "")]
    away += [(problem.start, problem.end) for problem in analysis.problems]
    away.sort()
    found = []
    index, reached = 0, 0
    for clause in clauses(analysis.body, 0, len(analysis.body)):
        while index < len(away) and away[index][0] <= clause[0]:
            reached = max(reached, away[index][1])
            index += 1
        if clause[0] >= reached and not _SHORTFALL.search(analysis.body, *clause):
            found.append(clause)
    return found
