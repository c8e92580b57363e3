"""Levels of headings, inferred from the marks in use.

Which of two kinds of mark stands above the other is read off the text: where the numbers of one
start anew after a heading of the other, the other is above; where they go on, it is below.
Only without such evidence does the usual order (一、 (一) 1. (1) ①) decide.
"""

import re
from collections import Counter
from dataclasses import dataclass

from zongjie.segmenters.headings import Heading

_USUAL = (
    "annex", "md1", "md2", "md3", "md4", "md5", "md6", "part", "top", "chapter", "subchapter",
    "一、", "(一)", "1.", 
    "1.1", "(1)", "1)", "①", "bold", "plain", "第一", "其一", "首先",
    "一是", "一要", "run-in bold", "专栏", "notes",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_USUAL)}
_UNNUMBERED = frozenset({"top", "bold", "plain", "run-in bold"})
_PREFACE = re.compile("[前引导序]言|导语|概述|摘要|综述|卷首|开篇|背景|编者")
_LINES = frozenset({"top", "bold", "plain"})


@dataclass(slots=True)
class _Open:
    """An ancestor that is still open while reading."""

    kind: str
    value: int
    level: int
    holds: str | None = None
    """The kind of mark whose numbers begin right under this heading."""


def leveled(body: str, found: list[Heading]) -> tuple[list[Heading], list[int]]:
    """The headings that are sections, and their levels, 1 at the top, down by one at most.

    Marks without a heading (ghosts) count in the numbering and are left out afterwards.
    """
    kept, result, open_ = [], [], list[int]()
    for one, level in zip(found, _levels(body, found), strict=True):
        if one.ghost:
            continue
        while open_ and open_[-1] >= level:
            open_.pop()
        open_.append(level)
        kept.append(one)
        result.append(len(open_))
    return kept, result


def _levels(body: str, found: list[Heading]) -> list[int]:
    votes = _votes(found)
    ahead = _next_numbered(found)
    stack: list[_Open] = []
    result = []
    for number, one in enumerate(found):
        holds = _holds(body, one, found[number + 1 : number + 2], votes)
        if one.kind in ("notes", "annex"):
            stack.clear()
        elif one.kind not in _UNNUMBERED or not (
            _closed_by_numbers(stack, one, found, ahead[number], votes)
            or (not _is_top_again(stack, one) and _closes_its_like(stack, holds))
        ):
            _close(stack, one, votes)
        level = stack[-1].level + 1 if stack else 1
        stack.append(_Open(one.kind, one.value, level, holds))
        result.append(level)
    return result


def _closed_by_numbers(
    stack: list[_Open], one: Heading, found: list[Heading], ahead: int, votes: Counter[tuple[str, str]]
) -> bool:
    """Close what an unnumbered heading ends, if the numbers that follow it tell."""
    if ahead < 0:
        return False
    kinds = [entry.kind for entry in stack]
    coming = found[ahead]
    if coming.kind not in kinds:
        return False
    at = len(kinds) - 1 - kinds[::-1].index(coming.kind)
    if coming.value == 1 and found[ahead - 1] is one:  # numbers start anew right under this heading
        del stack[at:]
        if stack and (stack[-1].kind == one.kind or {stack[-1].kind, one.kind} <= _LINES):
            stack.pop()
        while _is_top_again(stack, one) and stack[-1].kind in _LINES:
            stack.pop()
        return True
    if coming.value > stack[at].value:  # they go on: this heading is part of the open item
        while len(stack) > at + 1 and not _above(stack[-1].kind, one.kind, votes):
            stack.pop()
        return True
    return False


def _close(stack: list[_Open], one: Heading, votes: Counter[tuple[str, str]]) -> None:
    """Take from the stack what ends where ``one`` begins."""
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].kind == one.kind or stack[depth].holds == one.kind:
            del stack[depth + (stack[depth].kind != one.kind) :]
            return
    while stack and not _above(stack[-1].kind, one.kind, votes):
        stack.pop()


def _is_top_again(stack: list[_Open], one: Heading) -> bool:
    """Whether a part of the report (2025年工作安排) begins where one was open already."""
    return one.kind == "top" and any(entry.kind == "top" for entry in stack)


def _closes_its_like(stack: list[_Open], holds: str | None) -> bool:
    """Close the last line that held numbers of the same rank or below, if this one holds some."""
    if holds is None:
        return False
    for depth in range(len(stack) - 1, -1, -1):
        other = stack[depth].holds
        if other is not None and _RANK[holds] <= _RANK[other]:
            del stack[depth:]
            return True
    return False


def _holds(body: str, one: Heading, coming: list[Heading], votes: Counter[tuple[str, str]]) -> str | None:
    """The kind of the numbers that begin right under a line without number, if they belong to it."""
    if one.kind not in _LINES or not coming or coming[0].value != 1 or coming[0].kind.startswith("md"):
        return None
    below = coming[0].kind
    if votes[below, one.kind] > votes[one.kind, below] or _PREFACE.match(body, one.heading_start):
        return None
    return below


def _above(upper: str, lower: str, votes: Counter[tuple[str, str]]) -> bool:
    if upper == lower:
        return False
    if upper.startswith("md") or lower.startswith("md"):
        return _RANK[upper] < _RANK[lower]
    balance = votes[upper, lower] - votes[lower, upper]
    return balance > 0 if balance else _RANK[upper] < _RANK[lower]


def _votes(found: list[Heading]) -> Counter[tuple[str, str]]:
    """(upper, lower) → how often the numbers say so."""
    votes: Counter[tuple[str, str]] = Counter()
    last: dict[str, Heading] = {}
    since: dict[str, set[str]] = {}  # kind → kinds seen since its last heading
    before: Heading | None = None
    for one in found:
        if one.kind == "annex":  # its numbers begin anew and tell nothing of the report's
            last.clear()
            since.clear()
            before = None
        if one.value and one.kind in last:
            if one.value == 1:
                votes.update((kind, one.kind) for kind in since[one.kind])
            elif one.value == last[one.kind].value + 1:
                votes.update((one.kind, kind) for kind in since[one.kind])
        if before and before.alone and before.paragraph == one.paragraph - 1 and before.kind != one.kind:
            votes[before.kind, one.kind] += 1
        for kinds in since.values():
            kinds.add(one.kind)
        last[one.kind] = one
        since[one.kind] = set()
        before = one
    return votes


def _next_numbered(found: list[Heading]) -> list[int]:
    """For each heading the number in ``found`` of the next one with a number, -1 if none."""
    ahead = [-1] * len(found)
    coming = -1
    for number in range(len(found) - 1, -1, -1):
        ahead[number] = coming
        if found[number].value:
            coming = number
    return ahead
