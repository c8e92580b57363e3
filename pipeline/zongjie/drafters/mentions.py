"""Theme groups that paragraphs of the past work speak of, though no heading names them."""

import re
from collections.abc import Set
from typing import get_args

from zongjie.document import Analysis, Theme
from zongjie.document.section import ThemeGroup
from zongjie.drafters.themes import keyword_pattern, keywords, theme_of

_LEAST, _LEAST_HITS = 60, 3  # characters of a paragraph, different keywords in it
_LOOK = 400  # characters of a paragraph that are read
_ALL_MATTERS = ("government", "township")  # bodies that answer for every matter of their place
GROUPS: tuple[str, ...] = get_args(ThemeGroup)
_NOT_THEIRS = ("consultation", "operations")
_MOST = 400  # paragraphs that are read
_SENTENCE = re.compile(r"[^。！？\n]{8,200}[。！？]?")


def mentioned(analysis: Analysis, known: Set[str]) -> dict[str, tuple[Theme, tuple[int, int]]]:
    """Group → its theme and the sentence that opens the paragraph which speaks of it most.

    Groups that are ``known`` already are left out.
    """
    best: dict[str, tuple[int, str, tuple[int, int]]] = {}
    if analysis.profile.kind not in _ALL_MATTERS:
        return {}
    wanted = frozenset(GROUPS).difference(known, _NOT_THEIRS)
    if not wanted:
        return {}
    table, pattern = keywords(), keyword_pattern(wanted)
    long = [p for p in analysis.outline.paragraphs if p[1] - p[0] >= _LEAST]
    step = max(1, len(long) // _MOST)
    for start, end in long[::step]:
        section = analysis.section_at(start)
        if section is None or section.role not in ("achievement", "opening"):
            continue
        hits: dict[str, set[str]] = {}
        for match in pattern.finditer(analysis.body, start, min(end, start + _LOOK)):
            hits.setdefault(table[match.group()][0], set()).add(match.group())
        for leaf, words in hits.items():
            group = theme_of(leaf).group
            if len(words) >= _LEAST_HITS and len(words) > best.get(group, (0, "", (0, 0)))[0]:
                best[group] = (len(words), leaf, _sentence(analysis.body, start, end, words))
    return {g: (theme_of(leaf), span) for g, (_, leaf, span) in best.items()}


def _sentence(body: str, start: int, end: int, words: Set[str]) -> tuple[int, int]:
    """The sentence of the paragraph that holds most of the words."""
    spans = [match.span() for match in _SENTENCE.finditer(body, start, end)]
    return max(spans, key=lambda one: sum(word in body[slice(*one)] for word in words), default=(start, end))
