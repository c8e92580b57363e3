"""Fits a plan to a length: more themed items, or fewer sentences; no problem loses its answer."""

from collections.abc import Sequence
from dataclasses import replace

from zongjie.document import Analysis
from zongjie.drafters.building import DraftItem, size_of
from zongjie.drafters.composing import MOST, Composed, compose
from zongjie.drafters.precedents import Precedents

SHORTEST, LONGEST = 300, 4000
_LEAF = 3
_DEFAULTS = (MOST, 11, 8, 5)  # where no length is wanted: fewer only where it would be too long
_STEPS = (2, 4, 6, 8, 10, 13, 16)  # themed items that are tried


def composed_to(
    analysis: Analysis, length: int | None, known: Precedents | None = None, last: Analysis | None = None
) -> Composed:
    """The plan of about ``length`` characters (see SHORTEST, LONGEST), of its own length where None."""
    if length is None:
        fits = (compose(analysis, most, known, last) for most in _DEFAULTS)
        one = next(fits)
        while _size(one.items) > LONGEST and (less := next(fits, None)) is not None:
            one = less
        return one
    wanted = max(SHORTEST, min(LONGEST, length))
    best: Composed | None = None
    for most in _STEPS:
        one = compose(analysis, most, known, last)
        best = one if best is None or _size(one.items) < wanted else best
        if _size(one.items) >= wanted:
            best = one
            break
    assert best is not None
    return replace(best, items=trimmed(best.items, wanted))


def trimmed(items: Sequence[DraftItem], wanted: int) -> tuple[DraftItem, ...]:
    """The items without the sentences that are dearest to spare, until ``wanted`` is kept.

    Second and third sentences go first, from the fullest item; then items that answer no problem,
    from the end; the first sentence of an answer stays.
    """
    kept = list(items)
    while (size := _size(kept)) > wanted:
        full = [i for i in kept if i.level == _LEAF and len(i.sentences) > 1]
        loose = [i for i in kept if i.level == _LEAF and not i.answers]
        if full:
            item = max(full, key=lambda i: (len(i.sentences), sum(len(s.text) for s in i.sentences)))
            item.sentences = item.sentences[:-1]
        elif loose:
            kept.remove(loose[-1])
        if _size(kept) == size:
            break
    return tuple(kept)


def _size(items: Sequence[DraftItem]) -> int:
    return size_of("", list(items))
