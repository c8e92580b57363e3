"""Rows of copies: a stretch said again and again without much in between, perhaps edited each time.

A sentence pasted ten thousand times, or a list filled by copying one item, would give ten
thousand pairs of places. Such a row is found as a whole: where most runs of elements stand again
within ``_HOP`` elements, and that over at least ``_COPIES`` of the commonest distance. One pass.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import partial_ratio

from zongjie.comparing.edges import snapped_end, snapped_start, span_of
from zongjie.comparing.passage import Region, RepeatedPassage
from zongjie.comparing.seeds import GRAM
from zongjie.comparing.weighing import Weighing

_HOP = 2_000  # elements to the next copy, at most
_WINDOW, _DENSE = 512, 0.3  # elements; share of them that stand again so soon
_COPIES = 6  # distances that a row is long, at least
_LOOKS = 12  # copies that are held against the first
_ALIKE = ((20, 0.88), (100, 0.78), (0, 0.65))  # up to so many copies, their likeness (median) at least


@dataclass(frozen=True, slots=True)
class Row:
    """Elements ``[first, end)`` are copies of a stretch of about ``period`` elements."""

    first: int
    end: int
    period: int


def rows(first: NDArray[np.int64], second: NDArray[np.int64], elements: int) -> Iterator[Row]:
    """The rows among pairs of equal runs, in order; ``first`` rises, ``second`` is its next place."""
    near = second - first <= _HOP
    first, second = first[near], second[near]
    if len(first) < _WINDOW * _DENSE:
        return
    totals = np.zeros(elements + 1, dtype=np.int32)
    totals[first + 1] = 1
    np.cumsum(totals, out=totals)
    width = min(_WINDOW, elements)
    dense = np.flatnonzero(totals[width:] - totals[:-width] >= _DENSE * width)
    if not len(dense):
        return
    breaks = np.flatnonzero(np.diff(dense) > width) + 1
    for begin, last in zip(np.split(dense, breaks), np.split(dense + width, breaks), strict=True):
        low, high = np.searchsorted(first, (begin[0], last[-1]))
        hops = second[low:high] - first[low:high]
        period = int(np.bincount(hops).argmax())
        start, end = int(first[low]), int(second[low:high].max()) + GRAM
        if end - start >= _COPIES * period:
            yield Row(start, end, period)


def row_passage(row: Row, weighing: Weighing) -> tuple[RepeatedPassage, Region] | None:
    """The passage that a row makes, and the elements of its copies; None where they are not alike.

    The first copy is one place, all that follow are the other.
    """
    text, skeleton = weighing.text, weighing.skeleton
    unit = -(-weighing.characters // row.period) * row.period
    start = snapped_start(text, skeleton, row.first)
    middle = snapped_start(text, skeleton, start + unit)
    if middle - start < unit // 2 or not weighing.is_chinese((start, middle)):
        return None
    fresh = int((~weighing.set_phrases[start:middle]).sum())
    end = snapped_end(text, skeleton, row.end)
    copies = round((end - start) / unit)
    likeness = _likeness(weighing, (start, middle), end)
    if fresh < weighing.fresh or likeness < next(
        least for most, least in _ALIKE if copies <= most or not most
    ):
        return None
    spans = span_of(text, skeleton, start, middle), span_of(text, skeleton, middle, end)
    return RepeatedPassage(spans, round(likeness, 4), fresh, copies), (middle, end)


def _likeness(weighing: Weighing, unit: Region, end: int) -> float:
    """Median likeness of the first copy to ``_LOOKS`` stretches twice as long, spread over the rest."""
    text, starts = weighing.text, weighing.skeleton.starts
    first, length = text[starts[unit[0]] : starts[unit[1]]], unit[1] - unit[0]
    places = np.linspace(unit[1], max(unit[1], end - 2 * length), _LOOKS).astype(int)
    return float(
        np.median([_best(first, text[starts[at] : starts[min(at + 2 * length, end - 1)]]) for at in places])
    )


def _best(one: str, other: str) -> float:
    return float(partial_ratio(one, other)) / 100
