"""Which theme groups the words of a text belong to, by the keywords of the taxonomy."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from operator import add

from zongjie.lexicons.pairs import Pairs
from zongjie.lexicons.themes import taxonomy

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
    heads = _keywords()
    places = [at for at, pair in enumerate(map(add, text, text[1:])) if pair in heads]
    return _counted(text, places, min(len(text), _READ))


def theme_groups_within(body: str, start: int, end: int) -> Counter[str]:
    """``theme_groups`` of a stretch of ``body``: where keywords may begin is looked up once for the body."""
    places, stop = _within(body, start, end)
    return _counted(body, places, stop)


def plainly_of(body: str, start: int, end: int, groups: Collection[str], share: float) -> bool:
    """Whether a quick look tells that more than ``share`` of the theme words of a stretch are of ``groups``.

    Every place where a word may begin is held for one, and only those of ``groups`` are read.
    """
    places, stop = _within(body, start, end)
    by_head, heads, count = _keywords(), _heads(frozenset(groups)), 0
    for at in places:
        head = body[at : at + 2]
        if head in heads:
            group = next((group for word, group in by_head[head] if body.startswith(word, at, stop)), None)
            count += group in groups
            if count > share * len(places):
                return True
    return False


def _within(body: str, start: int, end: int) -> tuple[list[int], int]:
    """Where keywords may begin in what is read of a stretch, and where that ends."""
    places, stop = _places(body), min(end, start + _READ)
    return places[bisect_left(places, start) : bisect_left(places, stop)], stop


def _counted(text: str, places: Iterable[int], stop: int) -> Counter[str]:
    by_head = _keywords()
    counts: Counter[str] = Counter()
    for at in places:
        for word, group in by_head.get(text[at : at + 2], ()):
            if text.startswith(word, at, stop):
                counts[group] += 1
                break
    return counts


@lru_cache(maxsize=2)
def _places(body: str) -> list[int]:
    """Where the first two characters of a keyword stand, and a few places more."""
    return _begins().places(body)


@cache
def _begins() -> Pairs:
    return Pairs(_keywords())


def are_near(one: str, other: str) -> bool:
    """Whether the two groups are often treated in one section."""
    return one == other or any(one in near and other in near for near in _NEAR)


@cache
def _heads(groups: frozenset[str]) -> frozenset[str]:
    """The first two characters of the keywords of ``groups``."""
    return frozenset(
        head for head, words in _keywords().items() if any(group in groups for _, group in words)
    )


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
