"""The theme that a few words speak of by themselves (交通运输 → transport), whatever section holds them."""

import re
from functools import cache, lru_cache
from operator import add

from zongjie.document import Theme
from zongjie.lexicons.themes import taxonomy

_SHORTEST = 2


_UNSURE = 0.5  # the probability of a theme that a few words alone speak for


@cache
def keywords() -> dict[str, tuple[str, str]]:
    """Keyword → leaf and group; a keyword of two leaves of different groups says nothing."""
    found: dict[str, tuple[str, str]] = {}
    torn: set[str] = set()
    for leaf in taxonomy().leaves:
        for word in leaf.keywords:
            if len(word) >= _SHORTEST and found.setdefault(word, (leaf.key, leaf.group))[1] != leaf.group:
                torn.add(word)
    return {word: leaf for word, leaf in found.items() if word not in torn}


@cache
def keyword_pattern(groups: frozenset[str]) -> re.Pattern[str]:
    """Any keyword of the groups, the longest first."""
    own = (word for word, leaf in keywords().items() if leaf[1] in groups)
    return re.compile("|".join(re.escape(word) for word in sorted(own, key=len, reverse=True)))


@cache
def _by_start() -> dict[str, tuple[str, ...]]:
    """The keywords by their first two characters (``_SHORTEST``)."""
    found: dict[str, list[str]] = {}
    for word in keywords():
        found.setdefault(word[:_SHORTEST], []).append(word)
    return {start: tuple(words) for start, words in found.items()}


@lru_cache(maxsize=8192)
def leaf_of(words: str) -> tuple[str, str] | None:
    """Leaf and group of the longest keyword in ``words``; None without one, or where two groups tie.

    >>> leaf_of("完善公共文化服务体系")[1]
    'culture'
    """
    table, by_start = keywords(), _by_start()
    groups: dict[str, tuple[str, str]] = {}
    longest = 0
    for start, pair in enumerate(map(add, words, words[1:])):
        for word in by_start.get(pair, ()):
            if len(word) >= longest and words.startswith(word, start):
                leaf = table[word]
                groups = {leaf[1]: leaf, **groups} if len(word) == longest else {leaf[1]: leaf}
                longest = len(word)
    return next(iter(groups.values())) if len(groups) == 1 else None


def theme_of(key: str) -> Theme:
    """The theme of a leaf, as a few words alone speak for it."""
    leaf = taxonomy().leaf(key)
    return Theme(leaf.key, leaf.group, _UNSURE)
