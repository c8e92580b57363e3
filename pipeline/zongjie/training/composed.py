"""Labelled sections that stand alone, made into one short report for each kind of body."""

from collections.abc import Iterable
from dataclasses import dataclass

from zongjie.document import Outline, Section
from zongjie.training.gold import WrittenSection


@dataclass(frozen=True, slots=True)
class Composed:
    """A report's text and outline, and the place in the outline of each labelled section."""

    body: str
    outline: Outline
    labelled: tuple[tuple[int, WrittenSection], ...]


def composed(written: Iterable[WrittenSection]) -> tuple[Composed, ...]:
    """A report for each kind of body: kind + 工作总结, the parents' headings, the sections below them."""
    kinds: dict[str, list[WrittenSection]] = {}
    for one in written:
        kinds.setdefault(one.kind, []).append(one)
    return tuple(_report(kind, sections) for kind, sections in kinds.items())


def _report(kind: str, written: list[WrittenSection]) -> Composed:
    title = f"{kind}工作总结"
    body = title + "\n"
    sections: list[Section] = []
    labelled: list[tuple[int, WrittenSection]] = []
    parts: dict[str | None, list[WrittenSection]] = {}
    for one in written:
        parts.setdefault(one.parent, []).append(one)
    for parent, ones in parts.items():
        above = None
        if parent is not None:
            above = len(sections)
            start = len(body)
            body += parent + "\n"
            size = sum(len(one.heading or "") + len(one.text) + 2 for one in ones)
            sections.append(_section(str(above + 1), None, parent, start, len(body) + size))
        for one in ones:
            start = len(body)
            body += f"{one.heading or ''}\n{one.text}\n"
            labelled.append((len(sections), one))
            name = None if above is None else str(above + 1)
            sections.append(_section(str(len(sections) + 1), name, one.heading, start, len(body)))
    return Composed(body, Outline((0, len(title)), tuple(sections), (), ()), tuple(labelled))


def _section(name: str, parent: str | None, heading: str | None, start: int, end: int) -> Section:
    at, until = (start, start + len(heading)) if heading else (None, None)
    return Section(name, parent, 1 if parent is None else 2, None, heading or None, at, until, start, end)
