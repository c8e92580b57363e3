"""Furniture after the body: related links, share boxes, licences, counters, script ends."""

from zongjie.cleaners import patterns as p
from zongjie.cleaners.blurb import blurb_in
from zongjie.cleaners.spans import Line, lines_of
from zongjie.document import Removed, RemovedKind

_MOST_CHARACTERS, _MOST_LINES = 12_000, 500
_BODY_LENGTH = 40  # characters from which a line with a stop in it is prose
_OPENING = 24  # characters by which a line is known as the beginning of the text over again
_STAMP = 60  # characters from the end within which a site puts its name
_LICENCE_LINES = 40  # lines from the end within which a licence box begins
_BLOCK_GAP = 12  # lines back from such a line to the furniture that it belongs to


def tail_furniture(text: str, body_at: int) -> list[Removed]:
    """Spans of furniture from the end of the body to the end of the text.

    ``body_at`` is where the body begins: nothing before it is looked at.
    """
    lines = lines_of(text, _tail_start(text, body_at), len(text), 10 * _MOST_LINES)[-_MOST_LINES:]
    if not lines:
        return []
    last = max((at for at, line in enumerate(lines) if _is_body(text, lines, at)), default=-1)
    licence = _licence(lines)
    rest = lines[min(last + 1, len(lines) if licence is None else licence) :]
    first = next((at for at, line in enumerate(rest) if _opens_furniture(rest, at)), None)
    found = [] if first is None else [Removed(_kind(line), line.start, line.end) for line in rest[first:]]
    if stamp := p.SITE_STAMP.search(text[-_STAMP:]):
        start = len(text) - len(text[-_STAMP:])
        found.append(Removed("tail", start + stamp.start(), start + stamp.end()))
    found += [span for line in lines[-8:] if (span := blurb_in(line)) is not None]
    return found


def _licence(lines: list[Line]) -> int | None:
    """Where a licence box begins whose sentences, cut up by links, would pass for prose."""
    for at in range(max(0, len(lines) - _LICENCE_LINES), len(lines)):
        if p.LICENCE.match(lines[at].text):
            return at
    return None


def _tail_start(text: str, body_at: int) -> int:
    start = max(body_at, len(text) - _MOST_CHARACTERS)
    if start == 0 or text[start - 1] == "\n":
        return start
    end_of_line = text.find("\n", start)
    return start if end_of_line < 0 else end_of_line + 1


def _is_body(text: str, lines: list[Line], at: int) -> bool:
    """Prose: long, with a stop, neither legal matter nor the text's beginning told again."""
    words = lines[at].text
    if len(words) < _BODY_LENGTH or not p.SENTENCE_STOPS.search(words):
        return False
    if p.LEGAL.search(words) and (len(words) < 200 or p.ANCHOR.fullmatch(words)):
        return False
    near = lines[max(0, at - _BLOCK_GAP) : at]
    if not any(p.ANCHOR.fullmatch(line.text) or p.BUTTON.fullmatch(line.text) for line in near):
        return True
    pieces = (words[:_OPENING], words[_OPENING // 2 :][:_OPENING])  # line ends may be lost in it
    return all(text.find(piece, 0, lines[at].start) < 0 for piece in pieces)


def _opens_furniture(rest: list[Line], at: int) -> bool:
    words = rest[at].text
    if p.ANCHOR.fullmatch(words) or p.HEX.fullmatch(words) or p.COUNTERS.fullmatch(words):
        return True
    if p.BUTTON.fullmatch(words) or p.SCRIPT.fullmatch(words) or p.BUTTON_ROW.fullmatch(words):
        return all(_is_furniture(line.text) or len(line.text) <= 40 for line in rest[at:])
    if p.BYLINE.fullmatch(words) and len(words) <= 40:
        return all(_is_furniture(line.text) or len(line.text) <= 20 for line in rest[at : at + 3])
    return words in {"【", "|"} and at + 1 < len(rest) and _is_furniture(rest[at + 1].text)


def _is_furniture(words: str) -> bool:
    return any(
        pattern.fullmatch(words)
        for pattern in (
            p.BYLINE,
            p.BUTTON,
            p.BUTTON_ROW,
            p.ANCHOR,
            p.WEAK,
            p.HEX,
            p.COUNTERS,
            p.SCRIPT,
            p.ISO_DATE,
        )
    )


def _kind(line: Line) -> RemovedKind:
    if p.COUNTERS.fullmatch(line.text) or p.SCRIPT.fullmatch(line.text) or p.HEX.fullmatch(line.text):
        return "tail"
    return "byline" if p.BYLINE.fullmatch(line.text) and len(line.text) <= 40 else "tail"
