"""The report's own place where neither title nor formula names it: the name that comes most often."""

from zongjie.lexicons.places import gazetteer
from zongjie.lexicons.self_naming import self_namings

_NO_NAMES = ("新区", "城区", "郊区", "矿区")  # districts once, and words of every report
_OFTEN = 5
_LOOKED_AT = 20_000  # characters; a report names its place in all its parts


def often_named(body: str, word: str | None) -> list[tuple[int, int]]:
    """One place where the report names its own place, or none if no name stands out.

    ``word`` is what the place is called (省, 市, 区, 自治区 …). Candidates are full names in the
    text, names in self-referring phrases and, above the county, all short names; the one that
    is written most often wins, if it is written five times at least.
    """
    text = body[:_LOOKED_AT]
    places = gazetteer()
    found = [(p, (a, b)) for a, b, name in places.find(text) for p in places.full(name)[:1]]
    found += [(p, (n.start, n.end)) for n in self_namings(text) for p in places.named(n.name)]
    spans: dict[str, tuple[int, int]] = {}
    for place, span in found:
        if place.name in _NO_NAMES:
            continue
        if (word is None or place.name.endswith(word)) and not place.common:
            spans.setdefault(place.short, span)
    if word is not None:
        for place in places.above_counties():
            at = text.find(place.short) if place.name.endswith(word) and not place.common else -1
            if at >= 0:
                spans.setdefault(place.short, (at, at + len(place.short)))
    counts = {short: text.count(short) for short in spans}
    best = max(counts, key=lambda short: counts[short], default=None)
    return [spans[best]] if best is not None and counts[best] >= _OFTEN else []
