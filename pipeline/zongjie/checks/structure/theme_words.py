"""Which theme groups the words of a text belong to, by the keywords of the taxonomy."""

from collections import Counter
from functools import cache

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
    by_head, counts = _keywords(), Counter[str]()
    text = text[:_READ]
    for at in range(len(text) - 1):
        for word, group in by_head.get(text[at : at + 2], ()):
            if text.startswith(word, at):
                counts[group] += 1
                break
    return counts


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
