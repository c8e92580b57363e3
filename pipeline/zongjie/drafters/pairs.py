"""Finds short texts that share character pairs with a query, quickly."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from operator import add

_EVEN = 6  # pairs that even out short texts against long ones


class PairIndex:
    """Texts by their character pairs; memory grows with their total length.

    >>> PairIndex(["修建村道", "扩大数据共享", "数据共享平台建设"]).nearest("数据共享不够")
    [1, 2]
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)
        self._sizes = []
        for at, text in enumerate(texts):
            pairs = _pairs(text)
            self._sizes.append(len(pairs))
            for pair in pairs:
                self._places[pair].append(at)

    def nearest(self, query: str, most: int = 5) -> list[int]:
        """The texts that share most pairs with ``query``, for their length; none without one."""
        shared = Counter(at for pair in _pairs(query) for at in self._places.get(pair, ()))
        rated = [(count / (_EVEN + self._sizes[at]), -at) for at, count in shared.items()]
        return [-at for _, at in sorted(rated, reverse=True)[:most]]


def _pairs(words: str) -> set[str]:
    return set(map(add, words, words[1:]))
