"""Themes by keywords: the silver labels that the model learns from, and the way without a model."""

import math
from functools import cache

from zongjie.lexicons.themes import taxonomy

HEADING_WEIGHT, PARENT_WEIGHT, BODY_WEIGHT = 3.0, 0.6, 0.5


def keyword_scores(heading: str, parent: str, words: str) -> list[float]:
    """A score a leaf, in the order of the taxonomy, by the keywords of heading, parent and body."""
    own, above = heading_scores(heading), heading_scores(parent)
    scores = []
    for leaf in taxonomy().leaves:
        found = sum(min(words.count(k), 3) * _worth(k) for k in leaf.keywords if k in words)
        scores.append(
            HEADING_WEIGHT * own.get(leaf.key, 0.0)
            + PARENT_WEIGHT * above.get(leaf.key, 0.0)
            + BODY_WEIGHT * math.sqrt(found)
        )
    return scores


def heading_scores(heading: str) -> dict[str, float]:
    """How much of a heading the keywords of each leaf cover, the longest keyword first.

    >>> heading_scores("推进乡村全面振兴")
    {'rural': 2.5}
    """
    table, longest, starts = _keywords()
    scores: dict[str, float] = {}
    at = 0
    while at < len(heading):
        if heading[at : at + 2] not in starts:
            at += 1
            continue
        for size in range(min(longest, len(heading) - at), 1, -1):
            leaf = table.get(heading[at : at + size])
            if leaf is not None:
                scores[leaf] = scores.get(leaf, 0.0) + _worth(heading[at : at + size])
                at += size
                break
        else:
            at += 1
    return scores


@cache
def _keywords() -> tuple[dict[str, str], int, frozenset[str]]:
    """Leaf by keyword, the length of the longest keyword, and what keywords begin with."""
    table = {word: leaf.key for leaf in taxonomy().leaves for word in leaf.keywords}
    return table, max(map(len, table)), frozenset(word[:2] for word in table)


def _worth(word: str) -> float:
    return min(len(word), 5) / 2.0
