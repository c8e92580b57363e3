"""Themes by keywords: the labels that the model learns from, and the way without a model."""

import math
from functools import cache

from zongjie.document import Section, Theme
from zongjie.lexicons.themes import Leaf, taxonomy

BODY_CHARACTERS = 400
HEADING_WEIGHT, PARENT_WEIGHT, BODY_WEIGHT = 3.0, 0.6, 0.5
UNKNOWN = "macro_fiscal"


def keyword_themes(body: str, section: Section, parent_heading: str = "") -> tuple[Theme, ...]:
    """One or two themes of ``section``, best first, by the keywords of its words."""
    start = section.body_start
    words = body[start : min(section.end, start + BODY_CHARACTERS)]
    scores = heading_scores(section.heading or "")
    parent = heading_scores(parent_heading)
    points: dict[str, float] = {}
    for leaf in taxonomy().leaves:
        found = sum(min(words.count(k), 3) * _worth(k) for k in leaf.keywords if k in words)
        points[leaf.key] = (
            HEADING_WEIGHT * scores.get(leaf.key, 0.0)
            + PARENT_WEIGHT * parent.get(leaf.key, 0.0)
            + BODY_WEIGHT * math.sqrt(found)
        )
    return _ranked(points)


def heading_scores(heading: str) -> dict[str, float]:
    """How much each leaf's keywords cover of a heading; keywords inside longer ones are left out.

    >>> max(heading_scores("推进乡村全面振兴").items(), key=lambda item: item[1])[0]
    'rural'
    """
    taken = [False] * len(heading)
    scores: dict[str, float] = {}
    for word, leaf in _keywords():
        at = heading.find(word)
        while at >= 0:
            if not any(taken[at : at + len(word)]):
                taken[at : at + len(word)] = [True] * len(word)
                scores[leaf.key] = scores.get(leaf.key, 0.0) + _worth(word)
            at = heading.find(word, at + len(word))
    return scores


@cache
def _keywords() -> tuple[tuple[str, Leaf], ...]:
    """All keywords with their leaf, long ones first."""
    pairs = [(word, leaf) for leaf in taxonomy().leaves for word in leaf.keywords]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def _worth(word: str) -> float:
    return min(len(word), 5) / 2.0


def _ranked(points: dict[str, float]) -> tuple[Theme, ...]:
    """The best leaf, and the next one where it comes near; all equal means unsure."""
    leaves = taxonomy()
    best = max(points.values(), default=0.0)
    shares = {key: math.exp(value - best) for key, value in points.items()}
    total = sum(shares.values())
    order = sorted(shares, key=lambda key: (-shares[key], key != UNKNOWN, key))[:2]
    themes = tuple(Theme(key, leaves.leaf(key).group, round(shares[key] / total, 4)) for key in order)
    return themes if themes[1].probability >= 0.25 else themes[:1]
