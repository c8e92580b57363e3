"""Clauses of a draft and of its sources, and where a source speaks of the same matter."""

import re
from collections.abc import Iterator

_CLAUSE = re.compile(r"[^，,；;。！？!?：:\n]{2,120}")
_MATTER = 4  # characters that two clauses must share in one run to speak of one matter


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of ``text`` by offset."""
    for match in _CLAUSE.finditer(text):
        yield match.span()


def places_of(matter: str, text: str, limit: int = 20) -> list[tuple[int, int]]:
    """Where ``text`` holds the longest head of ``matter`` that it holds at all (4 characters or more).

    >>> places_of("甲山水库除险", "拟建甲山水库一座")
    [(2, 6)]
    """
    for size in range(len(matter), _MATTER - 1, -1):
        words, at = matter[:size], -1
        found: list[tuple[int, int]] = []
        while len(found) < limit and (at := text.find(words, at + 1)) >= 0:
            found.append((at, at + size))
        if found:
            return found
    return []


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause that holds ``[start, end)``: to the nearest stops either side, at most 60 away."""
    stops = "，,；;。！？!?：:\n"
    left = start
    while left > max(0, start - 60) and text[left - 1] not in stops:
        left -= 1
    right = end
    while right < min(len(text), end + 60) and text[right] not in stops:
        right += 1
    return left, right
