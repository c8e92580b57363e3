"""Where a copied passage begins and ends: extended element by element, snapped to clauses."""

from collections.abc import Callable

from rapidfuzz.distance import Levenshtein

from zongjie.comparing.skeleton import Skeleton

REACH = 96  # elements looked at beyond a chain
_EDIT = 1.3  # what an edit costs against an equal element's 1
_SNAP = 12  # elements that an edge may be moved to a clause's edge
_WEAK = 2  # what a comma costs against an end of a sentence
_STRONG_STOPS = "。！？；!?;\n\r　"
_WEAK_STOPS = "，：,:"
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
    starts, ends = _edges(skeleton, first - 1, last + 1)

    def stop_before(at: int) -> int | None:
        if not at:
            return 0
        start, end = starts[at - first + (first > 0)], ends[at - first - (first == 0)]
        if start == end:
            return None
        if text[end] in _AFTER_LIST_MARK and text[end - 1] in _LIST_MARKS:
            return 0
        return _cost(text, end, start)

    return _nearest(stop_before, first, last, element)


def snapped_end(text: str, skeleton: Skeleton, element: int) -> int:
    """The element nearest to ``element`` (exclusive end) that closes a clause."""
    first, last = max(1, element - _SNAP), min(len(skeleton), element + _SNAP)
    starts, ends = _edges(skeleton, first - 1, last + 1)

    def stop_after(at: int) -> int | None:
        if at == len(skeleton):
            return 0
        start, end = starts[at - first + 1], ends[at - first]
        return _cost(text, end, start) if start > end else None

    return _nearest(stop_after, first, last, element)


def span_of(text: str, skeleton: Skeleton, first: int, end: int) -> tuple[int, int]:
    """The span of the elements ``[first, end)`` with the marks that belong to them."""
    start, stop = int(skeleton.starts[first]), int(skeleton.ends[end - 1])
    while start and text[start - 1] in _OPENING:
        start -= 1
    while stop < len(text) and text[stop] in _CLOSING:
        stop += 1
    return start, stop


def _edges(skeleton: Skeleton, first: int, end: int) -> tuple[list[int], list[int]]:
    """Where the elements ``[first, end)`` start and end in the text."""
    first = max(0, first)
    return skeleton.starts[first:end].tolist(), skeleton.ends[first:end].tolist()


def _cost(text: str, start: int, end: int) -> int | None:
    """What it costs to cut at the marks in ``[start, end)``; None where they close no clause."""
    marks = text[start:end]
    if any(c in _STRONG_STOPS for c in marks):
        return 0
    return _WEAK if any(c in _WEAK_STOPS for c in marks) else None


def _nearest(cost_at: Callable[[int], int | None], first: int, last: int, element: int) -> int:
    """Of ``first`` to ``last`` the cheapest edge, distance counted in; the lower one of two alike."""
    best, least = -1, _SNAP + 1
    for distance in range(_SNAP + 1):
        if distance > least:
            break
        for at in (element - distance, element + distance):
            own = cost_at(at) if first <= at <= last else None
            if own is not None and (own + distance, at) < (least, best):
                best, least = at, own + distance
    return best if best >= 0 else element
