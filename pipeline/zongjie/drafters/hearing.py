"""What a draft has told already: asked thousands of times a report, so kept for quick answers."""

from collections import defaultdict
from collections.abc import Iterable

_KEY = 2


class Heard:
    """Things told, each of two characters or more.

    >>> told = Heard()
    >>> told.add("老旧小区改造")
    >>> told.heard("小区改造"), told.heard("城镇老旧小区改造"), told.heard("小区物业")
    (True, True, False)
    """

    def __init__(self) -> None:
        self._whole: set[str] = set()
        self._joined = ""
        self._by_start: dict[str, list[str]] = defaultdict(list)

    def __contains__(self, thing: str) -> bool:
        return thing in self._whole

    def add(self, thing: str) -> None:
        if thing not in self._whole:
            self._whole.add(thing)
            self._joined += f"{thing}\n"
            self._by_start[thing[:_KEY]].append(thing)

    def update(self, things: Iterable[str]) -> None:
        for thing in things:
            self.add(thing)

    def heard(self, thing: str) -> bool:
        """Whether ``thing``, a part of it or a whole of it was told."""
        if thing in self._joined:
            return True
        known = self._by_start
        for at in range(len(thing) - 1):
            if (start := thing[at : at + _KEY]) in known and any(one in thing for one in known[start]):
                return True
        return False
