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
from functools import lru_cache
from math import sqrt
from operator import attrgetter

from zongjie.archive.abbreviations import shortened
from zongjie.archive.clauses import clauses
from zongjie.archive.term_weights import MANNER, manner_words, term_weight
from zongjie.archive.zones import NOTES, plan_sections
from zongjie.comparing.similarity import content_words
from zongjie.document import Analysis, Quantity
from zongjie.lexicons.places import short_name

_COSINE = 0.6
_NAMED = 0.2
_HARDLY, _THIRD = 0.8, 0.4  # of a score, where less than a third of what it is about is shared
_ALONE = 0.6  # of a score, where all that is shared are words that tell how, not what
_NOT_PAST = re.compile(  # a shortfall, or a promise that stands outside the plan
    r"困难|挑战|还不|不够|不足|有待|短板|不高|不强|偏弱|偏低|差距|尚未|滞后|压力|制约|相当严重"
    r"|^(?:我们|各级|各地|今年|明年|今后|一定)?(?:要|必须|应当|须|将|力争|确保|努力把|继续坚持)"
)
_QUOTED = re.compile(r"[“《]([^”》]{2,20})[”》]")
_start = attrgetter("start")
_NUMBERED = re.compile(r"[0-9]{2,4}条")  # a policy known by the number of its articles


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause of the next report, how like the promise it is, and its figures.

    ``matter`` is the share of what the promise is about that the clause holds, 1 where that is nothing.
    """

    start: int
    end: int
    score: float
    matter: float
    quantities: tuple[Quantity, ...]


class Told:
    """The clauses in which a report tells what was done, ready for searching."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.clauses = _past_clauses(analysis)
        self._own = frozenset(  # the body's own name tells nothing apart in its report
            one for place in analysis.profile.places[:1] for one in (place, short_name(place))
        )
        self._short = [shortened(analysis.body[start:end]) for start, end in self.clauses]
        self._quoted = [_names(text) for text in self._short]
        self._figures = [q for q in analysis.quantities if q.kind == "achievement" and q.value is not None]
        self._postings: dict[str, list[tuple[int, int]]] = {}
        self._norms: list[float] = []
        self._index()

    def _index(self) -> None:
        """Where each term stands, how often, and the length of each clause's vector."""
        postings, weights = self._postings, dict[str, float]()
        for position, text in enumerate(self._short):
            squares = 0.0
            for term, count in Counter(_terms(text)).items():
                there = postings.get(term)
                if there is None:
                    postings[term] = there = []
                    weights[term] = term_weight(term)
                there.append((position, count))
                squares += (count * weights[term]) ** 2
            self._norms.append(sqrt(squares) or 1.0)

    def about(self, words: str, limit: int = 8) -> list[Candidate]:
        """The clauses most like ``words``, best first."""
        plain = shortened(words)
        names, query = _names(plain), Counter(_terms(plain))
        weights = {term: MANNER if term in self._own else term_weight(term) for term in query}
        manner = manner_words() | self._own
        dots: dict[int, float] = defaultdict(float)
        shared: dict[int, float] = defaultdict(float)
        told: dict[int, float] = defaultdict(float)
        for term, count in query.items():
            weight = weights[term]
            for position, there in self._postings.get(term, ()):
                dots[position] += count * there * weight * weight
                shared[position] += weight
                if term not in manner:
                    told[position] += weight
        norm = sqrt(sum((count * weights[term]) ** 2 for term, count in query.items())) or 1.0
        total = sum(weights.values()) or 1.0
        matter = sum(weight for term, weight in weights.items() if term not in manner)
        marked: list[tuple[float, int, float]] = []
        for at, dot in dots.items():
            part = told[at] / matter if matter else 1.0
            mark = _COSINE * dot / norm / self._norms[at] + (1 - _COSINE) * shared[at] / total
            if (names or self._quoted[at]) and self._named(at, plain, names):
                mark, part = mark + _NAMED, 1.0
            elif matter:
                mark *= _ALONE if part == 0 else _HARDLY if part < _THIRD else 1.0
            marked.append((mark, at, part))
        best = sorted(marked, key=lambda found: (-found[0], found[1]))[:limit]
        return [
            Candidate(*self.clauses[at], min(1.0, round(mark, 4)), part, self.figures(*self.clauses[at]))
            for mark, at, part in best
        ]

    def _named(self, at: int, words: str, names: frozenset[str]) -> bool:
        """Whether a name in quotation marks on one side stands on the other."""
        text, quoted = self._short[at], self._quoted[at]
        return any(name in text for name in names) or any(name in words for name in quoted)

    def figures(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The figures of a clause that tell of the past."""
        first = bisect_left(self._figures, start, key=_start)
        return tuple(self._figures[first : bisect_left(self._figures, end, first, key=_start)])


def terms(text: str) -> list[str]:
    """Content words, and the character pairs within those of more than two characters."""
    return _terms(shortened(text))


def _terms(text: str) -> list[str]:
    return [term for word in content_words(text) for term in _with_pairs(word)]


@lru_cache(maxsize=1 << 16)
def _with_pairs(word: str) -> tuple[str, ...]:
    pairs = (word[at : at + 2] for at in range(len(word) - 1)) if len(word) > 2 else ()
    return word, *pairs


def _names(text: str) -> frozenset[str]:
    return frozenset([*_QUOTED.findall(text), *_NUMBERED.findall(text)])


def _past_clauses(analysis: Analysis) -> list[tuple[int, int]]:
    """The clauses outside plans, problems and notes, headings of plans included."""
    sections = analysis.sections
    away = [(s.start, s.end) for s in plan_sections(sections)]
    away += [(s.start, s.end) for s in sections if NOTES.search(s.heading or "")]
    away += [(problem.start, problem.end) for problem in analysis.problems]
    away.sort()
    found = []
    index, reached = 0, 0
    for clause in clauses(analysis.body, 0, len(analysis.body)):
        while index < len(away) and away[index][0] <= clause[0]:
            reached = max(reached, away[index][1])
            index += 1
        if clause[0] >= reached and not _NOT_PAST.search(analysis.body, *clause):
            found.append(clause)
    return found
