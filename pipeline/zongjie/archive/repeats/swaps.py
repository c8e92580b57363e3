"""What was swapped in a copied passage: figures, dates, names; and the figures that were not.

A passage in which nothing but these differs was taken over with the blanks filled anew (DU04);
a figure that stands unchanged among changed ones is the place to look at.
"""

import re
from collections.abc import Iterator

import numpy as np

from zongjie.archive.repeats.aligning import Passage, Span
from zongjie.archive.repeats.documents import Card
from zongjie.archive.repeats.prepared import Prepared
from zongjie.comparing.differences import Difference
from zongjie.comparing.skeleton import NUMBER
from zongjie.document.report_pair import CopiedPassage, Swap
from zongjie.lexicons.places import gazetteer, short_name

_NUMERAL = re.compile(r"[0-9０-９.．,，%％〇零一二两三四五六七八九十百千万亿半多余]{1,40}")
_DATE_UNITS = "年月日季"
_ORDINAL = "第"


def swaps_of(passage: Passage, a: Prepared, b: Prepared) -> CopiedPassage:
    """A passage with its differences sorted by what they are."""
    here = list(_names(a.body, passage.a, a.card)) if passage.differences else []
    there = list(_names(b.body, passage.b, b.card)) if passage.differences else []
    return CopiedPassage(
        passage.a,
        passage.b,
        passage.share,
        passage.fresh,
        tuple(_swap(one, a.body, b.body, here, there) for one in passage.differences),
        tuple(_figures(passage, a)),
    )


def _swap(one: Difference, a: str, b: str, here: list[Span], there: list[Span]) -> Swap:
    left, right = (one.start, one.end), (one.other_start, one.other_end)
    words, other = a[slice(*left)], b[slice(*right)]
    if _NUMERAL.fullmatch(words) and _NUMERAL.fullmatch(other):
        if a[left[1] : left[1] + 1] in _DATE_UNITS and b[right[1] : right[1] + 1] in _DATE_UNITS:
            return Swap("date", left, right)
        return Swap("figure", left, right)
    name, other_name = _around(left, here), _around(right, there)
    if name and other_name and a[slice(*name)] != b[slice(*other_name)]:
        return Swap("name", name, other_name)
    return Swap("words", left, right)


def _around(piece: Span, names: list[Span]) -> Span | None:
    """The shortest name within which a piece lies, give or take a character."""
    around = [
        (start, end)
        for start, end in names
        if piece[0] < end and start < piece[1] and piece[0] >= start - 1 and piece[1] <= end + 1
    ]
    return min(around, key=lambda name: (name[1] - name[0], name), default=None)


def _names(body: str, span: Span, card: Card) -> Iterator[Span]:
    """Names of places and of the report's own body in a passage; a short name (乙水) where it is alone."""
    places = [(start, end) for start, end, _ in gazetteer().find(body, *span)]
    places += _found(body, span, card.place)
    taken = {start for start, _ in places}
    yield from dict.fromkeys(places)
    yield from _found(body, span, card.organisation)
    yield from (one for one in _found(body, span, short_name(card.place or "")) if one[0] not in taken)


def _found(body: str, span: Span, name: str | None) -> Iterator[Span]:
    at = body.find(name, *span) if name and len(name) > 1 else -1
    while name and at >= 0:
        yield at, at + len(name)
        at = body.find(name, at + len(name), span[1])


def _figures(passage: Passage, a: Prepared) -> Iterator[Span]:
    """The numbers of ``a`` in a passage that are no date and not among the differences."""
    skeleton = a.skeleton
    first, end = skeleton.elements(passage.a)
    changed = sorted((one.start, one.end) for one in passage.differences)
    for at in first + np.flatnonzero(skeleton.codes[first:end] == NUMBER):
        start, stop = int(skeleton.starts[at]), int(skeleton.ends[at])
        while changed and changed[0][1] <= start:
            changed.pop(0)
        if changed and changed[0][0] < stop:
            continue
        if a.body[stop : stop + 1] not in _DATE_UNITS and a.body[start - 1 : start] != _ORDINAL:
            yield start, stop
