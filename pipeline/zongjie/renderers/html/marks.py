"""What is highlighted in the text, and the text cut into segments with one set of marks each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zongjie.document import Analysis, Finding, Source
from zongjie.renderers.lint import shown_findings

_PLURAL = {"place": "places", "body": "bodies", "session": "sessions"}
HUES = 6  # colours that the pairs of repeated passages take in turn


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to highlight: ``look`` are its CSS classes, ``keys`` the cards it belongs to.

    A key names a card (``f3``) or one place of it (``f3.1``).
    """

    start: int
    end: int
    look: str
    keys: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which the same marks lie, the widest mark first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks_of(analysis: Analysis) -> list[Mark]:
    """Every mark of an analysis; what looks like nothing until it is chosen has look "src"."""
    marks = [Mark(r.start, r.end, "gone", f"r{at}") for at, r in enumerate(analysis.removed)]
    marks += [
        Mark(s.heading_start, s.heading_end, f"h h{min(s.level, 4)}", f"o{at}")
        for at, s in enumerate(analysis.sections)
        if s.heading_start is not None and s.heading_end is not None
    ]
    for at, q in enumerate(analysis.quantities):
        if q.kind in ("achievement", "target"):
            look = "a" if q.kind == "achievement" else "t"
            marks.append(Mark(q.start, q.end, look, key_of("q", q.id, at)))
    marks += [Mark(p.start, p.end, "pr", f"pr{at}") for at, p in enumerate(analysis.problems)]
    marks += [Mark(a.start, a.end, "w", f"w{at}") for at, a in enumerate(analysis.awards)]
    marks += [Mark(e.start, e.end, "src", f"i-{card_field(e.field)}") for e in analysis.profile.evidence]
    marks += [Mark(e.start, e.end, "x", f"x-{e.field}") for e in analysis.profile.dissent]
    for at, finding in enumerate(shown_findings(analysis)):
        marks += _finding_marks(finding, at)
    for at, sentence in enumerate(analysis.summary.sentences):
        marks += _source_marks(sentence.sources, f"s{at}")
    for i, item in enumerate(analysis.plan.items):
        for j, planned in enumerate(item.sentences):
            marks += _source_marks(planned.sources, f"p{i}-{j}")
    size = len(analysis.report.text)
    return [mark for mark in marks if 0 <= mark.start < mark.end <= size]


def key_of(kind: str, given: str, at: int) -> str:
    """The key of a quantity (q) or finding (f): its id in the contract, if that is a plain one.

    >>> key_of("q", "q23", 0), key_of("f", "<b>", 4)
    ('q23', 'f-4')
    """
    plain = given[: len(kind)] == kind and given[len(kind) :].isascii() and given[len(kind) :].isdigit()
    return given if plain else f"{kind}-{at}"


def card_field(field: str) -> str:
    """The row of the identity card that a piece of evidence speaks for."""
    return _PLURAL.get(field, field)


def is_repeat(finding: Finding) -> bool:
    """Whether a finding is of the family of repeats (DU)."""
    return finding.code.startswith("DU")


def _finding_marks(finding: Finding, at: int) -> Iterator[Mark]:
    repeat = is_repeat(finding)
    look = f"f du d{at % HUES}" if repeat else f"f {finding.severity}"
    key = key_of("f", finding.id, at)
    yield Mark(finding.start, finding.end, look, f"{key} {key}.0")
    for place, related in enumerate(finding.related, 1):
        if related.doc is None:
            yield Mark(related.start, related.end, look if repeat else "src", f"{key} {key}.{place}")


def _source_marks(sources: Sequence[Source], key: str) -> Iterator[Mark]:
    for place, source in enumerate(sources):
        if source.doc is None:
            yield Mark(source.start, source.end, "src", f"{key} {key}.{place}")


def segments(marks: Sequence[Mark], cuts: Sequence[int], size: int) -> Iterator[Segment]:
    """Cut ``[0, size)`` at the edges of all marks and at ``cuts`` (ends of lines, paragraphs).

    A sweep over the edges: O(n log n), with as many marks held at once as overlap.
    """
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).append(mark)
    edges = sorted({0, size, *opening, *closing, *cuts})
    over: dict[int, Mark] = {}
    for start, end in pairwise(edges):
        for mark in closing.get(start, ()):
            over.pop(id(mark), None)
        for mark in opening.get(start, ()):
            over[id(mark)] = mark
        widest = sorted(over.values(), key=lambda m: (m.start - m.end, m.start, m.keys))
        yield Segment(start, end, tuple(widest))
