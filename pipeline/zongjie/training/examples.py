"""What the models learn from: sections of the archive with silver labels, gold, our own words."""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from zongjie.classifiers.fields import first_words
from zongjie.classifiers.keyword_themes import heading_scores
from zongjie.classifiers.role_cues import defines_a_term, role_by_heading
from zongjie.document import Role, Section
from zongjie.lexicons.themes import taxonomy
from zongjie.segmenters import segment
from zongjie.training.archive import ArchivedReport
from zongjie.training.gold import GoldSection, WrittenSection, anchor
from zongjie.training.labelled import labelled_texts

LEAST_CHARACTERS = 30
MADE_UP, SIGNS = 24, 10
"""Made-up sections a leaf, and words in each."""
_SURE, _MARGIN = 1.0, 1.8
_WHOLE = re.compile("回顾|总体要求|预期目标|目标任务|重点工作|主要任务|工作安排|总体思路|年工作")


@dataclass(frozen=True, slots=True)
class Example:
    """The inputs of one section and its labels; None where it says nothing on theme or role.

    ``words`` are its first words, ``intro`` those before the first section that it holds.
    """

    heading: str
    parent: str
    words: str
    intro: str
    theme: str | None
    role: Role | None
    parent_role: Role | None = None
    weight: float = 1.0
    source: str = ""
    second: str | None = None


def silver(report: ArchivedReport) -> Iterator[Example]:
    """The sections of an archived report, labelled by what their headings say for certain."""
    sections = segment(report.text).sections
    roles: dict[str, Role | None] = {}
    headings = {section.id: section.heading or "" for section in sections}
    nexts = [section.start for section in sections[1:]] + [len(report.text)]
    for at, (section, until) in enumerate(zip(sections, nexts, strict=True)):
        heading, parent = headings[section.id], headings.get(section.parent or "", "")
        above = roles.get(section.parent or "")
        words = first_words(report.text, section)
        role = _silver_role(section, above, words, first=at == 0)
        roles[section.id] = role
        if section.end - section.body_start >= LEAST_CHARACTERS:
            intro = first_words(report.text, section, until)
            theme = silver_theme(heading)
            yield Example(heading, parent, words, intro, theme, role, above, 1.0, report.path)


def silver_theme(heading: str) -> str | None:
    """The leaf that the keywords of a heading name without doubt, or None.

    >>> silver_theme("全面推进乡村振兴"), silver_theme("深化改革,改善民生")
    ('rural', None)
    """
    scores = sorted(heading_scores(heading).items(), key=lambda item: -item[1])
    if not scores:
        return "macro_fiscal" if _WHOLE.search(heading) else None
    best, worth = scores[0]
    alone = len(scores) == 1 or worth >= _MARGIN * scores[1][1]
    return best if worth >= _SURE and alone else None


def _silver_role(section: Section, above: Role | None, words: str, first: bool) -> Role | None:
    if section.heading is None:
        return "opening" if first else None
    own = role_by_heading(section.heading)
    return own or ("other" if defines_a_term(words) else above)


def from_gold(gold: Iterable[GoldSection], reports: Path) -> Iterator[tuple[GoldSection, Example]]:
    """Gold sections as examples, where the report is there and is the one that was labelled."""
    labels = tuple(gold)
    texts = labelled_texts(labels, reports)
    outlines = {name: segment(text).sections for name, text in texts.items()}
    for one in labels:
        if one.report in texts:
            yield one, _gold_example(one, texts[one.report], outlines[one.report])


def _gold_example(gold: GoldSection, text: str, sections: tuple[Section, ...]) -> Example:
    """A gold section by its own offsets; only what stands above it is taken from the outline."""
    own = Section("", None, 1, None, None, gold.heading_start, gold.heading_end, gold.start, gold.end)
    heading = text[gold.heading_start : gold.heading_end] if gold.heading_start is not None else ""
    found = anchor(gold, sections)
    above = next((s for s in sections if found is not None and s.id == found.parent), None)
    parent = (above.heading or "") if above is not None else ""
    until = next((s.start for s in sections if s.start > own.body_start), gold.end)
    return Example(
        heading, parent, first_words(text, own), first_words(text, own, until), gold.theme, gold.role,
        role_by_heading(parent), 1.0, gold.body, gold.second,
    )  # fmt: skip


def from_written(written: Iterable[WrittenSection]) -> Iterator[Example]:
    """Our own sections as examples."""
    for one in written:
        parent = one.parent or ""
        yield Example(
            one.heading or "", parent, one.text, one.text, one.theme, one.role, role_by_heading(parent),
            1.0, one.kind, one.second,
        )  # fmt: skip


def from_signs(chance: random.Random) -> Iterator[Example]:
    """Made-up sections: words that the lexicon gives for a leaf, shuffled, one of them as the heading."""
    for leaf in taxonomy().leaves:
        words = leaf.keywords + leaf.signs
        for _ in range(MADE_UP):
            heading = chance.choice(leaf.keywords if chance.random() < 0.5 else words)
            intro = "，".join(chance.sample(words, min(len(words), SIGNS)))
            yield Example(heading, "", intro, intro, leaf.key, None)


def without_heading(example: Example, chance: random.Random, heading: float, above: float) -> Example:
    """The example with heading, and what stands above it, dropped by those chances.

    So the body comes to count: a model that always sees headings learns nothing else.
    """
    if example.intro and chance.random() < heading:
        example = replace(example, heading="")
    if chance.random() < above:
        example = replace(example, parent="", parent_role=None)
    return example
