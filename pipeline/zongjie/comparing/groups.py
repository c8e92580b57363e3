"""Chains that are pieces of one passage: clauses in another order, or dropped in between.

Chains are linked where they touch on one side and lie not far apart on the other. A group of
linked chains becomes one where the whole holds (the caller says so, by how much of either side
stands in the other); else it is split at its widest gap and its parts are tried.
"""

from collections.abc import Callable, Iterator

from zongjie.comparing.chains import Chain

_TOUCHING, _WITHIN = 90, 600  # elements: on one side, on the other
_STRAIGHT, _ALONG = 12, 300  # change of distance, and gap, of chains that go on in one line
_WHOLE, _BEYOND, _MAIN = 0.95, 1.2, 0.75  # of a chain that is a copy by itself: see ``_complete``
_LOOK_BACK = 16  # chains before, in the order of the first side, that one may be linked to
_MOST, _LONGEST = 48, 6_000  # chains in a group, elements of a side; larger ones are split unseen


def grouped(chains: list[Chain], holds: Callable[[Chain], bool]) -> Iterator[Chain]:
    """The chains, with those that together make one passage joined."""
    group: list[Chain] = []
    for one in chains:
        if one.periodic:
            yield one
        elif group and not any(_linked(other, one) for other in group[-_LOOK_BACK:]):
            yield from _settled(group, holds)
            group = [one]
        else:
            group.append(one)
    yield from _settled(group, holds)


def _linked(one: Chain, other: Chain) -> bool:
    first, second = one.gaps(other.first, other.second, other.second_end - other.second)
    near, far = min(first, second), max(first, second)
    if near <= _TOUCHING and far <= _WITHIN:
        return True
    return far <= _ALONG and abs((other.second - other.first) - (one.second - one.first)) <= _STRAIGHT


def _settled(group: list[Chain], holds: Callable[[Chain], bool]) -> Iterator[Chain]:
    if len(group) < 2:
        yield from group
        return
    if len(group) > _MOST:
        for at in range(0, len(group), _MOST):
            yield from _settled(group[at : at + _MOST], holds)
        return
    whole = Chain(group[0].first, group[0].first_end, group[0].second, group[0].second_end, 0)
    for one in group:
        whole.take(one)
    longest = max(whole.first_end - whole.first, whole.second_end - whole.second)
    if longest <= _LONGEST and not whole.periodic and not _complete(group, longest) and holds(whole):
        yield whole
        return
    ends = [max(one.first_end for one in group[: at + 1]) for at in range(len(group) - 1)]
    widest = max(range(len(ends)), key=lambda at: group[at + 1].first - ends[at])
    yield from _settled(group[: widest + 1], holds)
    yield from _settled(group[widest + 1 :], holds)


def _complete(group: list[Chain], longest: int) -> bool:
    """Whether one chain is a copy by itself, and the others but look like its sequel."""
    best = max(group, key=lambda one: one.matched)
    others = sum(one.matched for one in group) - best.matched
    return (
        best.filled >= _WHOLE
        and longest > _BEYOND * (best.first_end - best.first)
        and best.matched >= _MAIN * (best.matched + others)
    )
