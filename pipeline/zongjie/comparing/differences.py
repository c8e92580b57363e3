"""What two copies of a passage differ in, piece by piece."""

from dataclasses import dataclass

from rapidfuzz.distance import Indel

from zongjie.comparing.skeleton import NUMBER, Skeleton

_LONGEST = 12_000  # elements; beyond, an alignment would take too much memory
_NUMBER = chr(NUMBER)
_JOINED = 1  # equal elements between two differences that do not part them


@dataclass(frozen=True, slots=True)
class Difference:
    """The text's ``[start, end)`` stands in the other place as ``[other_start, other_end)``.

    One of the two is empty where something was added or left out.
    """

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """Equal blocks as (first, second, length) in elements, and the differences between them."""

    blocks: tuple[tuple[int, int, int], ...]
    differences: tuple[Difference, ...]


def align(
    text: str, skeleton: Skeleton, letters: str, first: tuple[int, int], second: tuple[int, int]
) -> Aligned | None:
    """Aligns two regions of a skeleton (half-open, in elements); None where they are too long.

    ``letters`` is the skeleton as a string. Equal elements that stand for different numbers are
    differences too; punctuation and spaces never are.
    """
    if max(first[1] - first[0], second[1] - second[0]) > _LONGEST:
        return None
    pieces: list[list[int]] = []
    blocks = []
    for op in Indel.opcodes(letters[first[0] : first[1]], letters[second[0] : second[1]]):
        a, b, length = op.src_start + first[0], op.dest_start + second[0], op.src_end - op.src_start
        if op.tag != "equal":
            _add(pieces, a, a + length, b, op.dest_end + second[0])
            continue
        blocks.append((a, b, length))
        for here, there in zip(range(a, a + length), range(b, b + length), strict=True):
            if letters[here] == _NUMBER and _number(text, skeleton, here) != _number(text, skeleton, there):
                _add(pieces, here, here + 1, there, there + 1)
    return Aligned(tuple(blocks), tuple(_difference(skeleton, piece) for piece in pieces))


def _number(text: str, skeleton: Skeleton, at: int) -> str:
    return text[skeleton.starts[at] : skeleton.ends[at]].translate(_HALF_WIDTH)


def _add(pieces: list[list[int]], a0: int, a1: int, b0: int, b1: int) -> None:
    if pieces and a0 - pieces[-1][1] <= _JOINED and b0 - pieces[-1][3] <= _JOINED:
        pieces[-1][1], pieces[-1][3] = a1, b1
    else:
        pieces.append([a0, a1, b0, b1])


def _difference(skeleton: Skeleton, piece: list[int]) -> Difference:
    return Difference(*_span(skeleton, piece[0], piece[1]), *_span(skeleton, piece[2], piece[3]))


def _span(skeleton: Skeleton, first: int, end: int) -> tuple[int, int]:
    if end > first:
        return int(skeleton.starts[first]), int(skeleton.ends[end - 1])
    at = int(skeleton.ends[first - 1]) if first else 0
    return at, at


_HALF_WIDTH = {0xFF10 + digit: ord("0") + digit for digit in range(10)} | {ord(","): None, ord("，"): None}
