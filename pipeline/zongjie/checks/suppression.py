"""Findings that somebody has looked at and lets stand: notes in the text, and settings by file.

In a .txt or .md file, behind the paragraph or on a line of its own before it::

    <!-- zongjie: ignore DU02 both lists are meant -->
    <!-- zongjie: ignore-file PU02,PU11 the customer's house style -->

and in ``zongjie.toml``::

    suppress = [{ file = "2024*.txt", codes = ["DU02"], reason = "both lists are meant" }]

A reason is asked for: a note without one suppresses nothing, and ``check`` says so. A note that
has nothing left to suppress is told too. Notes are no part of the report's body.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from itertools import islice

from zongjie.document import Analysis, Finding, Removed
from zongjie.settings import Settings, Suppression

_SIGN = "zongjie:"
_MOST, _STACKED = 500, 10  # notes heeded in one text; notes on lines one above the other
_WORDS = re.compile(r"\S")
_NOTE = re.compile(
    r"<!--[ \t]{0,9}zongjie:[ \t]{0,9}(?P<way>ignore-file|ignore)[ \t]{1,9}"
    r"(?P<codes>[A-Z]{2}\d{0,2}(?:[,，][A-Z]{2}\d{0,2}){0,40})(?P<reason>[^\n]{0,400}?)-->"
)


@dataclass(frozen=True, slots=True)
class Note:
    """One note: the comment's own span, what it lets stand (``[first, last)``), and why."""

    start: int
    end: int
    codes: tuple[str, ...]
    reason: str
    first: int
    last: int

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is meant; a note without a reason means none."""
        return (
            bool(self.reason)
            and self.first <= finding.start < self.last
            and any(finding.code.startswith(code) for code in self.codes)
        )


def notes_in(text: str) -> tuple[Note, ...]:
    """The first notes of a text, in order."""
    if _SIGN not in text:
        return ()
    return tuple(_note(found, text) for found in islice(_NOTE.finditer(text), _MOST))


def _note(found: re.Match[str], text: str) -> Note:
    codes = tuple(re.split("[,，]", found["codes"]))
    first, last = (
        (0, len(text)) if found["way"] == "ignore-file" else _scope(text, found.start(), found.end())
    )
    return Note(found.start(), found.end(), codes, found["reason"].strip(), first, last)


def _scope(text: str, start: int, end: int) -> tuple[int, int]:
    """The line of the note; if nothing else stands on it, the next line with words."""
    first, last = text.rfind("\n", 0, start) + 1, _line_end(text, end)
    if (text[first:start] + text[end:last]).strip():
        return first, last
    at = _words_from(text, last)
    for _ in range(_STACKED):
        if another := _NOTE.match(text, at):
            at = _words_from(text, another.end())
    return at, _line_end(text, at)


def _words_from(text: str, at: int) -> int:
    found = _WORDS.search(text, at)
    return found.start() if found else len(text)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def beside_notes(removed: Iterable[Removed], notes: Iterable[Note]) -> tuple[Removed, ...]:
    """Furniture without the notes in it: a note is not what a web site left."""
    kept = tuple(removed)
    for note in notes:
        kept = tuple(piece for one in kept for piece in _without(one, note))
    return kept


def _without(one: Removed, note: Note) -> Iterator[Removed]:
    if note.end <= one.start or one.end <= note.start:
        yield one
        return
    if one.start < note.start:
        yield replace(one, end=note.start)
    if note.end < one.end:
        yield replace(one, start=note.end)


def as_furniture(notes: Iterable[Note]) -> tuple[Removed, ...]:
    """The notes as spans to be blanked."""
    return tuple(Removed("page_furniture", note.start, note.end) for note in notes)


def with_suppressed(
    findings: Iterable[Finding], text: str, name: str, settings: Settings
) -> tuple[Finding, ...]:
    """The findings of the report ``text`` in the file ``name``; those let stand carry the reason."""
    notes = notes_in(text)
    rules = [one for one in settings.suppress if fnmatch(name, one.file)]
    if not notes and not rules:
        return tuple(findings)
    return tuple(replace(one, suppressed=_reason(one, notes, rules)) for one in findings)


def _reason(finding: Finding, notes: Iterable[Note], rules: Iterable[Suppression]) -> str | None:
    for note in notes:
        if note.covers(finding):
            return note.reason
    for rule in rules:
        if any(finding.code.startswith(code) for code in rule.codes):
            return rule.reason
    return None


def idle_notes(analysis: Analysis) -> tuple[Note, ...]:
    """Notes that have nothing to let stand, and those without a reason."""
    return tuple(
        note
        for note in notes_in(analysis.report.text)
        if not any(note.covers(finding) for finding in analysis.findings)
    )
