"""Looks for a pattern only where a rare sign stands: far quicker than trying it at every character.

``str.find`` passes over a text some thirty times as fast as a regular expression that begins
with a choice, so a check names the sign that its pattern cannot do without.
"""

import re
from collections.abc import Iterable, Iterator


def occurrences(body: str, word: str) -> Iterator[int]:
    """Where ``word`` stands in ``body``, in order, overlapping ones too.

    >>> list(occurrences("三千人、两千户", "千"))
    [1, 5]
    """
    at = body.find(word)
    while at >= 0:
        yield at
        at = body.find(word, at + 1)


def places_of(body: str, words: Iterable[str]) -> list[int]:
    """Where any of ``words`` stands in ``body``, in order."""
    return sorted(at for word in words for at in occurrences(body, word))


def matches_about(
    pattern: re.Pattern[str], body: str, places: Iterable[int], back: int
) -> Iterator[re.Match[str]]:
    """Matches that hold one of ``places`` (ascending), begun at most ``back`` characters before it.

    The leftmost match wins, and none lies over another: what ``finditer`` would give.

    >>> [found[0] for found in matches_about(re.compile("[0-9]+千"), "发放3千册、千册", [3, 6], 4)]
    ['3千']
    """
    taken = 0
    for at in places:
        for start in range(max(taken, at - back), at + 1):
            found = pattern.match(body, start)
            if found and found.end() > at:
                taken = found.end()
                yield found
                break
