"""Turns the content plan into items: answers to problems, then the themes that go on."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from zongjie.document import Theme
from zongjie.drafters.baselines import Baseline
from zongjie.drafters.building import Draft, DraftItem
from zongjie.drafters.content import Answer, ContentPlan, Promise, Strand
from zongjie.drafters.phrases import sound, tagged
from zongjie.drafters.shortfalls import Shortfall
from zongjie.drafters.wording import Voice
from zongjie.lexicons.measures import Part, measure_words
from zongjie.lexicons.themes import taxonomy

_HEADING = 16
_NO_TOPIC = re.compile(r"回顾|总结|工作$|有|打算|安排|目标|计划|问题|年|成效|成绩|不断|着力|新")
_MOST_THEMES = 12
_ITEMS_IN_ALL = 10  # few themes get several items each
_MOST_ITEMS = 12  # items that answer problems; where there are more problems, one item answers several
_SHORT_OBJECT = 12
_UNREAD = "这项短板"


def answer_items(content: ContentPlan, voice: Voice) -> list[DraftItem]:
    """Items under 补短板: one a problem, or one for two or more where they are many."""
    answers = list(content.answers)
    if not answers:
        return []
    size = -(-len(answers) // _MOST_ITEMS)
    return [_answered(answers[i : i + size], voice) for i in range(0, len(answers), size)]


def _answered(answers: Sequence[Answer], voice: Voice) -> DraftItem:
    first = answers[0]
    shortfalls = [s for a in answers for s in a.shortfalls[: 3 if len(answers) == 1 else 1]]
    promises = [p for a in answers for p in a.promises][:2]
    main = next((s for s in shortfalls if s.remedy and len(s.remedy) <= _HEADING), None)
    spans = [(a.problem.start, a.problem.end) for a in answers]
    heading = main.remedy if main else _topic_heading(shortfalls, promises, first)
    item = DraftItem(
        3, heading, answers=tuple(a.problem.id for a in answers), theme=first.theme,
        carries=tuple(dict.fromkeys(p.measure for p in promises if p.measure)),
    )  # fmt: skip
    subject = _subject(main, shortfalls)
    deed, wrapped = _deed(first, subject, main or (shortfalls[0] if shortfalls else None), voice)
    rests = {s.rest for s in shortfalls}
    told = [p.deed.told(voice.turn) for p in promises if p.deed.object not in rests]
    others = [s.remedy for s in shortfalls if s.remedy and s is not main and len(s.remedy) <= 18]
    others = [words for words in dict.fromkeys(others) if words not in told and words != heading]
    voice.told.update(p.deed.object for p in promises)
    voice.told.update(s.rest for s in shortfalls if s.remedy)
    spans_p = [(p.deed.start, p.deed.end) for p in promises]
    if told:
        words = f"{'，'.join(told)}，{deed}。"
        item.sentences.append(Draft(voice.count(words), "measure", (*spans, *spans_p), f"{wrapped}。"))
        if others:
            words = f"{'，'.join(others[:2])}，{voice.tail()}。"
            item.sentences.append(Draft(voice.count(words), "measure", tuple(spans)))
    elif others:
        item.sentences.append(
            Draft(
                voice.count(f"{wrapped}；{'，'.join(others[:2])}，{voice.tail()}。"), "measure", tuple(spans)
            )
        )
    else:
        item.sentences.append(Draft(voice.count(f"{wrapped}，{voice.tail()}。"), "measure", tuple(spans)))
    return item


_AROUND = ("围绕{s}，{d}", "针对{s}，{d}", "在{s}上，{d}", "就{s}，{d}")


def _deed(answer: Answer, subject: str, shortfall: Shortfall | None, voice: Voice) -> tuple[str, str]:
    """A deed for the matter (or for the kind of shortfall), bare and with the matter named before it."""
    words = measure_words()
    cued = words.deeds_for(subject) if subject != _UNREAD else ()
    fresh = [d for d in cued if d not in voice.told]
    if fresh:
        deed = fresh[voice.turn % len(fresh)]
        voice.told.add(deed)
        bare = voice.fill(deed)
        return bare, voice.pick("around", _AROUND).format(s=subject, d=bare)
    family = words.family_of(shortfall.how if shortfall else "")
    bare = voice.fill(voice.pick(family.name, family.deeds), s=subject)
    return bare, bare


def _subject(main: Shortfall | None, shortfalls: Sequence[Shortfall]) -> str:
    for one in ([main] if main else []) + list(shortfalls):
        if one.subject and len(one.subject) <= _SHORT_OBJECT + 4:
            return one.subject
    return _UNREAD


def _topic_heading(shortfalls: Sequence[Shortfall], promises: Sequence[Promise], answer: Answer) -> str:
    topic = next((s.subject for s in shortfalls if s.subject and len(s.subject) <= _HEADING - 2), "")
    if topic:
        return f"解决{topic}" if "“" in topic else f"回应{topic}"
    if promises and len(promises[0].deed.object) <= _HEADING - 2:
        return f"落细{promises[0].deed.object}"
    return f"补齐{_named(answer.theme)}短板"


def strand_items(
    content: ContentPlan, voice: Voice, last: str
) -> tuple[list[tuple[Part, list[DraftItem]]], list[Strand]]:
    """The themes that go on, under the parts of the plan they belong to; and those left over.

    Every theme group gets an item before any gets a second; heavy themes come first.
    """
    chosen = _chosen(content.strands)
    room = max(1, min(4, _ITEMS_IN_ALL // max(1, len(chosen))))
    drafted: dict[int, list[DraftItem]] = {
        i: list(_strand(content.strands[i], voice, last, room)) for i in sorted(chosen)
    }
    left = [s for i, s in enumerate(content.strands) if not drafted.get(i)]
    parts = []
    for part in measure_words().parts:
        items = [
            one for i in sorted(drafted) if content.strands[i].group in part.groups for one in drafted[i]
        ]
        if items:
            parts.append((part, items))
    return parts, left


def _chosen(strands: Sequence[Strand]) -> set[int]:
    first: dict[str, int] = {}
    for i, strand in enumerate(strands):
        if (strand.promises or strand.baselines) and strand.group not in first:
            first[strand.group] = i
    chosen = set(first.values())
    for i, strand in enumerate(strands):
        if len(chosen) >= _MOST_THEMES:
            break
        if strand.promises or strand.baselines:
            chosen.add(i)
    return chosen


def _strand(strand: Strand, voice: Voice, last: str, room: int) -> Iterable[DraftItem]:
    """Up to ``room`` items of a theme, each with promises of its own and a baseline where slots allow."""
    promises = _weightiest(strand.promises, 3 * room)
    baselines = sorted(
        strand.baselines,
        key=lambda b: (len(b.name) >= 4, b.quantity.action is not None, -b.quantity.start),
        reverse=True,
    )
    for at in range(room):
        mine, baseline = promises[3 * at : 3 * at + 3], baselines[at] if at < len(baselines) else None
        item = _themed(strand, mine, baseline, voice, last)
        if item is not None:
            yield item


def _themed(
    strand: Strand, promises: Sequence[Promise], baseline: Baseline | None, voice: Voice, last: str
) -> DraftItem | None:
    told = [(p, p.deed.told(voice.turn)) for p in promises if not voice.heard(p.deed.object)]
    voice.told.update(p.deed.object for p, _ in told)
    heads = [one for one in told if len(one[1]) <= _HEADING]
    head = min(heads, key=lambda one: (len(one[1]) > 12, one[0].deed.start), default=None)
    topic = _own_heading(strand) or _named(strand.theme)
    item = DraftItem(3, head[1] if head else f"接续抓好{topic}", theme=strand.theme)
    item.carries = tuple(dict.fromkeys(p.measure for p, _ in told if p.measure))
    spans = [(head[0].deed.start, head[0].deed.end)] if head else []
    rest = [one for one in told if one is not head][:2]
    if rest:
        words = "，".join(words for _, words in rest)
        rested = [(p.deed.start, p.deed.end) for p, _ in rest]
        item.sentences.append(Draft(voice.count(f"{words}，{voice.tail()}。"), "measure", (*spans, *rested)))
    elif head is not None:
        words = voice.fill(voice.pick("alone", _ALONE), s=head[0].deed.object)
        item.sentences.append(Draft(voice.count(f"{words}，{voice.tail()}。"), "measure", tuple(spans)))
    if baseline is not None and voice.may_slot() and baseline.name not in voice.told:
        voice.told.add(baseline.name)
        q = baseline.quantity
        words = voice.baseline(baseline.name, baseline.slot(last), metric=baseline.what in ("增幅", "目标值"))
        sources = (q.clause or (q.start, q.end), (q.start, q.end))
        item.sentences.append(Draft(voice.count(f"{words}。"), "target", sources))
    return item if item.sentences else None


_ALONE = (
    "围绕{s}列出任务清单，逐项明确承办人", "把{s}分解到{unit}，明确先后次序", "就{s}先拿方案、再分步推开",
    "为{s}排出时间表，提前协调难点",
)  # fmt: skip


def _own_heading(strand: Strand) -> str:
    """A short heading of the theme's sections that is a noun, or ""."""
    for section in strand.sections:
        words = (section.heading or "").removesuffix("情况")
        if _NO_TOPIC.search(words) or not sound(words, 10, 4) or "、" in words:
            continue
        tags = tagged(words)
        if tags[-1][1].startswith(("n", "vn")) and not tags[0][1].startswith("v"):
            return words
    return ""


def _named(theme: Theme | None) -> str:
    """The theme by name (农业农村), as the taxonomy calls it."""
    known = theme is not None and theme.label in _leaves()
    return taxonomy().leaf(theme.label).zh if known and theme is not None else "工作"


@cache
def _leaves() -> frozenset[str]:
    return frozenset(leaf.key for leaf in taxonomy().leaves)


def _weightiest(promises: Sequence[Promise], limit: int) -> list[Promise]:
    """Promises that name something of their own (quotes, Latin letters, long objects) first."""
    rated = sorted(promises, key=lambda p: -_specific(p))
    return sorted(rated[:limit], key=lambda p: p.deed.start)


def _specific(promise: Promise) -> float:
    thing = promise.deed.object
    own = sum(mark in thing for mark in "“《「") + any(c.isascii() and c.isalpha() for c in thing)
    return own + min(len(thing), 12) / 12
