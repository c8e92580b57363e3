"""Chains of seeds: which seeds belong to one copied passage.

A chain is a pair of regions of the skeleton. Seeds that follow one another closely on both
sides belong together: edits, new figures, a dropped clause lie between them. One pass in the
order of the first side. What is in another order is put together by ``groups``.
"""

from dataclasses import dataclass, field

from zongjie.comparing.seeds import Seeds

_NEAR = 60  # elements between two seeds of a chain
_STRAIGHT, _ALONG = 2, 300  # change of distance with which a chain goes on over a longer gap
_IN_A_ROW = 6  # elements between copies that follow one another; farther apart each is a place
_MOST_OPEN = 24
_FEW = 64  # elements that are compared before the rest


@dataclass(slots=True)
class Chain:
    """Elements ``[first, first_end)`` against ``[second, second_end)``; ``matched`` are equal.

    ``seeds`` are (first, second, length). The two regions overlap where the text has a period.
    """

    first: int
    first_end: int
    second: int
    second_end: int
    matched: int
    seeds: list[tuple[int, int, int]] = field(default_factory=list)

    def gaps(self, first: int, second: int, length: int) -> tuple[int, int]:
        """How far a seed lies from the chain on either side (0 or less: it touches)."""
        return first - self.first_end, max(second - self.second_end, self.second - second - length)

    def take(self, other: "Chain") -> None:
        self.first, self.first_end = min(self.first, other.first), max(self.first_end, other.first_end)
        self.second = min(self.second, other.second)
        self.second_end = max(self.second_end, other.second_end)
        self.matched += other.matched
        self.seeds += other.seeds

    @property
    def periodic(self) -> bool:
        return self.first_end > self.second

    @property
    def filled(self) -> float:
        longer = max(self.first_end - self.first, self.second_end - self.second)
        return self.matched / longer


def chain(seeds: Seeds, letters: str) -> list[Chain]:
    """The chains of ``seeds`` of the skeleton ``letters``, in the order of their first side."""
    closed: list[Chain] = []
    opened: list[Chain] = []
    columns = (seeds.first.tolist(), seeds.second.tolist(), seeds.length.tolist(), seeds.matched.tolist())
    for first, second, length, matched in zip(*columns, strict=True):
        still = [one for one in opened if first - one.first_end <= _ALONG]
        if len(still) > _MOST_OPEN:
            still = sorted(still, key=lambda one: one.matched)[-_MOST_OPEN:]
        if len(still) < len(opened):
            kept = set(map(id, still))
            closed += [one for one in opened if id(one) not in kept]
            opened = still
        new = Chain(first, first + length, second, second + length, matched, [(first, second, length)])
        best = _nearest(opened, second - first)
        if best is not None and _goes_on(best, new):
            best.take(new)
        else:
            opened.append(new)
    closed = _bridged(closed + opened, letters)
    closed.sort(key=lambda one: (one.first, one.second))
    return [_pruned(one) for one in closed]


def _nearest(opened: list[Chain], distance: int) -> Chain | None:
    """The first of the chains whose last seed's distance between the sides is nearest to ``distance``."""
    best, least = None, 0
    for one in opened:
        first, second, _ = one.seeds[-1]
        sideways = abs(distance - second + first)
        if best is None or sideways < least:
            best, least = one, sideways
    return best


def _bridged(chains: list[Chain], letters: str) -> list[Chain]:
    """Chains at one distance with equal elements in between become one, however far apart.

    Such gaps are set phrases and places that stand a third time in between.
    """
    kept: list[Chain] = []
    for one in sorted(chains, key=lambda one: (one.second - one.first, one.first)):
        last = kept[-1] if kept else one
        gap = one.first - last.first_end
        straight = one.second - last.second_end == gap > 0
        if straight and _same(letters, last.first_end, last.second_end, gap):
            last.take(one)
            last.matched += gap
        else:
            kept.append(one)
    return kept


def _same(letters: str, one: int, other: int, length: int) -> bool:
    """Whether two stretches are equal; most differ in their first few elements."""
    few = min(length, _FEW)
    return letters[one : one + few] == letters[other : other + few] and (
        letters[one : one + length] == letters[other : other + length]
    )


def _goes_on(one: Chain, new: Chain) -> bool:
    sideways, gap = _sideways(one, new), new.first - one.first_end
    if one.first_end <= one.second < new.first_end and gap > _IN_A_ROW:
        return False  # the next copy begins: a place of its own
    return sideways <= _NEAR and (gap <= _NEAR or sideways <= _STRAIGHT)


def _sideways(one: Chain, new: Chain) -> int:
    """How far ``new`` (one seed) lies off the chain: the change of distance between the sides."""
    first, second, _ = one.seeds[-1]
    return abs((new.second - new.first) - (second - first))


def _pruned(one: Chain) -> Chain:
    """Without seeds at its ends that are short against the gap before the rest."""
    if len(one.seeds) == 1:
        return one
    seeds = sorted(one.seeds)
    while len(seeds) > 1 and _strays(seeds[0], seeds[1]):
        del seeds[0]
    while len(seeds) > 1 and _strays(seeds[-1], seeds[-2]):
        del seeds[-1]
    if len(seeds) == len(one.seeds):
        return one
    return Chain(
        first=seeds[0][0],
        first_end=max(f + n for f, _, n in seeds),
        second=min(s for _, s, _ in seeds),
        second_end=max(s + n for _, s, n in seeds),
        matched=sum(n for _, _, n in seeds),
        seeds=seeds,
    )


def _strays(end: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    gaps = (max(other[side] - end[side] - end[2], end[side] - other[side] - other[2]) for side in (0, 1))
    return max(gaps) > 2 * end[2]
