"""Where a copied passage begins and ends: extended element by element, snapped to clauses."""

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from zongjie.comparing.skeleton import Skeleton

REACH = 96  # elements looked at beyond a chain
_EDIT = 1.3  # what an edit costs against an equal element's 1
_SNAP = 12  # elements that an edge may be moved to a clause's edge
_WEAK = 2  # what a comma costs against an end of a sentence
_STRONG_STOPS, _WEAK_STOPS = frozenset("。！？；!?;\n\r　"), frozenset("，：,:")
_LIST_MARKS, _AFTER_LIST_MARK = "0123456789０１２３４５６７８９一二三四五六七八九十", "、.．)）"
_CLOSING = "。！？；，：!?;,:”’』」）)》】"
_OPENING = "“‘『「（(《【"


def extension(first: str, second: str) -> tuple[int, int]:
    """How far two contexts go on alike from their beginning: elements of each.

    The beginning of their alignment with the highest score. Both are cut at ``REACH``.
    """
    best, score, reach = 0.0, 0.0, (0, 0)
    for op in Levenshtein.opcodes(first[:REACH], second[:REACH]):
        length = max(op.src_end - op.src_start, op.dest_end - op.dest_start)
        score += length if op.tag == "equal" else -_EDIT * length
        if score > best:
            best, reach = score, (op.src_end, op.dest_end)
    return reach


def snapped_start(text: str, skeleton: Skeleton, element: int) -> int:
    """The element nearest to ``element`` that opens a clause; ``element`` where none is near."""
    first, last = max(0, element - _SNAP), min(len(skeleton) - 1, element + _SNAP)
    costs = [(0, 0)] if not first else []
    for at, end, start in _gaps(skeleton, max(1, first), last):
        is_mark = text[end] in _AFTER_LIST_MARK and text[end - 1] in _LIST_MARKS
        cost = 0 if is_mark else _cost(text[end:start])
        if cost is not None:
            costs.append((at, cost))
    return _nearest(costs, element)


def snapped_end(text: str, skeleton: Skeleton, element: int) -> int:
    """The element nearest to ``element`` (exclusive end) that closes a clause."""
    first, last = max(1, element - _SNAP), min(len(skeleton), element + _SNAP)
    costs = [(last, 0)] if last == len(skeleton) else []
    for at, end, start in _gaps(skeleton, first, min(last, len(skeleton) - 1)):
        cost = _cost(text[end:start])
        if cost is not None:
            costs.append((at, cost))
    return _nearest(costs, element)


def span_of(text: str, skeleton: Skeleton, first: int, end: int) -> tuple[int, int]:
    """The span of the elements ``[first, end)`` with the marks that belong to them."""
    start, stop = int(skeleton.starts[first]), int(skeleton.ends[end - 1])
    while start and text[start - 1] in _OPENING:
        start -= 1
    while stop < len(text) and text[stop] in _CLOSING:
        stop += 1
    return start, stop


def _gaps(skeleton: Skeleton, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Of the elements ``first`` to ``last`` those before which something is left out: (element, its
    place in the text from, to)."""
    if first > last:
        return
    ends, starts = skeleton.ends[first - 1 : last].tolist(), skeleton.starts[first : last + 1].tolist()
    for at, (end, start) in enumerate(zip(ends, starts, strict=True), first):
        if end < start:
            yield at, end, start


def _cost(marks: str) -> int | None:
    """What it costs to cut at ``marks``; None where they close no clause."""
    if not _STRONG_STOPS.isdisjoint(marks):
        return 0
    return None if _WEAK_STOPS.isdisjoint(marks) else _WEAK


def _nearest(costs: list[tuple[int, int]], element: int) -> int:
    """Of edges with their costs the cheapest, distance counted in; the lower one of two alike."""
    ranked = ((cost + abs(at - element), at) for at, cost in costs)
    least, best = min(ranked, default=(_SNAP + 1, element))
    return best if least <= _SNAP else element
