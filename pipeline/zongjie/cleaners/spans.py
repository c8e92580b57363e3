"""Lines with their places, and spans of furniture put in order."""

from dataclasses import dataclass

from zongjie.document import Removed

_SPACE = " \t\r\f\v\u3000\xa0\u200b\ufeff?"  # "????" stands for non-breaking spaces on some sites


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the space around it; ``[start, end)`` lies in the report's text."""

    text: str
    start: int
    end: int


def lines_of(text: str, start: int, end: int, limit: int) -> list[Line]:
    """The lines with words in them between ``start`` and ``end``, at most ``limit``."""
    found: list[Line] = []
    at = start
    while at < end and len(found) < limit:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        raw = text[at:stop]
        words = raw.strip(_SPACE)
        if words:
            first = at + len(raw) - len(raw.lstrip(_SPACE))
            found.append(Line(words, first, first + len(words)))
        at = stop + 1
    return found


def merged(text: str, spans: list[Removed]) -> tuple[Removed, ...]:
    """Disjoint spans in order: what is covered twice is kept once, and lines of one kind join."""
    result: list[Removed] = []
    for one in sorted(spans, key=lambda r: (r.start, -r.end)):
        last = result[-1] if result else None
        start = max(one.start, last.end) if last else one.start
        if start >= one.end:
            continue
        if last and last.kind == one.kind and not text[last.end : start].strip(_SPACE + "\n"):
            result[-1] = Removed(one.kind, last.start, one.end)
        else:
            result.append(Removed(one.kind, start, one.end))
    return tuple(result)
