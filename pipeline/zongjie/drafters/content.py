"""The content plan: what the next plan must say, before any words are chosen.

Every problem gets an answer, paired with promises of the report that speak of the same matter;
every theme of the report goes on (with a baseline) or is closed on purpose.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from zongjie.comparing.similarity import shared_words, similarity
from zongjie.document import Analysis, Problem, Section, Theme
from zongjie.drafters.baselines import Baseline, read_baseline
from zongjie.drafters.dealt import Dealt, read_dealt
from zongjie.drafters.deeds import Deed, read_deeds
from zongjie.drafters.mentions import mentioned
from zongjie.drafters.own_words import COMMON
from zongjie.drafters.pairs import PairIndex
from zongjie.drafters.phrases import tagged
from zongjie.drafters.shortfalls import Shortfall, read_shortfalls
from zongjie.drafters.styles import DEBATING
from zongjie.drafters.themes import leaf_of, theme_of

T = TypeVar("T")
_MOST_MEASURES = 240
_MOST_FIGURES = 160
_MOST_PROBLEMS = 60
_LOOK = 600  # characters of a measure that are read
_PAST = 40_000  # characters of past work that are read for deeds, in all (but _LOOK of each section)
_LEAST_DEEDS = 2  # deeds that make a theme of which no section is
_DEED_WEIGHT = 100  # characters that such a deed stands for
_RELATED = 0.3  # similarity from which a promise with a word of its own in common speaks of a problem
_DEBATES = (
    "开展 举办 举行 组织 召开 宣讲 调研 视察 提出 收集 征集 报送 提交 刊发 发表 形成 "
    "办理 接待 走访 慰问 培训 督办 立案 受理 协商 解决 检查 审议 听取"
)
_DEBATED = frozenset(_DEBATES.split())  # what a body that deliberates counts as its own
_FINISHED = re.compile(
    r"^(?:建成|新建|创建|改造|修订|制定|举办|发布|解决|引进|建立|办好|编制|更新|搭建|筹建|改革|争取|清理|组织|新增|聚焦|突出|谋划)$"
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A deed of the report's plan (or one to carry on), with the measure it stands in."""

    deed: Deed
    measure: str | None
    section: Section | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A problem, how it reads, and the promises that bear on it."""

    problem: Problem
    shortfalls: tuple[Shortfall, ...]
    promises: tuple[Promise, ...]
    theme: Theme | None


@dataclass(frozen=True, slots=True)
class Strand:
    """A theme of the report that goes on: its promises and baselines, its sections."""

    group: str
    theme: Theme
    promises: tuple[Promise, ...]
    baselines: tuple[Baseline, ...]
    sections: tuple[Section, ...]
    weight: int
    evidence: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ContentPlan:
    answers: tuple[Answer, ...]
    strands: tuple[Strand, ...]
    has_plan: bool
    dealt: tuple[Dealt, ...] = ()


def plan_content(analysis: Analysis) -> ContentPlan:
    """Gather and pair; nothing is worded here."""
    promises = _promises(analysis)
    used: set[int] = set()
    answers = _answers(analysis, promises, used)
    has_plan = bool(promises) or bool(analysis.measures)
    return ContentPlan(answers, _strands(analysis, promises, used), has_plan, read_dealt(analysis))


def shortfall_answers(analysis: Analysis) -> tuple[Answer, ...]:
    """The problems with the promises of the plan that bear on them, and no more of the content plan."""
    return _answers(analysis, _promises(analysis), set()) if analysis.problems else ()


def _promises(analysis: Analysis) -> list[Promise]:
    """The deeds of the plan's measures and headings, in reading order, none told twice."""
    measures = _evenly(analysis.measures, _MOST_MEASURES)
    spans: list[tuple[int, int, str | None]] = [(m.start, m.end, m.id) for m in measures]
    taken = [(m.start, m.end) for m in measures]
    for s in analysis.sections:
        if s.role == "plan" and s.heading_start is not None and s.heading_end is not None:
            at = bisect_right(taken, (s.heading_start, 1 << 60)) - 1
            if at < 0 or taken[at][1] <= s.heading_start:
                spans.append((s.heading_start, s.heading_end, None))
    found, told = [], set()
    for start, end, measure in sorted(spans, key=lambda one: one[:2]):
        for deed in read_deeds(analysis.body, start, min(end, start + _LOOK)):
            if deed.object not in told:
                told.add(deed.object)
                found.append(Promise(deed, measure, analysis.section_at(deed.start)))
    return found


def _answers(analysis: Analysis, promises: Sequence[Promise], used: set[int]) -> tuple[Answer, ...]:
    index = PairIndex([p.deed.object for p in promises] if analysis.problems else [])
    answers = []
    for problem in analysis.problems[:_MOST_PROBLEMS]:
        shortfalls = read_shortfalls(analysis.body, problem.start, problem.end)
        queries = [s.subject for s in shortfalls[:3] if s.subject]
        queries = queries or [analysis.body[problem.start : problem.end][:40]]
        paired: list[int] = []
        for query in queries:
            for at in index.nearest(query):
                if at not in used and len(paired) < 2 and related(query, promises[at].deed.object):
                    paired.append(at)
                    used.add(at)
                    break
        chosen = tuple(promises[i] for i in paired)
        answers.append(Answer(problem, shortfalls, chosen, _theme_of(analysis, problem, chosen)))
    return tuple(answers)


def related(query: str, told: str) -> bool:
    """Whether two texts speak of one matter: a word of their own in common, and alike on the whole."""
    own = any(word not in COMMON for word in shared_words(query, told))
    return own and similarity(query, told) >= _RELATED


def share_a_thing(one: str, other: str) -> bool:
    """Whether both name one thing: a noun that is no word of every matter."""
    things = {word for word, flag in tagged(one) if flag[:1] in "nj" or flag == "vn"}
    return any(word in things and word not in COMMON for word in shared_words(one, other))


def _theme_of(analysis: Analysis, problem: Problem, promises: Sequence[Promise]) -> Theme | None:
    for promise in promises:
        if promise.section is not None and promise.section.theme is not None:
            return promise.section.theme
    section = analysis.section_at(problem.start)
    return section.theme if section else None


def _strands(analysis: Analysis, promises: Sequence[Promise], used: set[int]) -> tuple[Strand, ...]:
    """One strand for each theme that the report's work or plan speaks of, heaviest first."""
    parents = {s.parent for s in analysis.sections}
    themes: dict[str, list[Section]] = {}
    for s in analysis.sections:
        if s.id not in parents and s.theme is not None and s.role in ("achievement", "plan"):
            themes.setdefault(s.theme.label, []).append(s)
    own: dict[str, list[Promise]] = {}
    for at, promise in enumerate(promises):
        if at not in used:
            own.setdefault(_label(promise.deed.object, promise.section), []).append(promise)
    leaves = [s for s in analysis.sections if s.id not in parents]
    past = _continued(analysis, [s for s in leaves if s.theme is None or s.theme.label not in own])
    figures = _figures(analysis)
    strands = []
    for label in dict.fromkeys((*themes, *own, *past)):
        sections = themes.get(label, [])
        carried = own.get(label) or past.get(label, [])
        if not label or (not sections and len(carried) < _LEAST_DEEDS):
            continue
        weight = sum(s.end - s.start for s in sections) or _DEED_WEIGHT * len(carried)
        own_themes = [s.theme for s in sections if s.theme is not None]
        theme = max(own_themes, key=lambda t: t.probability) if own_themes else theme_of(label)
        strands.append(
            Strand(theme.group, theme, tuple(carried), tuple(figures.get(label, ())), tuple(sections), weight)
        )
    told = {s.group for s in strands if s.promises}
    for group, (theme, span) in mentioned(analysis, told).items():
        known = tuple(b for s in strands if s.group == group for b in s.baselines)
        strands = [s for s in strands if s.group != group]
        strands.append(Strand(group, theme, (), known, (), _DEED_WEIGHT, span))
    return tuple(sorted(strands, key=lambda s: (-s.weight, s.theme.label)))


def _label(words: str, section: Section | None) -> str:
    """The theme that the words themselves speak of, else that of their section; "" where there is none."""
    theme = section.theme if section is not None else None
    leaf = leaf_of(words)
    if leaf is None or (theme is not None and leaf[1] == theme.group):
        return theme.label if theme is not None else ""
    return leaf[0]


def _continued(analysis: Analysis, sections: Sequence[Section]) -> dict[str, list[Promise]]:
    """Deeds of the past period that can go on, by theme: of headings and clauses, none that is finished."""
    found: dict[str, list[Promise]] = {}
    told: set[str] = set()
    worked = [s for s in sections if s.role == "achievement"]
    share = max(_LOOK, _PAST // max(1, len(worked)))
    for section in worked:
        for deed in read_deeds(analysis.body, section.start, min(section.end, section.start + share)):
            if not _FINISHED.match(deed.verb) and deed.object not in told and "了" not in deed.object:
                told.add(deed.object)
                found.setdefault(_label(deed.object, section), []).append(Promise(deed, None, section))
    return found


def _figures(analysis: Analysis) -> dict[str, list[Baseline]]:
    found: dict[str, list[Baseline]] = {}
    debating = analysis.profile.kind in DEBATING
    for q in _evenly(analysis.achievements, _MOST_FIGURES):
        section = analysis.section_at(q.start)
        if section is None or section.theme is None or section.role in ("problem", "plan"):
            continue
        baseline = read_baseline(q, analysis)
        if baseline is not None and (not debating or _own_deed(baseline)):
            told = replace(baseline, where=section.heading or "")
            found.setdefault(_label(baseline.name, section), []).append(told)
    return found


def _own_deed(b: Baseline) -> bool:
    """Whether a body that deliberates did it itself: others close wells and build roads."""
    if b.quantity.action in _DEBATED or b.quantity.action is None:
        return True
    return any(word in b.name for word in ("委员", "代表", "工作室", "联系点", "平台", "阵地"))


def _evenly(things: Sequence[T], limit: int) -> Sequence[T]:
    if len(things) <= limit:
        return things
    return [things[i * len(things) // limit] for i in range(limit)]
