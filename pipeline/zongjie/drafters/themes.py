"""The theme that a few words speak of by themselves (交通运输 → transport), whatever section holds them."""

import re
from functools import cache

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
def keyword_pattern() -> re.Pattern[str]:
    """Any keyword, the longest first."""
    return re.compile("|".join(re.escape(word) for word in sorted(keywords(), key=len, reverse=True)))


def leaf_of(words: str) -> tuple[str, str] | None:
    """Leaf and group of the longest keyword in ``words``; None without one, or where two groups tie.

    >>> leaf_of("完善公共文化服务体系")[1]
    'culture'
    """
    table = keywords()
    longest, groups = 0, {}
    for start in range(len(words)):
        for end in range(start + _SHORTEST, min(len(words), start + 8) + 1):
            leaf = table.get(words[start:end])
            if leaf is not None and end - start > longest:
                longest, groups = end - start, {leaf[1]: leaf}
            elif leaf is not None and end - start == longest:
                groups.setdefault(leaf[1], leaf)
    return next(iter(groups.values())) if len(groups) == 1 else None


def theme_of(key: str) -> Theme:
    """The theme of a leaf, as a few words alone speak for it."""
    leaf = taxonomy().leaf(key)
    return Theme(leaf.key, leaf.group, _UNSURE)
