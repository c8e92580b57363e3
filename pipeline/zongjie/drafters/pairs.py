"""Finds short texts that share character pairs with a query, quickly."""

from collections.abc import Sequence
from operator import add

_EVEN = 6  # pairs that even out short texts against long ones


class PairIndex:
    """Texts by their character pairs; memory grows with their total length.

    >>> PairIndex(["修建村道", "扩大数据共享", "数据共享平台建设"]).nearest("数据共享不够")
    [1, 2]
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [_pairs(text) for text in texts]

    def nearest(self, query: str, most: int = 5) -> list[int]:
        """The texts that share most pairs with ``query``, for their length; none without one."""
        wanted = _pairs(query)
        rated = [
            (len(wanted & own) / (_EVEN + len(own)), -at)
            for at, own in enumerate(self._texts)
            if not wanted.isdisjoint(own)
        ]
        return [-at for _, at in sorted(rated, reverse=True)[:most]]


def _pairs(words: str) -> set[str]:
    return set(map(add, words, words[1:]))
