"""What two reports are to one another, from their identity cards and from what was swapped."""

from typing import Literal

from zongjie.archive.repeats.aligning import Alignment
from zongjie.archive.repeats.documents import Card
from zongjie.document.report_pair import CopiedPassage, Relation
from zongjie.lexicons.places import gazetteer, short_name

Passages = tuple[CopiedPassage, ...]

ONE_TEXT = 0.75  # share of both that is equal, from which two reports are nearly one text
_CUT, _AT_LEAST = 0.9, 1_500  # share of the shorter one, and its elements, where one is cut short
_PART = 0.2  # what a cut one has at least of the whole
_FOLLOWS = 400  # days between the ends of two periods that follow one another
_RENEWED = 0.2  # share of the figures of one text that are others, if it was filled anew
_SWAPPED = 2  # places where one's own name stands in the other's stead


def relation_of(a: Card, b: Card, alignment: Alignment, passages: Passages) -> Relation:
    """``superior`` and ``last_report`` say nothing of the order of ``a`` and ``b``; see ``older``."""
    same = same_body(a, b)
    if is_one_text(alignment):
        if _names_swapped(a, b, passages):
            return "other_name"
        if not (same and _other_period(a, b) and _figures_renewed(passages)):
            return "repost"
    if same:
        return "last_report" if _follow(a, b) else "other"
    if (is_above(a, b) or is_above(b, a)) and _same_time(a, b):
        return "superior"
    return "other"


def is_one_text(alignment: Alignment) -> bool:
    """Whether two reports are nearly one text, or one is the other cut short."""
    low, high = sorted((alignment.share_a, alignment.share_b))
    if low >= ONE_TEXT:
        return True
    shorter = min(alignment.fresh_a, alignment.fresh_b)
    return high >= _CUT and low >= _PART and shorter >= _AT_LEAST


def same_body(a: Card, b: Card) -> bool:
    """Whether both are reports of one body, as far as their cards tell."""
    if not a.place or not b.place or (a.kind != b.kind and "unknown" not in (a.kind, b.kind)):
        return False
    if a.place == b.place:
        return True
    return short_name(a.place) == short_name(b.place) and bool(gazetteer().related(a.place, b.place))


def is_above(a: Card, b: Card) -> bool:
    """Whether ``a`` is the report of a body above that of ``b``: its province, the nation."""
    if not a.place or not b.place or a.place == b.place:
        return False
    places = gazetteer()
    if a.level == "国":
        return b.level != "国" and bool(places.named(b.place))
    above = {one.name for own in places.named(b.place)[:1] for one in places.chain(own)[1:]}
    return any(one.name in above for one in places.named(a.place)[:1])


def older(a: Card, b: Card) -> Literal["a", "b"] | None:
    """Which of two came first, "a" or "b"; the body above where both are of one time."""
    if is_above(a, b) and _same_time(a, b):
        return "a"
    if is_above(b, a) and _same_time(a, b):
        return "b"
    if a.end and b.end and a.end != b.end:
        return "a" if a.end < b.end else "b"
    return None


def _names_swapped(a: Card, b: Card, passages: Passages) -> bool:
    if not a.place or not b.place or short_name(a.place) == short_name(b.place):
        return False
    swapped = sum(len(one.of("name")) for one in passages)
    return swapped >= _SWAPPED or _are_others(a.place, b.place)


def _are_others(one: str, other: str) -> bool:
    """Whether two names are surely of two places: the gazetteer knows both, or neither."""
    places = gazetteer()
    named, other_named = places.named(one), places.named(other)
    if named and other_named:
        return not places.related(one, other)
    return not named and not other_named and not places.named(_common_end(one, other))


def _common_end(one: str, other: str) -> str:
    """What both names end with; before it, words may have been taken for part of the name."""
    same = 0
    while same < min(len(one), len(other)) and one[-1 - same] == other[-1 - same]:
        same += 1
    return one[len(one) - same :]


def _figures_renewed(passages: Passages) -> bool:
    """Whether so many figures and dates differ that one text was filled anew for another period."""
    renewed = sum(len(one.of("date")) + len(one.of("figure")) for one in passages)
    kept = sum(len(one.kept) for one in passages)
    return renewed >= max(_SWAPPED, _RENEWED * (renewed + kept))


def _other_period(a: Card, b: Card) -> bool:
    return bool(a.end and b.end and a.end != b.end)


def _follow(a: Card, b: Card) -> bool:
    return bool(a.end and b.end) and 0 < abs((a.end - b.end).days) <= _FOLLOWS  # type: ignore[operator]


def _same_time(a: Card, b: Card) -> bool:
    return not a.end or not b.end or abs((a.end - b.end).days) <= _FOLLOWS
