"""The left half of the page: the whole text, line by line, with its highlights."""

from bisect import bisect_right
from collections.abc import Iterator

from zongjie.document import Analysis
from zongjie.renderers.html.escape import e
from zongjie.renderers.html.marks import Segment, marks_of, segments
from zongjie.renderers.numbering import Numbering

_QUIET = {"src", "gone", "h"}


def paper(analysis: Analysis, numbering: Numbering) -> Iterator[str]:
    """The paragraphs of the text as HTML.

    A line of the file is one ``<p>`` with its number; where a text has lost its line ends, the
    paragraphs that the outline found inside a line begin a ``<p>`` of their own, with theirs.
    """
    text = analysis.report.text
    cuts = _cuts(analysis, numbering)
    starts = [start for start, _, _ in cuts]
    edges = sorted({*starts, *(end for _, end, _ in cuts)})
    at = -1
    for segment in segments(marks_of(analysis), edges, len(text)):
        here = bisect_right(starts, segment.start) - 1
        if here < 0 or segment.start >= cuts[here][1]:
            continue  # a line end
        while at < here:  # open this paragraph, and empty ones passed on the way
            yield "</p>" if at >= 0 else ""
            at += 1
            yield _opening(cuts[at])
        yield _segment(segment, text)
    while at < len(cuts) - 1:
        yield "</p>" if at >= 0 else ""
        at += 1
        yield _opening(cuts[at])
    yield "</p>" if at >= 0 else ""


def _cuts(analysis: Analysis, numbering: Numbering) -> list[tuple[int, int, int]]:
    """Start, end and number (0: none, as not the first of its line) of every paragraph to show."""
    lines = numbering.lines
    inner = [start for start, _ in analysis.outline.paragraphs]
    cuts, at = [], 0
    for number in range(1, lines.count + 1):
        start, end = lines.span(number)
        while at < len(inner) and inner[at] <= start:
            at += 1
        edge, shown = start, number
        while at < len(inner) and inner[at] < end:
            if analysis.body[edge : inner[at]].strip():
                cuts.append((edge, inner[at], shown))
                edge, shown = inner[at], 0
            at += 1
        cuts.append((edge, end, shown))
    if not numbering.by_paragraph:
        return cuts
    numbers = [numbering.number(start) for start, _, _ in cuts]
    return [
        (start, end, number if number != before else 0)
        for (start, end, _), number, before in zip(cuts, numbers, [0, *numbers], strict=False)
    ]


def _opening(cut: tuple[int, int, int]) -> str:
    start, end, number = cut
    empty = " class=e" if start == end else ""
    return f"<p id=L{number} data-n={number}{empty}>" if number else f"<p{empty}>"


def _segment(segment: Segment, text: str) -> str:
    words = e(text[segment.start : segment.end])
    if not segment.marks:
        return words
    looks = dict.fromkeys(look for mark in segment.marks for look in mark.look.split())
    keys = dict.fromkeys(key for mark in reversed(segment.marks) for key in mark.keys.split())
    tag = "mark" if any(look not in _QUIET and look[0] != "h" for look in looks) else "span"
    return f'<{tag} class="{" ".join(looks)}" data-k="{" ".join(keys)}">{words}</{tag}>'
