"""Which theme groups the words of a text belong to, by the keywords of the taxonomy."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from zongjie.lexicons.themes import taxonomy

_BITS = 18  # of the numbers that stand for pairs of characters
_SPREAD = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)  # odd: spread small codes over 32 bits
_READ = 800  # characters of a section that tell what it is about

_NEAR = (
    frozenset({"economy", "industry", "innovation", "reform"}),
    frozenset({"governance", "party", "reform", "safety"}),
    frozenset({"region", "environment", "rural"}),
    frozenset({"region", "welfare"}),
    frozenset({"culture", "welfare"}),
    frozenset({"rural", "industry"}),
)
"""Groups that one section may well treat together."""


def theme_groups(text: str) -> Counter[str]:
    """How often keywords of each group stand in the first characters of ``text``.

    >>> theme_groups("招商引资和养老服务").most_common()
    [('economy', 1), ('welfare', 1)]
    """
    return _counted(text, range(len(text) - 1), min(len(text), _READ))


def theme_groups_within(body: str, start: int, end: int) -> Counter[str]:
    """``theme_groups`` of a stretch of ``body``: where keywords may begin is looked up once for the body."""
    places, stop = _places(body), min(end, start + _READ)
    return _counted(body, places[bisect_left(places, start) : bisect_left(places, stop)], stop)


def _counted(text: str, places: Iterable[int], stop: int) -> Counter[str]:
    by_head, counts = _keywords(), Counter[str]()
    for at in places:
        for word, group in by_head.get(text[at : at + 2], ()):
            if text.startswith(word, at, stop):
                counts[group] += 1
                break
    return counts


@lru_cache(maxsize=2)
def _places(body: str) -> list[int]:
    """Where the first two characters of a keyword stand, and a few places more."""
    found: list[int] = np.flatnonzero(_begins()[_slots(body)]).tolist()
    return found


def _slots(text: str) -> NDArray[np.uint32]:
    """Of each pair of neighbours in ``text`` a number under 2 to the power of ``_BITS``."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return (codes[:-1] * _SPREAD[0] + codes[1:] * _SPREAD[1]) >> np.uint32(32 - _BITS)


@cache
def _begins() -> NDArray[np.bool_]:
    slots = np.zeros(1 << _BITS, dtype=np.bool_)
    for head in _keywords():
        slots[_slots(head)] = True
    return slots


def are_near(one: str, other: str) -> bool:
    """Whether the two groups are often treated in one section."""
    return one == other or any(one in near and other in near for near in _NEAR)


@cache
def _keywords() -> dict[str, tuple[tuple[str, str], ...]]:
    """Keywords of one group only, by their first two characters, the longest first."""
    groups: dict[str, set[str]] = {}
    for leaf in taxonomy().leaves:
        for word in leaf.keywords:
            groups.setdefault(word, set()).add(leaf.group)
    by_head: dict[str, list[tuple[str, str]]] = {}
    for word, of in groups.items():
        if len(of) == 1 and len(word) > 1:
            by_head.setdefault(word[:2], []).append((word, min(of)))
    return {head: tuple(sorted(words, key=lambda one: -len(one[0]))) for head, words in by_head.items()}
