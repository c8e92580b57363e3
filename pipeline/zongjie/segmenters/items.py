"""Numbered paragraphs of one sentence each: items of a list, where some of them cannot be headings.

Of 1.引进博士2名。 2.建设智慧医院。 3.新增床位300张。 the second alone would pass for a heading, since it
holds no figure; all three are promises of one list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from zongjie.segmenters.headings import Heading

_END = "。；;"


def with_items_as_ghosts(
    body: str, found: list[Heading], paragraphs: Sequence[tuple[int, int]]
) -> list[Heading]:
    """``found`` with the lines of such lists turned into ghosts: numbered, and no sections."""
    items = {
        number
        for run in _runs(found)
        if any(found[number].ghost for number in run)
        and all(_is_one_sentence(body, *paragraphs[found[number].paragraph]) for number in run)
        for number in run
    }
    if not items:
        return found
    return [replace(one, ghost=True) if number in items else one for number, one in enumerate(found)]


def _runs(found: list[Heading]) -> Iterator[list[int]]:
    """Runs of marks of one kind that count up in paragraphs right after one another."""
    run = [0] if found else []
    for number, (one, other) in enumerate(pairwise(found), 1):
        goes_on = (
            other.kind == one.kind and other.value == one.value + 1 and other.paragraph == one.paragraph + 1
        )
        if not goes_on:
            if len(run) > 1:
                yield run
            run = []
        run.append(number)
    if len(run) > 1:
        yield run


def _is_one_sentence(body: str, start: int, end: int) -> bool:
    last = end - 1
    return body[last] in _END and all(body.find(stop, start, last) < 0 for stop in "。：:")
