"""Writes the brief: who, period, figures, achievements by theme, awards, problems, plan, checks."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice
from operator import attrgetter
from typing import TypeVar

from zongjie.document import Analysis, Quantity, Section, Summary
from zongjie.summarizers.figures import key_figures, spans_of, weight
from zongjie.summarizers.lines import Lines
from zongjie.summarizers.telling import tell

T = TypeVar("T")
_start = attrgetter("start")
_GROUPS = {
    "party": "党的建设", "economy": "经济运行", "industry": "产业发展", "innovation": "科技创新",
    "reform": "改革开放", "rural": "三农工作", "region": "城乡建设", "environment": "生态环境",
    "welfare": "民生事业", "culture": "文化旅游", "safety": "安全治理", "governance": "自身建设",
    "consultation": "履职工作", "operations": "业务工作",
}  # fmt: skip
_THEMES, _PROBLEMS, _PLANS, _AWARDS = 6, 5, 5, 4
_FIGURES, _ENOUGH, _HEADINGS = 8, 2, 1  # figures of a theme; so many need no heading; else so many headings
_LONGEST = 30  # characters of one point
_EMPTY_HEADING = re.compile(r"回顾|总结|主要工作|基本情况|开展情况|完成情况|工作情况$|主要成[效绩]")
_DEBATING = ("consultative", "congress")
_NO_AWARD = re.compile(r"均居|首位|^奖|名单$|百强$")
_GENERAL = re.compile(r"困难问题和风险挑战|老问题、新挑战|这些都是|问题尚未根本解决$|不少困难，我们在工作中")
_NO_DEED = re.compile(r"^(?:关于|下一?步|下月|下期|下半年|今年|明年|主要|工作|总体|指导|基本|目标)")
_DEED = re.compile(
    r"^(?:要|必须|将|继续|进一步|坚持|着力|大力|全面|深入|加快|加强|推进|推动|深化|强化|完善|健全|优化|提升|提高|抓好|抓实|做好|办好|落实"
    r"|开展|实施|建设|建成|打造|培育|支持|扩大|增强|改善|巩固|发展|促进|组织|聚焦|围绕|筑牢|夯实|严格|保障|解决|改革|制定|建立|新建|争取|引进)"
)
_LEAD = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十][,，、]|[(（][一二三四五六七八九十\d]{1,2}[)）]"
    r"|[一二三四五六七八九十\d]{1,2}[、.．]|首先[,，]?|其次[,，]?|最后[,，]?|同时[,，]|此外[,，]|[-*#>·•]{1,6})\s{0,4}"
)


def summarize(analysis: Analysis) -> Summary:
    """The brief of a report: short lines, each resting on spans of the report.

    Parts that the report lacks are named in a last line, which rests on the whole text.
    """
    lines = Lines()
    _head(analysis, lines)
    missing = [
        name
        for name, told in (
            ("可核的数字成绩", _figures(analysis, lines)),
            ("分主题的工作", _themes(analysis, lines)),
            ("", _awards(analysis, lines)),
            ("存在的问题", _problems(analysis, lines)),
            ("下一步计划", _plans(analysis, lines)),
        )
        if not told and name
    ]
    _checks(analysis, lines)
    if missing:
        lines.add(f"未见：{'、'.join(missing)}。", [_whole(analysis)], "missing")
    return lines.summary()


def _whole(analysis: Analysis) -> tuple[int, int]:
    body = analysis.body
    return len(body) - len(body.lstrip()), len(body.rstrip())


def _head(analysis: Analysis, lines: Lines) -> None:
    profile, title = analysis.profile, analysis.outline.title
    evidence = [(e.start, e.end) for e in profile.evidence if e.field in ("organisation", "title")]
    where = [title] if title else evidence[:1] or [_whole(analysis)]
    name = profile.title or (analysis.body[title[0] : title[1]].strip() if title else "")
    who = profile.organisation or ""
    told = f"《{name}》" if name else "没有题目的报告"
    lines.add(f"报告：{told}，{who}。" if who and who not in name else f"报告：{told}。", where, "who")
    if profile.period is not None:
        period = profile.period
        spans = [(e.start, e.end) for e in profile.evidence if e.field == "period"][:2] or where
        days = f"{period.start:%Y-%m-%d}至{period.end:%Y-%m-%d}"
        lines.add(f"期间：{period.label}（{days}）。", spans, "period")


def _figures(analysis: Analysis, lines: Lines) -> bool:
    figures = key_figures(analysis)
    if figures:
        lines.add(f"数字：{'；'.join(tell(q, analysis) for q in figures)}。", spans_of(figures), "figures")
    return bool(figures)


def _themes(analysis: Analysis, lines: Lines) -> bool:
    """One line for each of the weightiest themes: two headings of it and a figure not yet told."""
    already = {q.id for q in key_figures(analysis)}
    achievements = analysis.achievements
    groups: dict[str, list[Section]] = {}
    parents = {s.parent for s in analysis.sections}
    for section in analysis.sections:
        if section.role == "achievement" and section.theme and section.id not in parents:
            groups.setdefault(section.theme.group, []).append(section)
    size = {g: sum(s.end - s.start for s in members) for g, members in groups.items()}
    top = sorted(groups, key=lambda g: -size[g])[:_THEMES]
    for group in sorted(top, key=lambda g: groups[g][0].start):
        points, spans = _points(analysis, achievements, groups[group], already)
        if points:
            name = _GROUPS.get(group, group)
            if group == "consultation" and analysis.profile.kind not in _DEBATING:
                name = "其他工作"
            lines.add(f"{name}：{'；'.join(points)}。", spans, "achievements")
    return bool(top)


def _points(
    analysis: Analysis, achievements: Sequence[Quantity], sections: Sequence[Section], already: set[str]
) -> tuple[list[str], list[tuple[int, int]]]:
    """The heaviest figures in ``sections`` (leaves of the outline), with a heading where they are few."""
    points, spans = [], []
    heaviest = _figures_in(analysis, achievements, sections, already)
    room = _HEADINGS if len(heaviest) < _ENOUGH else 0
    for section in sorted(sections, key=lambda s: s.start - s.end)[:room]:
        plain = section.heading and not _EMPTY_HEADING.search(section.heading)
        if (
            plain
            and section.heading
            and section.heading_start is not None
            and section.heading_end is not None
        ):
            points.append(_short(section.heading))
            spans.append((section.heading_start, section.heading_end))
    for words, q in heaviest:
        points.append(words)
        spans.append((q.start, q.end))
    return list(dict.fromkeys(points)), spans


def _figures_in(
    analysis: Analysis, achievements: Sequence[Quantity], sections: Sequence[Section], already: set[str]
) -> list[tuple[str, Quantity]]:
    """Words and figure of the heaviest that can be told in ``sections``."""
    inside = [
        q
        for s in sections
        for q in achievements[
            bisect_left(achievements, s.start, key=_start) : bisect_left(achievements, s.end, key=_start)
        ]
        if q.id not in already
    ]
    heaviest = sorted(inside[:60], key=lambda q: -weight(q, analysis))
    told = ((words, q) for q in heaviest if (words := tell(q, analysis)))
    return list(islice(told, _FIGURES))


def _awards(analysis: Analysis, lines: Lines) -> bool:
    real = [a for a in analysis.awards if not _NO_AWARD.search(a.title)]
    awards = real[:_AWARDS]
    if awards:
        told = dict.fromkeys(_title(a.title) for a in awards)
        more = "等" if len(real) > _AWARDS else ""
        lines.add(f"荣誉：{'、'.join(told)}{more}。", [(a.start, a.end) for a in awards], "awards")
    return bool(awards)


def _title(words: str) -> str:
    """An honour's name without half a pair of quotation marks and without 称号."""
    words = _short(words.removesuffix("称号"))
    if words.count("“") != words.count("”"):
        words = words.replace("“", "").replace("”", "")
    return words


def _problems(analysis: Analysis, lines: Lines) -> bool:
    told = [p for p in analysis.problems if not _GENERAL.search(analysis.body, p.start, p.end)]
    return _listed(analysis, lines, told or analysis.problems, "问题", "problems", _PROBLEMS)


def _plans(analysis: Analysis, lines: Lines) -> bool:
    """The headings of the plan sections, or the first measures where there are none."""
    headings = [
        (s.heading_start, s.heading_end) for s in analysis.sections
        if s.role == "plan" and s.level > 1 and s.heading_start is not None and s.heading_end is not None
        and not _NO_DEED.match(s.heading or "")
    ]  # fmt: skip
    top = _evenly(headings, _PLANS)
    spans = [(s, e) for s, e in top if s is not None and e is not None]
    if spans:
        return _told(analysis, lines, spans, "计划", "plan", len(headings))
    deeds = [
        m for m in analysis.measures if _DEED.match(_LEAD.sub("", analysis.body[m.start : m.end].strip()))
    ]
    measures = _evenly(deeds or analysis.measures, _PLANS)
    return _listed(analysis, lines, measures, "计划", "plan", _PLANS, len(analysis.measures))


def _listed(
    analysis: Analysis,
    lines: Lines,
    things: Sequence[object],
    name: str,
    part: str,
    limit: int,
    total: int = 0,
) -> bool:
    spans = [(t.start, t.end) for t in things[:limit]]  # type: ignore[attr-defined]
    return bool(spans) and _told(analysis, lines, spans, name, part, total or len(things))


def _told(
    analysis: Analysis, lines: Lines, spans: Sequence[tuple[int, int]], name: str, part: str, total: int
) -> bool:
    kept = [(words, span) for span in spans if (words := _short(analysis.body[span[0] : span[1]]))]
    if not kept:
        return False
    more = f"（另有{total - len(kept)}项）" if total > len(kept) else ""
    told = "；".join(dict.fromkeys(words for words, _ in kept))
    lines.add(f"{name}：{told}{more}。", [span for _, span in kept], part)
    return True


def _checks(analysis: Analysis, lines: Lines) -> None:
    shown = [
        f for f in analysis.findings
        if not f.preview and not f.suppressed and f.severity != "note"
        and not any(f.start < r.end and r.start < f.end for r in analysis.removed)
    ]  # fmt: skip
    if not shown:
        return
    errors = sum(f.severity == "error" for f in shown)
    told = f"错误{errors}处、提醒{len(shown) - errors}处"
    first = _short(min(shown, key=lambda f: (f.severity != "error", f.code.startswith("PU"))).message)
    spans: Iterable[tuple[int, int]] = ((f.start, f.end) for f in shown[:8])
    lines.add(f"核查：{told}，如：{first}。", spans, "checks")


def _short(words: str) -> str:
    """A point without its list mark and end stop, cut at a clause where it is too long."""
    words = _LEAD.sub("", " ".join(words.split())).strip(" 。;；,，、:：")
    if len(words) <= _LONGEST:
        return words
    cut = max(words.rfind(mark, 8, _LONGEST) for mark in ",，;；。、")
    return words[:cut] if cut > 0 else words[: _LONGEST - 1] + "…"


def _evenly(things: Sequence[T], limit: int) -> list[T]:
    if len(things) <= limit:
        return list(things)
    return [things[i * len(things) // limit] for i in range(limit)]
