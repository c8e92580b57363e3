"""The drafter: content plan, words, verification."""

import zlib
from collections.abc import Callable
from dataclasses import replace

from zongjie.document import Analysis, Finding, Plan
from zongjie.drafters.answers import answer_items
from zongjie.drafters.building import Draft, DraftItem, build
from zongjie.drafters.content import plan_content
from zongjie.drafters.copying import copied
from zongjie.drafters.frames import closed, framed, guarantee, opening, slots_needed
from zongjie.drafters.periods import next_period, plan_title
from zongjie.drafters.strands import Parted, strand_items
from zongjie.drafters.styles import style_of
from zongjie.drafters.topics import topic_items
from zongjie.drafters.wording import Voice
from zongjie.lexicons.measures import measure_words

Verify = Callable[[str], tuple[Finding, ...]]
_HEAD = 8000  # characters that decide where the choice of words begins
_ROUNDS = 3
_AIMS = ("总体要求", "总体思路", "工作思路")
_TASKS = ("重点任务", "主要任务", "工作任务", "重点工作")
_KEEPING = ("保障措施", "组织保障", "推进落实", "督促落实", "工作要求")
_PLAIN_HEADING = "补齐查找出的短板"
_PLAIN_ANSWER = "把总结里写明的这项短板列入台账，逐项明确整改办法和完成时限。"
_LEAF = 3  # the level of items with sentences of their own
_FEW = 4  # fewer items than this: the headings of the report are taken up as well


def draft(analysis: Analysis, verify: Verify) -> Plan:
    """The plan for the next period; sentences in which ``verify`` finds an error are dropped."""
    period = next_period(analysis)
    content = plan_content(analysis)
    turn = _turn(analysis.body)
    voice = Voice(style_of(analysis), turn, reserved=slots_needed(analysis, content))
    voice.expected = len(content.answers) + min(10, sum(bool(s.promises) for s in content.strands)) + 2
    tasks: list[DraftItem] = []
    shortfalls = next(p for p in measure_words().parts if p.name == "shortfalls")
    answers = answer_items(content, voice, period.last)
    if answers:
        tasks += [DraftItem(2, shortfalls.headings[turn % len(shortfalls.headings)]), *answers]
    themed, left = strand_items(content, voice, period.last)
    if len(answers) + sum(len(inside) for _, inside in themed) < _FEW:
        themed += topic_items(analysis, voice)
    for part, inside in _joined(themed):
        tasks += [DraftItem(2, part.headings[turn % len(part.headings)]), *inside]
    done = closed(left, voice)
    content_count = sum(len(item.sentences) for item in tasks) + len(done)
    first = opening(analysis, content, period, voice)
    content_count += len(first) - 1
    first, last = framed(first, guarantee(analysis, content, period, voice), content_count // 2)
    items = [DraftItem(1, _AIMS[turn % len(_AIMS)], first)]
    if tasks:
        items += [DraftItem(1, _TASKS[turn % len(_TASKS)]), *tasks]
    if done or last:
        items.append(DraftItem(1, _KEEPING[turn % len(_KEEPING)], [*done, *last]))
    return _verified(plan_title(analysis, period), period.label, items, verify, analysis.body)


def _joined(parts: Parted) -> Parted:
    """Parts of a single item put together, so that none stands alone under its heading."""
    single = [one for one in parts if len(one[1]) == 1]
    if not single or len(parts) < 2:
        return parts
    if len(single) == 1:
        single.append(min((one for one in parts if len(one[1]) > 1), key=lambda one: len(one[1])))
        single.sort(key=parts.index)
    rest = next(p for p in measure_words().parts if p.name == "rest")
    kept = [one for one in parts if one not in single]
    return [*kept, (rest, [item for _, inside in single for item in inside])]


def _turn(body: str) -> int:
    """A number that stands for the report's words, whatever its blank lines and line ends."""
    words = "".join(body[:_HEAD].split())[: _HEAD // 4]
    return zlib.crc32(words.encode("utf-8", "surrogatepass"))


def _verified(title: str, period: str, items: list[DraftItem], verify: Verify, body: str) -> Plan:
    """Build and check; a sentence at fault is told more plainly, then dropped."""
    for item in items:
        faults = [copied(one.text, body) for one in item.sentences]
        if any(faults):
            _replace(item, faults)
            _replace(item, [copied(one.text, body) for one in item.sentences])
    items = _pruned(items)
    plan = build(title, period, items)
    findings: tuple[Finding, ...] = ()
    for _ in range(_ROUNDS):
        findings = verify(plan.text)
        errors = [f for f in findings if f.severity == "error" and not f.preview]
        if not errors or not _mend(plan, items, errors):
            break
        items = _pruned(items)
        plan = build(title, period, items)
    return replace(plan, findings=findings)


def _mend(plan: Plan, items: list[DraftItem], errors: list[Finding]) -> bool:
    """Take up the errors, item by item; whether anything was changed."""
    mended = False
    for built, item in zip(plan.items, items, strict=True):
        faults = [_touches(errors, one.start, one.end) for one in built.sentences]
        mended = mended or any(faults)
        _replace(item, faults)
        head_end = built.sentences[0].start if built.sentences else built.end
        if item.level == _LEAF and _touches(errors, built.start, head_end):
            mended = True
            item.heading = _PLAIN_HEADING
            if not item.answers:
                item.sentences = []
    return mended


def _touches(errors: list[Finding], start: int, end: int) -> bool:
    return any(f.start < end and start < f.end for f in errors)


def _replace(item: DraftItem, faults: list[bool]) -> None:
    """Spare words for the sentences at fault, else none; the answer to a problem never goes."""
    kept: list[Draft] = []
    for one, fault in zip(item.sentences, faults, strict=True):
        if not fault:
            kept.append(one)
        elif one.spare:
            kept.append(replace(one, text=one.spare, spare=""))
    if item.answers and item.sentences and not kept:
        kept = [replace(item.sentences[0], text=_PLAIN_ANSWER, spare="")]
    item.sentences = kept


def _pruned(items: list[DraftItem]) -> list[DraftItem]:
    """The items without leaves that say nothing, and without headings that head nothing."""
    kept: list[DraftItem] = []
    below = 0  # the level of the item kept last, reading backwards
    for item in reversed(items):
        if item.sentences or (item.level < _LEAF and below > item.level):
            kept.append(item)
            below = item.level
    return kept[::-1]
