"""Plants faults of headings against what stands under them."""

import re
from collections import Counter
from random import Random

from zongjie.benchmarks.faults.outline import families
from zongjie.benchmarks.faults.planted import Change, Planted, inserted, replaced
from zongjie.document import Analysis, Section


def _bodies_swapped(analysis: Analysis, random: Random) -> Planted | None:
    """The text of a sub-section gives way to that of one of another theme."""
    text = analysis.report.text
    pairs = [
        (one, other)
        for siblings in families(analysis).values()
        for one in siblings
        for other in siblings
        if one.theme and other.theme and one.theme.group != other.theme.group
        and all(_is_leaf(analysis, section) and 60 <= _size(section) <= 1500 for section in (one, other))
    ]  # fmt: skip
    if not pairs:
        return None
    one, other = random.choice(pairs)
    words = text[other.body_start : other.end].rstrip()
    end = one.body_start + len(text[one.body_start : one.end].rstrip())
    made = text[: one.body_start] + words + text[end:]
    return Planted("ST06", made, one.start, one.body_start + len(words))


def _is_leaf(analysis: Analysis, section: Section) -> bool:
    return all(one.parent != section.id for one in analysis.sections)


def _size(section: Section) -> int:
    return section.end - section.body_start


def _full_siblings(analysis: Analysis) -> list[list[Section]]:
    """Groups of three or more sub-sections without children and of about one length."""
    return [
        siblings
        for siblings in families(analysis).values()
        if len(siblings) >= 3
        and all(_is_leaf(analysis, one) for one in siblings)
        and all(100 <= _size(one) <= 1200 for one in siblings)
        and max(map(_size, siblings)) <= 4 * min(map(_size, siblings))
    ]


def _thinned(analysis: Analysis, random: Random) -> Planted | None:
    """Of a sub-section's text one short sentence remains."""
    groups = _full_siblings(analysis)
    if not groups:
        return None
    one = random.choice(random.choice(groups))
    text = analysis.report.text
    words = random.choice(
        ("稳步推进，成效良好。", "各项工作有序开展，群众比较满意。", "组织活动3次，参加人员200人次。")
    )
    lead = re.match(r"[。．.：:]?[*\s\u3000]{0,8}", text[one.body_start : one.end])
    start = one.body_start + (lead.end() if lead else 0)
    end = one.body_start + len(text[one.body_start : one.end].rstrip())
    return Planted("ST07", text[:start] + words + text[end:], one.start, start + len(words))


def _emptied(analysis: Analysis, random: Random) -> Planted | None:
    """The text under a heading on a line of its own is taken out."""
    text = analysis.report.text
    places = [
        one
        for siblings in _full_siblings(analysis)
        for one in siblings
        if one.heading_end is not None and text[one.heading_end : one.heading_end + 1] == "\n"
    ]
    if not places:
        return None
    one = random.choice(places)
    end = one.heading_end or one.body_start
    return Planted("ST08", text[:end] + "\n" + text[one.end :].lstrip("\n"), one.start, end)


def _overview(analysis: Analysis, random: Random) -> Planted | None:
    """A lead that lists the headings under it, one of them in other words."""
    groups = [
        (parent, siblings)
        for parent, siblings in families(analysis).items()
        if parent is not None
        and 3 <= len(siblings) <= 6
        and all(
            4 <= len(one.heading or "") <= 16 and not re.search("[，,、]", one.heading or "")
            for one in siblings
        )
    ]
    sections = {one.id: one for one in analysis.sections}
    if not groups:
        return None
    parent, siblings = random.choice(groups)
    above = sections[parent or ""]
    start, end = above.body_start, siblings[0].start
    headings = [one.heading or "" for one in siblings]
    wrong = random.randrange(len(headings))
    headings[wrong] = random.choice(("强化风险防控", "推动绿色转型", "提升服务效能", "夯实基层基础"))
    words = "、".join(headings)
    at = end
    while at > start and analysis.body[at - 1] in "\n\r 　*#":
        at -= 1
    return inserted("ST09", analysis.report.text, at, f"\n重点抓好以下工作：⟦{words}⟧。")


def _parallel_broken(analysis: Analysis, random: Random) -> Planted | None:
    """One of several headings of one build (动宾，动宾) loses a half."""
    groups = []
    for siblings in families(analysis).values():
        shapes = Counter(_shape(one.heading or "") for one in siblings)
        shape, count = shapes.most_common(1)[0]
        if count == len(siblings) >= 4 and len(shape) == 2:
            groups.append(siblings)
    if not groups:
        return None
    one = random.choice(random.choice(groups))
    heading = one.heading or ""
    start = one.heading_start or one.start
    return replaced("ST13", analysis.report.text, start, start + len(heading), re.split("[，,]", heading)[0])


def _shape(heading: str) -> tuple[int, ...]:
    return tuple(len(part) for part in re.split("[，,]", heading))


def _stop_behind(analysis: Analysis, random: Random) -> Planted | None:
    """A full stop behind a heading on a line of its own, whose siblings have none."""
    text = analysis.report.text
    ends = [
        one.heading_end
        for siblings in families(analysis).values()
        if len(siblings) >= 3
        and all(one.heading_end and text[one.heading_end : one.heading_end + 1] == "\n" for one in siblings)
        for one in siblings
        if one.heading_end is not None
    ]
    return (
        replaced("ST14", text, end, end, random.choice("。。；，"))
        if ends and (end := random.choice(ends))
        else None
    )


def _orphan(analysis: Analysis, random: Random) -> Planted | None:
    """A short sentence built like a heading, in the midst of a section with a run-in heading."""
    text = analysis.report.text
    groups = [
        siblings
        for siblings in families(analysis).values()
        if len(siblings) >= 3
        and all(_is_leaf(analysis, one) and 4 <= len(one.heading or "") <= 12 for one in siblings)
    ]
    if not groups:
        return None
    one = random.choice(random.choice(groups))
    ends = [
        end
        for start, end in analysis.outline.sentences
        if one.body_start + 20 < start and end < one.end - 20 and analysis.body[end - 1 : end] == "。"
        and "\n" not in text[end : end + 2]
    ]  # fmt: skip
    if not ends:
        return None
    words = random.choice(("突出重点抓好对接", "强化协调压实责任", "坚持标准把握方向", "聚焦难点办好实事"))
    return inserted("ST18", text, random.choice(ends), f"⟦{words}⟧。")


HEADINGS: dict[str, Change] = {
    "ST06": _bodies_swapped,
    "ST07": _thinned,
    "ST08": _emptied,
    "ST09": _overview,
    "ST13": _parallel_broken,
    "ST14": _stop_behind,
    "ST18": _orphan,
}
