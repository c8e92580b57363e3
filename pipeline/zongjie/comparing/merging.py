"""Found passages made one where they are one: pieces that go on, and places shared by several.

Each step sorts once and looks only at neighbours, so that ten thousand passages cost no more
than ten thousand passages.
"""

from dataclasses import replace

from rapidfuzz.fuzz import partial_ratio

from zongjie.comparing.passage import RepeatedPassage

_SAME_PLACE = 0.7  # overlap from which two spans are one place
_GAP = 40  # characters between two pieces of one passage, on either side
_OFTEN = 6  # places of a passage that stands often
_GATHERING, _COPY = 4, 65  # such passages that others are held against; likeness to be one, in per cent
_ALIKE = 0.75  # share from which a longer passage is more than copies with other text between
_LONGER = 3, 12  # times as long as the copy in it, at most: alike, or not so alike
_NEIGHBOURS = 24  # spans before, in order of their start, that a span is compared with

Span = tuple[int, int]


def merged(found: list[RepeatedPassage], text: str) -> tuple[RepeatedPassage, ...]:
    """Passages in order of their first place, no two of them sharing a place, none inside another."""
    return _outermost(_gathered(_shared(continued(found)), text))


def continued(found: list[RepeatedPassage]) -> list[RepeatedPassage]:
    """Pairs of places of which both go on (or overlap) become one pair."""
    kept: list[RepeatedPassage] = []
    longest: list[int] = []
    for one in sorted(found, key=lambda passage: passage.places):
        if kept and one.places == kept[-1].places:
            continue
        last = range(len(kept) - 1, max(-1, len(kept) - 1 - _NEIGHBOURS), -1)
        at = next((at for at in (*last, *longest) if _goes_on(kept[at], one)), len(kept))
        if at == len(kept):
            kept.append(one)
        else:
            kept[at] = _joined(kept[at], one)
        longest = sorted({*longest, at}, key=lambda at: -_length(kept[at]))[:_NEIGHBOURS]
    return kept


def _goes_on(one: RepeatedPassage, other: RepeatedPassage) -> bool:
    if one.times > 2 or other.times > 2:
        return False
    (a, b), (c, d) = one.places, other.places
    grown = max(a[1], c[1]) <= min(b[0], d[0])  # the two sides stay apart
    return grown and _between(a, c) <= _GAP and _between(b, d) <= _GAP and c[0] - a[0] > 0 <= d[0] - b[0]


def _between(one: Span, other: Span) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


def _joined(one: RepeatedPassage, other: RepeatedPassage) -> RepeatedPassage:
    places = tuple((min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(one.places, other.places, strict=True))
    longest = max(end - start for start, end in places)
    lengths = [max(end - start for start, end in passage.places) for passage in (one, other)]
    shares = one.share * lengths[0] + other.share * lengths[1]
    return replace(
        one,
        places=places,
        share=round(min(1.0, shares / max(longest, sum(lengths))), 4),
        fresh=min(longest, one.fresh + other.fresh),
        differences=tuple(dict.fromkeys((*one.differences, *other.differences))),
    )


def _shared(found: list[RepeatedPassage]) -> list[RepeatedPassage]:
    """Passages that share a place become one with all their places."""
    leader = list(range(len(found)))

    def lead(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    spans = sorted((place, at) for at, one in enumerate(found) for place in one.places)
    for here, (place, at) in enumerate(spans):
        for other, before in spans[max(0, here - _NEIGHBOURS) : here]:
            if _same(place, other):
                low, high = sorted((lead(at), lead(before)))
                leader[high] = low
    groups: dict[int, list[RepeatedPassage]] = {}
    for at, one in enumerate(found):
        groups.setdefault(lead(at), []).append(one)
    return [_together(group) for group in groups.values()]


def _together(group: list[RepeatedPassage]) -> RepeatedPassage:
    if len(group) == 1:
        return group[0]
    first = min(group, key=lambda one: one.places)
    places: list[Span] = []
    for place in sorted({place for one in group for place in one.places}):
        if not places or (not _same(places[-1], place) and place[1] > places[-1][1]):
            places.append(place)
    more = sum(one.times - len(one.places) for one in group)
    return replace(first, places=tuple(places), times=len(places) + more)


def _gathered(found: list[RepeatedPassage], text: str) -> list[RepeatedPassage]:
    """Passages that stand often, with those that are copies of theirs by another trail."""
    often = sorted((one for one in found if len(one.places) >= _OFTEN), key=_length)
    if not often:
        return found
    kept: list[list[RepeatedPassage]] = []
    for one in (*often, *(one for one in found if len(one.places) < _OFTEN)):
        words = text[slice(*one.places[0])]
        for group in kept[:_GATHERING]:
            known = text[slice(*group[0].places[0])]
            if len(group[0].places) >= _OFTEN and _is_copy(known, words, one.share):
                group.append(one)
                break
        else:
            kept.append([one])
    return [_together(group) for group in kept]


def _is_copy(known: str, words: str, share: float) -> bool:
    """Whether ``words`` are a copy of ``known``, or hold one and little else that is repeated."""
    longest = _LONGER[share < _ALIKE] * len(known)
    in_reach = len(known) <= 2 * len(words) and len(words) <= longest
    return in_reach and partial_ratio(known, words) >= _COPY


def _outermost(found: list[RepeatedPassage]) -> tuple[RepeatedPassage, ...]:
    kept: list[RepeatedPassage] = []
    longest: list[RepeatedPassage] = []
    for one in sorted(found, key=lambda passage: (passage.places[0][0], -passage.places[0][1])):
        if any(_lies_in(one, other) for other in (*kept[-_NEIGHBOURS:], *longest)):
            continue
        kept.append(one)
        longest = sorted([*longest, one], key=_length, reverse=True)[:_NEIGHBOURS]
    return tuple(kept)


def _length(one: RepeatedPassage) -> int:
    return one.places[0][1] - one.places[0][0]


def _lies_in(one: RepeatedPassage, other: RepeatedPassage) -> bool:
    """Whether every place of a passage lies in some place of the other."""
    return all(
        any(taken[0] <= place[0] and place[1] <= taken[1] for taken in other.places[:_NEIGHBOURS])
        for place in one.places
    )


def _same(one: Span, other: Span) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common >= _SAME_PLACE * max(one[1] - one[0], other[1] - other[0])
