"""Items that answer the problems: each with its own deed, the report's own promises, a baseline.

The heading names the matter (提升委员履职能力), the first sentence says who does what and how it is
checked, the next take up what else the problem tells, the last counts what was done so far.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.comparing.similarity import content_words, similarity
from zongjie.document import Theme
from zongjie.drafters.baselines import Baseline
from zongjie.drafters.building import Draft, DraftItem
from zongjie.drafters.content import Answer, ContentPlan
from zongjie.drafters.own_words import COMMON, own_words
from zongjie.drafters.shortfalls import Shortfall
from zongjie.drafters.styles import DEBATING
from zongjie.drafters.themes import leaf_of, theme_of
from zongjie.drafters.wording import Voice
from zongjie.lexicons.measures import measure_words

_HEADING = 20
_MOST_ITEMS = 10  # where there are more problems, one item answers several
_SPREAD = {1: 4, 2: 3, 3: 2}  # few problems: so many of the shortfalls of each get an item of their own
_LONGEST_REMEDY = 20
_REPEATED = 0.75  # similarity from which a promise only says the problem again
_SERVED = ("解决", "办理", "接待", "走访", "帮扶", "慰问")
_EVERYWHERE = ("协商", "议政", "建言", "履职", "委员", "代表")  # in every heading of such a body
_LIKE = 2  # characters of a shared word from which a count belongs to a matter
_FOLLOWED = (
    "{t}等已有安排的事项先回访，落实的销号、没落实的再交办", "把{t}的办理结果再核对，有反复的重新列入安排",
    "{t}接着往下抓，上次说过的话逐条对账", "对{t}回头看，成效和遗留问题由{lead}写进台账",
)  # fmt: skip
_REST_HEAD, _ONLY_HEAD = "逐条核清其余困难", "逐条核清总结所列困难"
_REST = (
    "总结谈到的其余困难，由{lead}逐条写明成因、责任和时限【核对：哪些仍属短板】，属实的列入台账",
    "总结里未能归纳的困难先行甄别【核对：哪些仍属短板】，由{lead}逐条写明责任人和办法",
    "对总结另外提到的难处，{lead}逐条注明现状和对策【核对：哪些仍属短板】，办结的销号",
)


@dataclass(frozen=True, slots=True)
class _Unit:
    """What one item answers: problems, and those of their shortfalls that it takes up."""

    answers: tuple[Answer, ...]
    shortfalls: tuple[Shortfall, ...]


def answer_items(content: ContentPlan, voice: Voice, last: str) -> list[DraftItem]:
    """Items under 补短板: one a problem or a shortfall, or one for several where they are many.

    What cannot be read goes into one item at the end, with a doubt for the writer.
    """
    read = [a for a in content.answers if any(_tellable(s) for s in a.shortfalls)]
    rest = [a for a in content.answers if a not in read]
    items = [_answered(unit, content, voice, last) for unit in _units(read)]
    if rest:
        head = _REST_HEAD if items else _ONLY_HEAD
        item = DraftItem(3, head, answers=tuple(a.problem.id for a in rest), theme=rest[0].theme)
        words = voice.fill(voice.pick("rest", _REST))
        spans = tuple((a.problem.start, a.problem.end) for a in rest)
        item.sentences.append(Draft(voice.count(f"{words}。"), "measure", spans))
        items.append(item)
    return items


def _tellable(s: Shortfall) -> bool:
    return bool(s.remedy and len(s.remedy) <= _LONGEST_REMEDY) or bool(s.subject)


def _heads(s: Shortfall) -> bool:
    """Whether the remedy can stand as a heading: it names a thing, in few words."""
    return bool(s.remedy) and len(s.rest) > 2 and len(s.remedy) <= _HEADING and not s.rest.startswith("方面")


def _units(answers: Sequence[Answer]) -> list[_Unit]:
    if len(answers) > _MOST_ITEMS:
        size = -(-len(answers) // _MOST_ITEMS)
        groups = [tuple(answers[i : i + size]) for i in range(0, len(answers), size)]
        return [_Unit(g, tuple(s for a in g for s in a.shortfalls[:1])) for g in groups]
    most = _SPREAD.get(len(answers), 1)
    units: list[_Unit] = []
    headed: set[str] = set()
    for answer in answers:
        heads = [s for s in answer.shortfalls if _heads(s)]
        heads = [s for s in heads if s.rest not in headed][:most]
        headed.update(s.rest for s in heads)
        if len(heads) < 2:
            units.append(_Unit((answer,), answer.shortfalls[:4]))
            continue
        others = [s for s in answer.shortfalls if s not in heads]
        units += [_Unit((answer,), (s, *(others[:2] if s is heads[-1] else ()))) for s in heads]
    return units


def _answered(unit: _Unit, content: ContentPlan, voice: Voice, last: str) -> DraftItem:
    answers, shortfalls = unit.answers, unit.shortfalls
    main = next((s for s in shortfalls if _heads(s)), None)
    main = main or next(
        (s for s in shortfalls if s.subject and len(s.subject) <= _HEADING - 2), shortfalls[0]
    )
    heading = main.remedy if _heads(main) else _topic_heading(main, answers[0])
    taken = [p for a in answers for p in a.promises if not voice.heard(p.deed.object)]
    promises = [p for p in taken if _same_matter(main.subject, p.deed.object)][:1]
    item = DraftItem(
        3, heading, answers=tuple(a.problem.id for a in answers), theme=_theme(main, answers[0]),
        carries=tuple(dict.fromkeys(p.measure for p in promises if p.measure)),
    )  # fmt: skip
    voice.told.update(p.deed.object for p in promises)
    voice.told.update(s.rest for s in shortfalls if s.remedy)
    whole = [(a.problem.start, a.problem.end) for a in answers]
    own = whole if len(answers) > 1 or len(shortfalls) > 1 else [(main.start, main.end)]
    deed = _deed(main, voice)
    told = [p.deed.told(voice.turn) for p in promises if similarity(p.deed.object, main.subject) < _REPEATED]
    spans = (*own, *((p.deed.start, p.deed.end) for p in promises))
    words = f"{told[0]}；{deed}。" if told and told[0] != heading else f"{deed}。"
    item.sentences.append(Draft(voice.count(words), "measure", spans, f"{deed}。", tuple(own)))
    _others(item, [s for s in shortfalls if s is not main], heading, voice)
    _counted(item, main, content, voice, last)
    if len(item.sentences) == 1 and not told:
        _followed(item, main, content, voice)
    return item


def _theme(s: Shortfall, answer: Answer) -> Theme | None:
    """The theme that the matter itself speaks of, else that of its section."""
    leaf = leaf_of(s.subject)
    return theme_of(leaf[0]) if leaf else answer.theme


def _deed(s: Shortfall, voice: Voice) -> str:
    """A deed for the matter, else for the kind of shortfall with the matter named in it."""
    deed = voice.deed(s.subject)
    if deed:
        return deed
    if voice.style.kind == "personal":
        return voice.way(s.verb)
    subject = s.subject if s.subject and len(s.subject) <= _HEADING else "这项短板"
    family = measure_words().family_of(s.how)
    return voice.fill(voice.pick(family.name, family.deeds), s=subject)


def _others(item: DraftItem, others: Sequence[Shortfall], heading: str, voice: Voice) -> None:
    """What else the problem tells, each with a deed of its own."""
    said = {heading}
    kept = []
    for s in others:
        if len(s.rest) > 2 and s.remedy and len(s.remedy) <= _LONGEST_REMEDY and s.remedy not in said:
            said.add(s.remedy)
            kept.append(s)
    for s in kept[:2]:
        how = voice.deed(s.subject) or voice.way(s.verb.removeprefix("着力").removeprefix("持续"))
        words = f"{s.remedy}，{how}。"
        item.sentences.append(Draft(voice.count(words), "measure", ((s.start, s.end),)))


def _counted(item: DraftItem, s: Shortfall, content: ContentPlan, voice: Voice, last: str) -> None:
    """What was done on the matter so far, as the ground of a target."""
    if not voice.may_slot():
        return
    cue = measure_words().cue_for(s.subject, voice.style.kind) if s.subject else None
    words = {w for w in (*content_words(s.subject), *(cue.words if cue else ())) if w not in COMMON}
    rated = [
        (
            sum(len(w) for w in words if w in b.name) or _beside(b, words, voice),
            -b.quantity.start,
            b,
        )
        for strand in content.strands
        for b in strand.baselines
        if voice.may_count(b.name)
    ]
    best: tuple[int, int, Baseline] | None = max(rated, key=lambda one: one[:2], default=None)
    if best is None or best[0] < _LIKE:
        return
    item.sentences.append(counted(best[2], voice, last))


def _followed(item: DraftItem, s: Shortfall, content: ContentPlan, voice: Voice) -> None:
    """Matters of this kind that the report took up: they are looked at again."""
    cue = measure_words().cue_for(s.subject, voice.style.kind) if s.subject else None
    words = cue.words if cue else ()
    fit = [
        d for d in content.dealt
        if d.words not in voice.told
        and any(w in d.clause for w in words)
        and not any(w in d.words for w in words)
    ][:3]  # fmt: skip
    if not fit:
        return
    voice.told.update(d.words for d in fit)
    told = "、".join(d.words for d in fit)
    line = voice.fill(voice.pick("followed", _FOLLOWED), t=told)
    item.sentences.append(Draft(voice.count(f"{line}。"), "measure", tuple((d.start, d.end) for d in fit)))


def _beside(b: Baseline, words: set[str], voice: Voice) -> int:
    """What a body that deliberates did for people, where it is told under a heading of the matter."""
    served = voice.style.kind in DEBATING and b.quantity.action in _SERVED
    return sum(len(w) for w in words if w in b.where and w not in _EVERYWHERE) if served else 0


def counted(b: Baseline, voice: Voice, last: str) -> Draft:
    """The sentence that counts: 接待群众【待填：人次，上半年近400人次】，…."""
    voice.told.add(b.name)
    q = b.quantity
    metric = b.what in ("增幅", "目标值")
    words = voice.counted(b.name, b.slot(last), q.action or "", metric=metric)
    return Draft(voice.count(f"{words}。"), "target", (q.clause or (q.start, q.end), (q.start, q.end)))


def _same_matter(subject: str, told: str) -> bool:
    """Whether a promise shares a word of its own with the matter, not just 经济 or 建设."""
    return any(word in told for word in own_words(subject))


def _topic_heading(s: Shortfall, answer: Answer) -> str:
    subject = s.subject if len(s.subject) <= _HEADING - 2 else ""
    if subject:
        return f"解决{subject}" if "“" in subject else f"改进{subject}"
    return "补上查找出的短板"
