"""A report as the archive keeps it: its facts, its body and a short identity card."""

from dataclasses import dataclass, replace
from datetime import date

from zongjie.cleaners import clean
from zongjie.document import Analysis, FileFacts, Report, blank_out
from zongjie.extractors.profile import extract_profile
from zongjie.segmenters import segment


@dataclass(frozen=True, slots=True)
class Card:
    """Whose report it is and for when; None where the text does not tell.

    ``place`` is the body's own place or, where it has none, its name; ``kind`` and ``level`` as in
    the profile. Read from the text, never from the file's name: files are misfiled.
    """

    organisation: str | None = None
    place: str | None = None
    kind: str = "unknown"
    level: str | None = None
    start: date | None = None
    end: date | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """``body`` is the report's text with page furniture blanked out: offsets are the text's."""

    source: FileFacts
    body: str
    card: Card


def document_of(report: Report) -> Document:
    """The stages up to the outline, then the identity card alone: all that repeats need."""
    removed = clean(report)
    analysis = Analysis(report=report, body=blank_out(report.text, removed), removed=removed)
    analysis = replace(analysis, outline=segment(analysis.body))
    return Document(report.source, analysis.body, _card(analysis))


def _card(analysis: Analysis) -> Card:
    profile = extract_profile(analysis)
    name, period = profile.organisation, profile.period
    return Card(
        organisation=name,
        place=place_of(name) if name else None,
        kind=profile.kind,
        level=profile.level,
        start=period.start if period else None,
        end=period.end if period else None,
        label=period.label if period else None,
    )


_OFFICES = ("人民政府", "政府", "人民代表大会常务委员会", "人大常委会", "政协", "人民法院", "人民检察院")


def place_of(organisation: str) -> str:
    """The place in the name of a body; the whole name where it has no such form.

    >>> place_of("乙水县人民政府"), place_of("乙水县政府"), place_of("某某公司")
    ('乙水县', '乙水县', '某某公司')
    """
    for office in _OFFICES:
        if organisation.endswith(office) and len(organisation) > len(office):
            return organisation.removesuffix(office)
    return organisation
