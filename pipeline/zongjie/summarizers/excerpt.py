"""An extractive paragraph: sentences that are central, cover themes and repeat nothing.

Centrality is the mean weight of a sentence's character bigrams in the whole text; sentences
are taken greedily by maximal marginal relevance (Carbonell and Goldstein 1998).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from zongjie.document import Analysis, Summary
from zongjie.summarizers.lines import Lines

_CANDIDATES = 200
_NEW_THEME = 0.1  # the worth of a theme that no chosen sentence speaks of
_BALANCE = 0.7  # share of centrality against redundancy
_BOILERPLATE = (
    "各位代表",
    "各位委员",
    "请予审议",
    "现将",
    "总结如下",
    "报告如下",
    "为指导",
    "坚强领导下",
    "供您参考",
)


def excerpt(analysis: Analysis, length: int = 200) -> Summary:
    """Sentences of the report, in reading order, of at most ``length`` characters together."""
    body = analysis.body
    title = analysis.outline.title or (0, 0)
    headings = {s.heading_start: s.heading_end or 0 for s in analysis.sections if s.heading_start is not None}
    heads = sorted(headings)
    spans = [
        (s, e)
        for s, e in analysis.outline.sentences
        if 12 <= e - s <= max(40, length)
        and not (s < title[1] and title[0] < e)
        and not _is_heading(s, e, heads, headings)
    ]
    if len(spans) > _CANDIDATES:
        spans = [spans[i * len(spans) // _CANDIDATES] for i in range(_CANDIDATES)]
    grams = [frozenset(body[i : i + 2] for i in range(s, e - 1)) for s, e in spans]
    common = Counter(gram for one in grams for gram in one)
    figured = {q.clause for q in analysis.achievements}
    starts = {start for clause in figured if clause for start in clause[:1]}
    rated = [
        (_rate(body[s:e], one, common) + (0.2 if any(s <= at < e for at in starts) else 0.0))
        if one else 0.0
        for (s, e), one in zip(spans, grams, strict=True)
    ]  # fmt: skip
    themes = [_group(analysis, start) for start, _ in spans]
    chosen: list[int] = []
    covered: set[str] = set()
    room = length
    left = set(range(len(spans)))
    while left:
        best = max(
            left,
            key=lambda i: (
                _marginal(i, rated, grams, chosen) + (_NEW_THEME if themes[i] not in covered else 0.0),
                -i,
            ),
        )
        left.discard(best)
        size = spans[best][1] - spans[best][0]
        if size <= room:
            chosen.append(best)
            covered.add(themes[best])
            room -= size + 1
        if room < 12:
            break
    lines = Lines()
    for i in sorted(chosen):
        start, end = spans[i]
        lines.add(" ".join(body[start:end].split()), [(start, end)], "excerpt")
    return lines.summary()


def _is_heading(start: int, end: int, starts: Sequence[int], headings: Mapping[int, int]) -> bool:
    """Whether the sentence is a heading with its mark, and nothing after it."""
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] < end and headings[starts[at]] >= end - 1


def _group(analysis: Analysis, at: int) -> str:
    section = analysis.section_at(at)
    return section.theme.group if section is not None and section.theme is not None else ""


def _rate(words: str, grams: frozenset[str], common: Counter[str]) -> float:
    if any(phrase in words for phrase in _BOILERPLATE):
        return 0.0
    top = max(common.values())
    return sum(common[g] for g in grams) / (len(grams) * top)


def _marginal(i: int, rated: list[float], grams: list[frozenset[str]], chosen: list[int]) -> float:
    like = max(
        (len(grams[i] & grams[j]) / (min(len(grams[i]), len(grams[j])) or 1) for j in chosen), default=0.0
    )
    return _BALANCE * rated[i] - (1 - _BALANCE) * like
