"""Plants faults in the numbers of headings: skipped, repeated, inverted, alone, in a wrong form."""

import re
from collections import defaultdict
from random import Random

from zongjie.benchmarks.faults.headings import HEADINGS
from zongjie.benchmarks.faults.outline import families, mark_place, written
from zongjie.benchmarks.faults.planted import Change, Planted, inserted, made_of, replaced, sentence_end
from zongjie.benchmarks.faults.promises import PROMISES
from zongjie.document import Analysis

_CHINESE = "一二三四五六七八九十"


def _number_wrong(analysis: Analysis, random: Random) -> Planted | None:
    """A number raised or lowered by one, or a section taken out whole, so that its number is missing."""
    text = analysis.report.text
    ways = [
        (siblings, at)
        for siblings in families(analysis).values()
        for at in range(1, len(siblings))
        if written(siblings[at]) == at + 1 and 2 <= at + 1 <= 8
    ]
    if not ways:
        return None
    siblings, at = random.choice(ways)
    section = siblings[at]
    start, end = mark_place(analysis, section)
    number, wrong = text[start:end], at + random.choice((0, 2))
    if at + 1 < len(siblings) and random.random() < 0.4:
        after = siblings[at + 1]
        first, last = mark_place(analysis, after)
        gone = section.end - section.start
        cut = text[: section.start] + text[section.end :]
        return Planted("ST01", cut, first - gone, last - gone)
    if wrong < 1:
        return None
    return replaced("ST01", text, start, end, _renumbered(number, at + 1, wrong))


def _renumbered(number: str, was: int, now: int) -> str:
    if str(was) in number:
        return number.replace(str(was), str(now), 1)
    return number.replace(_CHINESE[was - 1], _CHINESE[now - 1], 1)


def _inverted(analysis: Analysis, random: Random) -> Planted | None:
    """Two levels change their marks in the whole report: (一) above, 一、 below."""
    text, edits = analysis.report.text, []
    parts = {
        one.id for one in analysis.sections if re.fullmatch("[一二三四五六七八九十]{1,3}、", one.number or "")
    }
    first: int | None = None
    for section in analysis.sections:
        found = re.fullmatch(
            r"([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)]", section.number or ""
        )
        if found is None:
            continue
        start, end = mark_place(analysis, section)
        edits.append((start, end, f"（{found[1]}）" if found[1] else f"{found[2]}、"))
        if found[2] and first is None and section.parent in parts:
            first = len(edits) - 1
    if first is None or first == 0 or len(edits) - first < 3:
        return None
    made, shift, place = text, 0, (0, 0)
    for at, (start, end, words) in enumerate(edits):
        made = made[: start + shift] + words + made[end + shift :]
        if at == first:
            place = (start + shift, start + shift + len(words))
        shift += len(words) - (end - start)
    return Planted("ST02", made, *place)


def _mark_form(analysis: Analysis, random: Random) -> Planted | None:
    """One mark, or all of its kind, with the wrong stop: 1、 (一)、 一."""
    text = analysis.report.text
    kinds: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for section in analysis.sections:
        start, end = mark_place(analysis, section)
        number = text[start:end]
        if re.fullmatch(r"\d{1,2}[.．]", number):
            kinds["1."].append((start, end))
        elif re.fullmatch(r"[（(][一二三四五六七八九十]{1,3}[）)]", number):
            kinds["(一)"].append((start, end))
        elif re.fullmatch(r"[一二三四五六七八九十]{1,3}、", number):
            kinds["一、"].append((start, end))
    if not kinds:
        return None
    kind = random.choice(sorted(kinds))
    places = kinds[kind]
    if random.random() < 0.5:
        places = [random.choice(places)]
    made, shift = text, 0
    for start, end in places:
        number = text[start:end]
        words = number + "、" if kind == "(一)" else number[:-1] + ("、" if kind == "1." else ".")
        made = made[: start + shift] + words + made[end + shift :]
        shift += len(words) - len(number)
    start, end = places[0]
    return Planted("ST03", made, start, end + (kind == "(一)"))


def _link_taken_out(analysis: Analysis, random: Random) -> Planted | None:
    """In a chain of the report itself the link 二是 is taken out; or a sentence with a gap comes in."""
    text = analysis.report.text
    chains = list(re.finditer(r"一是[^\n一二三四]{4,160}?；(二是[^\n一二三四]{4,160}?；)三是", analysis.body))
    if chains and random.random() < 0.6:
        found = random.choice(chains)
        start, end = found.span(1)
        return Planted("ST05", text[:start] + text[end:], start, start + 2)
    at = sentence_end(analysis, random)
    make = made_of(
        "主要做法：一是建强队伍，充实一线力量；⟦三是⟧完善制度，修订操作规程；四是加强督查，跟踪问效。",
        "具体来看：一是摸清底数，逐户登记；⟦三是⟧分类帮扶，一户一策。",
        "突出三个环节：一是抓学习，每周讨论；二是抓整改，逐条销号；⟦二是⟧抓督办，按月通报。",
        "重点把握：第一，摸清底数；第二，分类施策；⟦第四⟧，严格验收。",
    )
    return None if at is None else inserted("ST05", text, at, make(random))


def _left_alone(analysis: Analysis, random: Random) -> Planted | None:
    """Of a section's sub-sections only the first remains."""
    groups = [
        siblings
        for parent, siblings in families(analysis).items()
        if parent is not None and len(siblings) >= 2 and written(siblings[0]) == 1
    ]
    if not groups:
        return None
    siblings = random.choice(groups)
    text, last = analysis.report.text, siblings[-1].end
    start, end = mark_place(analysis, siblings[0])
    return Planted("ST16", text[: siblings[0].end] + text[last:], start, end)


STRUCTURE: dict[str, Change] = {
    "ST01": _number_wrong,
    "ST02": _inverted,
    "ST03": _mark_form,
    "ST05": _link_taken_out,
    "ST16": _left_alone,
    **HEADINGS,
    **PROMISES,
}
