"""Items of the themes that go on: a promise as heading, how it is done, what belongs to it, a count."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zongjie.comparing.similarity import similarity
from zongjie.document import Analysis, Theme
from zongjie.drafters.answers import counted
from zongjie.drafters.baselines import Baseline
from zongjie.drafters.building import Draft, DraftItem
from zongjie.drafters.content import ContentPlan, Promise, Strand
from zongjie.drafters.last_plan import place_of
from zongjie.drafters.own_words import own_words
from zongjie.drafters.styles import DEBATING
from zongjie.drafters.themes import leaf_of
from zongjie.drafters.usual import UsualRubrics
from zongjie.drafters.wording import Voice
from zongjie.lexicons.measures import Part, measure_words

_HEADING = 16
_MOST_THEMES = 16
_MANY, _MOST_UNASKED = 10, 4  # so many themed items are wanted: so many usual rubrics join them
_UNSURE = 0.5  # the probability of a theme that a few words alone speak for
_SAME = 0.6  # similarity from which two promises are one told twice
_NEAR = 300  # characters within which a promise belongs to the one that heads an item
_COUNTS = {
    "growth": "盯紧主要指标", "land": "守住建设和生态指标", "people": "兑现民生指标", 
    "duty": "让履职成果可数可查", "work": "盯紧业务指标", "self": "落实队伍建设指标",
}  # fmt: skip
_NAMED = {
    "party": "抓实党的建设", "economy": "稳住经济运行", "industry": "壮大特色产业",
    "innovation": "推进科技创新", "reform": "深化改革开放", "rural": "抓好三农工作",
    "region": "统筹城乡建设", "environment": "守护生态环境", "welfare": "改善民生保障",
    "culture": "繁荣文化旅游", "safety": "守牢安全生产", "governance": "加强自身建设",
    "consultation": "做实履职工作", "operations": "做好主要业务",
}  # fmt: skip
_MOST_COUNTS = 2  # counts in the item that gathers those which no other item could take

Parted = list[tuple[Part, list[DraftItem]]]


def strand_items(
    analysis: Analysis,
    content: ContentPlan,
    voice: Voice,
    last: str,
    usual: UsualRubrics,
    most: int = 10,
) -> tuple[Parted, list[Strand]]:
    """The themes that go on, under the parts of the plan they belong to; and those left over.

    Every theme group gets an item before any gets a second; heavy themes come first. An item stands
    under a rubric that such plans usually have where one fits, else under its own first deed.
    """
    chosen = _chosen(content.strands, most)
    room = max(1, min(4, most // max(1, len(chosen))))
    drafted: dict[int, list[DraftItem]] = {}
    spare: dict[int, list[Baseline]] = {}
    for i in sorted(chosen):
        spare[i] = sorted(content.strands[i].baselines, key=_weight)
        drafted[i] = list(_strand(content.strands[i], spare[i], voice, last, usual, room))
        if not drafted[i] and content.strands[i].evidence is not None:
            drafted[i] = _mentioned(content.strands[i], spare[i], voice, last, usual)
    extra = _unasked(usual, analysis, voice) if most >= _MANY else {}
    parts: Parted = []
    for part in measure_words().parts:
        inside = [i for i in sorted(drafted) if content.strands[i].group in part.groups]
        items = [one for i in inside for one in drafted[i]]
        left = [b for i in inside for b in spare[i]]
        items += [one for group in part.groups for one in extra.get(group, ())]
        items += _gathered(left, part, content.strands[inside[0]].theme, voice, last) if inside else []
        if part.name == "duty" and voice.style.kind not in DEBATING:
            part = replace(part, name="rest", headings=_rest().headings)
        if items:
            parts.append((part, items))
    return parts, [s for i, s in enumerate(content.strands) if not drafted.get(i)]


def _unasked(usual: UsualRubrics, analysis: Analysis, voice: Voice) -> dict[str, list[DraftItem]]:
    """Usual rubrics that no strand took, by group: each with a deed and its place in the report."""
    found: dict[str, list[DraftItem]] = {}
    for heading, rubric in usual.others():
        place = place_of(own_words(rubric.thing), analysis)
        how = voice.deed(heading) if place else ""
        if place and how:
            theme = Theme((leaf_of(rubric.thing) or (rubric.group,))[0], rubric.group, _UNSURE)
            told = Draft(voice.count(f"{how}。"), "measure", (place,))
            item = DraftItem(3, heading, [told], theme=theme)
            found.setdefault(rubric.group, []).append(item)
        if sum(map(len, found.values())) == _MOST_UNASKED:
            break
    return found


def _rest() -> Part:
    return next(part for part in measure_words().parts if part.name == "rest")


def _weight(b: Baseline) -> tuple[bool, bool, int]:
    return len(b.name) < 4, b.quantity.action is None, b.quantity.start


def _chosen(strands: Sequence[Strand], most: int) -> set[int]:
    first: dict[str, int] = {}
    for i, strand in enumerate(strands):
        if (strand.promises or strand.baselines or strand.evidence) and strand.group not in first:
            first[strand.group] = i
    chosen = set(first.values())
    for i, strand in enumerate(strands):
        if len(chosen) >= min(most, _MOST_THEMES):
            break
        if strand.promises or strand.baselines:
            chosen.add(i)
    return chosen


def _strand(
    strand: Strand, baselines: list[Baseline], voice: Voice, last: str, usual: UsualRubrics, room: int
) -> Iterator[DraftItem]:
    """Up to ``room`` items of a theme; a baseline is taken from the list by the item it belongs to."""
    free = list(strand.promises)
    for _ in range(room):
        free = [p for p in free if not voice.heard(p.deed.object)]
        heads = [p for p in free if len(p.deed.told(voice.turn)) <= _HEADING]
        if not heads:
            return
        head = max(heads, key=lambda p: (_specific(p), -p.deed.start))
        voice.told.add(head.deed.object)
        near = [
            p for p in free
            if p is not head and p.section is head.section and abs(p.deed.start - head.deed.start) <= _NEAR
            and not voice.heard(p.deed.object)
        ]  # fmt: skip
        near = sorted(near, key=lambda p: (not _akin(p, head), abs(p.deed.start - head.deed.start)))[:2]
        near = [
            p for p in near
            if (p.deed.verb != head.deed.verb or _akin(p, head))
            and similarity(p.deed.object, head.deed.object) < _SAME
        ][:2]  # fmt: skip
        rubric = usual.take(strand.group, strand.theme.label)
        yield _themed(strand, head, sorted(near, key=lambda p: p.deed.start), baselines, voice, last, rubric)


def _mentioned(
    strand: Strand, baselines: list[Baseline], voice: Voice, last: str, usual: UsualRubrics
) -> list[DraftItem]:
    """An item of a theme that the report speaks of without a promise or a deed to carry on."""
    heading = usual.take(strand.group, strand.theme.label) or _NAMED[strand.group]
    item = DraftItem(3, heading, theme=strand.theme)
    how = voice.deed(heading[2:])
    if not how:
        return []
    span = strand.evidence or (0, 0)
    item.sentences.append(Draft(voice.count(f"{how}。"), "measure", (span,)))
    if baselines and voice.may_slot():
        item.sentences.append(counted(baselines.pop(0), voice, last))
    return [item]


def _themed(
    strand: Strand,
    head: Promise,
    near: Sequence[Promise],
    baselines: list[Baseline],
    voice: Voice,
    last: str,
    rubric: str,
) -> DraftItem:
    voice.told.update(p.deed.object for p in near)
    if rubric:
        near = [p for p in near if not own_words(p.deed.object) <= own_words(rubric)]
    item = DraftItem(3, rubric or head.deed.told(voice.turn), theme=strand.theme)
    item.carries = tuple(dict.fromkeys(p.measure for p in (head, *near) if p.measure))
    how = voice.deed(head.deed.object) or voice.way(head.deed.verb)
    span = (head.deed.start, head.deed.end)
    said = not rubric or own_words(head.deed.object) <= own_words(rubric)
    words = f"{how}。" if said else f"{head.deed.told(voice.turn)}，{how}。"
    item.sentences.append(Draft(voice.count(words), "measure", (span,)))
    if near:
        words = "，".join(p.deed.told(voice.turn + 1) for p in near)
        way = voice.way(near[-1].deed.verb)
        spans = tuple((p.deed.start, p.deed.end) for p in near)
        item.sentences.append(Draft(voice.count(f"{words}，{way}。"), "measure", spans))
    if voice.may_slot():
        matter = {w for p in (head, *near) for w in own_words(p.deed.object)}
        fit = next((b for b in baselines if voice.may_count(b.name) and _fits(b, matter, head)), None)
        if fit is not None:
            baselines.remove(fit)
            item.sentences.append(counted(fit, voice, last))
    return item


def _fits(b: Baseline, matter: set[str], head: Promise) -> bool:
    """Whether a count belongs to an item: a word in common, or told in the very section."""
    own = head.section is not None and head.section.start <= b.quantity.start < head.section.end
    return own or any(word in b.name for word in matter)


def _gathered(left: Sequence[Baseline], part: Part, theme: Theme, voice: Voice, last: str) -> list[DraftItem]:
    """One item for counts that no other item could take."""
    item = DraftItem(3, _COUNTS.get(part.name, "延续已有成效"), theme=theme)
    for b in sorted(left, key=_weight):
        if len(item.sentences) < _MOST_COUNTS and voice.may_count(b.name) and voice.may_slot():
            item.sentences.append(counted(b, voice, last))
    return [item] if item.sentences else []


def _akin(one: Promise, other: Promise) -> bool:
    return any(word in other.deed.object for word in own_words(one.deed.object))


def _specific(promise: Promise) -> float:
    """How much a promise names something of its own: quotes, Latin letters, a long object."""
    thing = promise.deed.object
    own = sum(mark in thing for mark in "“《「") + any(c.isascii() and c.isalpha() for c in thing)
    return min(own, 1) * 0.4 + min(len(thing), 12) / 12 + 0.3 * (promise.measure is None)
