"""Ranks short texts by how well they answer a query: BM25 over content words.

What to call: ``Index(texts)`` once, then ``index.search(query, limit)`` as often as needed;
``rank(query, texts)`` for a single query. Results are ``Hit(position, score)``, best first.

A document's terms are its content words and the character pairs within its longer words, so
that 数据共享 finds 共享数据. Common terms weigh little (inverse document frequency over the
texts of the index). Source: Robertson and Zaragoza, The Probabilistic Relevance Framework:
BM25 and Beyond, 2009, with k1 = 1.2 and b = 0.75.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from zongjie.comparing.similarity import content_words

_K1, _B = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Hit:
    """A text found: its ``position`` in the sequence given, and its score (above 0, unbounded)."""

    position: int
    score: float


class Index:
    """Texts made ready for searching; memory and time grow with their total length."""

    def __init__(self, texts: Sequence[str]) -> None:
        documents = [Counter(_terms(text)) for text in texts]
        self._lengths = [max(1, sum(document.values())) for document in documents]
        self._mean = sum(self._lengths) / max(1, len(self._lengths))
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for position, document in enumerate(documents):
            for term, count in document.items():
                self._postings[term].append((position, count))

    def __len__(self) -> int:
        return len(self._lengths)

    def search(self, query: str, limit: int = 5) -> tuple[Hit, ...]:
        """The best ``limit`` texts, best first (ties in the order given); none that share no term."""
        scores: dict[int, float] = defaultdict(float)
        for term in dict.fromkeys(_terms(query)):
            postings = self._postings.get(term, ())
            weight = log(1 + (len(self) - len(postings) + 0.5) / (len(postings) + 0.5))
            for position, count in postings:
                length = 1 - _B + _B * self._lengths[position] / self._mean
                scores[position] += weight * count * (_K1 + 1) / (count + _K1 * length)
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
        return tuple(Hit(position, round(score, 6)) for position, score in best)


def rank(query: str, texts: Sequence[str], limit: int = 5) -> tuple[Hit, ...]:
    """The best ``limit`` of ``texts`` for one query.

    >>> [hit.position for hit in rank("数据共享不够", ["修建村道", "建设数据共享平台"])]
    [1]
    """
    return Index(texts).search(query, limit)


def _terms(text: str) -> list[str]:
    terms = []
    for word in content_words(text):
        terms.append(word)
        if len(word) > 2:
            terms.extend(word[at : at + 2] for at in range(len(word) - 1))
    return terms
