"""Where a copied passage begins and ends: extended element by element, snapped to clauses."""

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

    def stop_before(at: int) -> str:
        if not at:
            return "\n"
        before = text[int(skeleton.ends[at - 1]) : int(skeleton.starts[at])]
        if before and before[0] in _AFTER_LIST_MARK and text[int(skeleton.ends[at - 1]) - 1] in _LIST_MARKS:
            return "\n"
        return before

    near = range(max(0, element - _SNAP), min(len(skeleton), element + _SNAP + 1))
    return _nearest({at: stop_before(at) for at in near}, element)


def snapped_end(text: str, skeleton: Skeleton, element: int) -> int:
    """The element nearest to ``element`` (exclusive end) that closes a clause."""

    def stop_after(at: int) -> str:
        after = int(skeleton.starts[at]) if at < len(skeleton) else len(text)
        return text[int(skeleton.ends[at - 1]) : after] if at < len(skeleton) else "\n"

    near = range(max(1, element - _SNAP), min(len(skeleton), element + _SNAP) + 1)
    return _nearest({at: stop_after(at) for at in near}, element)


def span_of(text: str, skeleton: Skeleton, first: int, end: int) -> tuple[int, int]:
    """The span of the elements ``[first, end)`` with the marks that belong to them."""
    start, stop = int(skeleton.starts[first]), int(skeleton.ends[end - 1])
    while start and text[start - 1] in _OPENING:
        start -= 1
    while stop < len(text) and text[stop] in _CLOSING:
        stop += 1
    return start, stop


def _nearest(between: dict[int, str], element: int) -> int:
    best, least = element, _SNAP + 1
    for at, marks in between.items():
        if any(c in _STRONG_STOPS for c in marks):
            cost = abs(at - element)
        elif any(c in _WEAK_STOPS for c in marks):
            cost = abs(at - element) + _WEAK
        else:
            continue
        if cost < least:
            best, least = at, cost
    return best
