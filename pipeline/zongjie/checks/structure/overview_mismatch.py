"""ST09 · An overview that its own sub-headings do not keep.

What it flags
    A lead that announces 在A上开创新局面、在B上取得新成效 before sub-headings that name the same
    matters with other words of outcome (在A上实现新突破).

Why it matters
    Lead and headings are one list said twice; where they differ, one was changed and the other
    forgotten.

Flagged
    在招商引资上取得新成效 in the lead, 在招商引资上实现新突破 as a heading; a lead that lists the
    headings in their order, one of them in other words.

Accepted
    A lead that says what the headings say; headings about other matters.

Known misses
    Overviews that neither use the frame 在…上 nor repeat the headings to the letter.

Source
    checks.tsv ST09.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.structure.outline import families, own_span
from zongjie.comparing.similarity import similarity
from zongjie.document import Analysis, Section
from zongjie.settings import Settings

CHECK = Check(
    code="ST09",
    name="overview-heading-mismatch",
    title="总括与分标题不符",
    severity="warning",
    flagged=(
        "一、下一步计划\n立足新起点，⟦在招商引资上取得新成效，在项目建设上实现新突破⟧，确保完成任务。\n"
        "(一)在招商引资上实现新突破。要走出去请进来。\n(二)在项目建设上实现新突破。要倒排工期。\n",
        "一、下一步计划\n重点是⟦抓实产业项目、建强基层队伍、优化营商服务⟧。\n(一)抓实产业项目\n要走出去请进来。\n"
        "(二)建强基层队伍\n要办好夜校。\n(三)守牢安全底线\n要倒排工期。\n",
    ),
    accepted=(
        "一、下一步计划\n立足新起点，在招商引资上取得新成效，在项目建设上实现新突破，确保完成任务。\n"
        "(一)在招商引资上取得新成效。要走出去请进来。\n(二)在项目建设上实现新突破。要倒排工期。\n",
    ),
    about="总括说“开创新局面、取得新成效”，分标题却都是“实现新突破”，两处没有同步修改。",
)

_FRAME = re.compile(
    r"在(?P<matter>[^。;；,，:：、\n在]{2,30}?)(?:上|中|方面)(?P<outcome>[一-鿿]{1,3}新[一-鿿]{1,3}|(?:走在)?前列|[一-鿿]{0,2}突破)"
)

_ALIKE = 0.6
_LEAST, _LONGEST_LEAD = 3, 600
_ITEM_AFTER = re.compile("[、，,；;](?P<item>[^、，,；;。：:\n]{4,24})(?=[、，,；;。\n]|$)")
_ITEM_BEFORE = re.compile("(?:^|[：:。\n])(?P<item>[^、，,；;。：:\n]{4,24})[、，,；;]$")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each lead, over all its clauses that a heading changes."""
    grouped = families(analysis)
    for section in analysis.sections:
        children = grouped.get(section.id, [])
        if len(children) >= 2:
            yield from _of(analysis, section, children)
        if len(children) >= _LEAST:
            yield from _listed(analysis, section, children)


def _of(analysis: Analysis, section: Section, children: list[Section]) -> Iterator[Alarm]:
    start, end = own_span(section, children)
    announced = list(_FRAME.finditer(analysis.body, start, end))
    if len(announced) < 2:
        return
    matched, clashes = [], []
    for child in children:
        heading = _FRAME.search(child.heading or "")
        if heading is None:
            continue
        nearest = max(announced, key=lambda one: _alike(one["matter"], heading["matter"]))
        if _alike(nearest["matter"], heading["matter"]) < 0.6:
            continue
        matched.append(nearest)
        if nearest["outcome"] != heading["outcome"]:
            clashes.append((nearest, heading["outcome"], child))
    if clashes:
        yield _alarm(matched, clashes)


def _listed(analysis: Analysis, section: Section, children: list[Section]) -> Iterator[Alarm]:
    """A lead that lists the headings in their order and words, one of them in other words."""
    start, end = own_span(section, children)
    start = max(start, end - _LONGEST_LEAD)
    headings = [(child.heading or "").strip() for child in children]
    places = [analysis.body.find(heading, start, end) if len(heading) >= 4 else -1 for heading in headings]
    found = [at for at in places if at >= 0]
    if len(found) < 2 or found != sorted(found) or len(found) == len(places):
        return
    clashes = []
    for number, at in enumerate(places):
        if at < 0:
            first = (
                places[number - 1] + len(headings[number - 1]) if number and places[number - 1] >= 0 else None
            )
            last = places[number + 1] if number + 1 < len(places) and places[number + 1] >= 0 else None
            item = _item(analysis.body, start, end, first, last)
            if item and not _is_same(analysis.body[slice(*item)], headings[number]):
                clashes.append((item, children[number]))
    if len(clashes) == len(places) - len(found) and len(clashes) * 2 <= len(found):
        spans = [span for span, _ in clashes] + [
            (at, at + len(heading)) for at, heading in zip(places, headings, strict=True) if at >= 0
        ]
        yield _other_words(analysis, min(spans)[0], max(b for _, b in spans), clashes)


def _is_same(item: str, heading: str) -> bool:
    """圆满收官“十三五” and 收官“十三五”: no editor would care."""
    return item in heading or heading in item or similarity(item, heading) >= _ALIKE


def _item(body: str, start: int, end: int, first: int | None, last: int | None) -> tuple[int, int] | None:
    """The one item of the list after ``first`` and before ``last`` (one of them may be unknown)."""
    if first is not None:
        found = _ITEM_AFTER.match(body, first, last if last is not None else end)
        if found and (last is None or body[found.end() : last].strip("、，,；; ") == ""):
            return found.span("item")
        return None
    found = _ITEM_BEFORE.search(body[start:last]) if last is not None else None
    return (start + found.start("item"), start + found.end("item")) if found else None


def _other_words(
    analysis: Analysis, start: int, end: int, clashes: list[tuple[tuple[int, int], Section]]
) -> Alarm:
    said = "、".join(f"“{analysis.body[slice(*span)]}”成了“{child.heading}”" for span, child in clashes)
    return Alarm(
        start,
        end,
        zh=f"总括列出的各项与下面的分标题对不上：{said}。请统一两处的说法。",
        en=f"The list in the overview and the headings under it differ: {said}. Make them agree.",
        related=tuple(
            Side(child.heading_start, child.heading_end, "分标题", "sub-heading")
            for _, child in clashes
            if child.heading_start is not None and child.heading_end is not None
        ),
        evidence={
            "clashes": tuple((analysis.body[slice(*span)], child.heading or "") for span, child in clashes)
        },
        caveat_zh="总括有时有意换词。",
        caveat_en="The words may be varied on purpose.",
    )


def _alike(one: str, other: str) -> float:
    return 1.0 if one == other else similarity(one, other)


def _alarm(matched: list[re.Match[str]], clashes: list[tuple[re.Match[str], str, Section]]) -> Alarm:
    start, end = min(m.start() for m in matched), max(m.end() for m in matched)
    said = "、".join(f"“{m['outcome']}”成了“{outcome}”" for m, outcome, _ in clashes)
    return Alarm(
        start,
        end,
        zh=f"总括与下面的分标题对不上：{said}。请统一两处的说法。",
        en=f"The overview and the headings under it differ in {len(clashes)} place(s): {said}. "
        "Make them agree.",
        related=tuple(
            Side(child.heading_start, child.heading_end, "分标题", "sub-heading")
            for _, _, child in clashes
            if child.heading_start is not None and child.heading_end is not None
        ),
        evidence={"clashes": tuple((m["outcome"], outcome) for m, outcome, _ in clashes)},
        caveat_zh="总括有时有意换词。",
        caveat_en="The words may be varied on purpose.",
    )
