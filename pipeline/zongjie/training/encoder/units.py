"""What a report gives to learn from: headings with their bodies, and paragraphs without a heading."""

import re
from dataclasses import dataclass

from zongjie.cleaners import clean
from zongjie.document import Section, blank_out
from zongjie.readers import report_of
from zongjie.segmenters import segment

BODY = 400
"""Characters of a body that are read."""
_LEAST_BODY, _LEAST_LOOSE = 40, 80
_RUN_IN = re.compile(
    r"[ \t\u3000*]{0,8}"
    r"([^。；;:：！!？?\d\n]{5,32})。"  # a short first sentence without a number …
    r"(?=[^\n]{40})"  # … and the paragraph goes on
)
_LEAD = " 。.:：\n\t\u3000"


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading and the first ``BODY`` characters of what stands below it."""

    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class Units:
    """Of one report: sections of the outline, paragraphs headed by their first sentence, other paragraphs.

    A section may begin with a headed paragraph, so the two kinds are never held against each other.
    """

    sections: tuple[Unit, ...]
    run_in: tuple[Unit, ...]
    loose: tuple[str, ...]
    text: str


def units_of(text: str) -> Units:
    """The units of a report given as text, scrape furniture left out; linear in its length."""
    report = report_of(text)
    body = blank_out(report.text, clean(report))
    sections = segment(body).sections
    parents = {section.parent for section in sections}
    headed, run_in, loose = [], [], []
    nexts = [section.start for section in sections[1:]] + [len(body)]
    for section, until in zip(sections, nexts, strict=True):
        own = body[section.body_start : min(section.end, until)]
        if section.heading and section.id not in parents and len(own.strip()) >= _LEAST_BODY:
            headed.append(Unit(section.heading, own.lstrip(_LEAD)[:BODY]))
        for number, line in enumerate(own.split("\n")):
            found = _RUN_IN.match(line)
            if found and (number > 0 or _is_more(section, own, line)):
                run_in.append(Unit(found[1], line[found.end() :].lstrip(_LEAD)[:BODY]))
            elif len(line) >= _LEAST_LOOSE:
                loose.append(line[:BODY])
    return Units(tuple(headed), tuple(run_in), tuple(loose), body)


def _is_more(section: Section, own: str, line: str) -> bool:
    """Whether the first line is a paragraph among several, and not the section's whole text."""
    return section.heading is None or len(own) > len(line) + 60
