"""The drafter: content plan, words, verification."""

import zlib
from collections.abc import Callable
from dataclasses import replace

from zongjie.document import Analysis, Finding, Plan
from zongjie.drafters.building import Draft, DraftItem, build
from zongjie.drafters.content import plan_content
from zongjie.drafters.copying import copied
from zongjie.drafters.frames import guarantee, opening
from zongjie.drafters.items import answer_items, strand_items
from zongjie.drafters.periods import next_period, plan_title
from zongjie.drafters.styles import style_of
from zongjie.drafters.topics import topic_items
from zongjie.drafters.wording import Voice
from zongjie.lexicons.measures import measure_words

Verify = Callable[[str], tuple[Finding, ...]]
_ROUNDS = 3
_LEAF = 3  # the level of items with sentences of their own
_FEW = 4  # fewer items than this: the headings of the report are taken up as well


def draft(analysis: Analysis, verify: Verify) -> Plan:
    """The plan for the next period; sentences in which ``verify`` finds an error are dropped."""
    period = next_period(analysis)
    content = plan_content(analysis)
    turn = zlib.crc32(analysis.body[:4000].encode("utf-8", "surrogatepass"))
    voice = Voice(style_of(analysis), turn)
    tasks: list[DraftItem] = []
    shortfalls = next(p for p in measure_words().parts if p.name == "shortfalls")
    answers = answer_items(content, voice)
    if answers:
        tasks += [DraftItem(2, shortfalls.headings[turn % len(shortfalls.headings)]), *answers]
    themed, left = strand_items(content, voice, period.last)
    if len(answers) + sum(len(inside) for _, inside in themed) < _FEW:
        themed += topic_items(analysis, voice)
    for part, inside in themed:
        tasks += [DraftItem(2, part.headings[turn % len(part.headings)]), *inside]
    enough = sum(len(item.sentences) for item in tasks) >= _FEW
    items = [DraftItem(1, "总体要求", opening(analysis, content, period, voice))]
    if tasks:
        items += [DraftItem(1, "重点任务"), *tasks]
    items.append(DraftItem(1, "保障措施", guarantee(analysis, content, period, voice, left, full=enough)))
    return _verified(plan_title(analysis, period), period.label, items, verify, analysis.body)


def _verified(title: str, period: str, items: list[DraftItem], verify: Verify, body: str) -> Plan:
    """Build and check; a sentence at fault is told more plainly, then dropped."""
    for item in items:
        for at, one in enumerate(item.sentences):
            if one.spare and copied(one.text, body):
                item.sentences[at] = replace(one, text=one.spare, spare="")
        item.sentences = [one for one in item.sentences if not copied(one.text, body)]
    items = [item for item in items if item.sentences or item.level < _LEAF]
    plan = build(title, period, items)
    findings: tuple[Finding, ...] = ()
    for _ in range(_ROUNDS):
        findings = verify(plan.text)
        errors = [f for f in findings if f.severity == "error" and not f.preview]
        if not errors or not _mend(plan, items, errors):
            break
        plan = build(title, period, items)
    return replace(plan, findings=findings)


def _mend(plan: Plan, items: list[DraftItem], errors: list[Finding]) -> bool:
    """Put spare words for sentences that draw an error, else take them out; empty items go too."""
    mended = False
    for built, item in zip(plan.items, list(items), strict=True):
        kept: list[Draft] = []
        for one, placed in zip(item.sentences, built.sentences, strict=True):
            if not any(f.start < placed.end and placed.start < f.end for f in errors):
                kept.append(one)
                continue
            mended = True
            if one.spare:
                kept.append(replace(one, text=one.spare, spare=""))
        item.sentences = kept
        if not kept and item.level == _LEAF:
            items.remove(item)
    return mended
