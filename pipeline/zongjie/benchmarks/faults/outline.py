"""The outline as the planters see it; they share nothing with the checks."""

import re
from collections import defaultdict

from zongjie.document import Analysis, Section

_RANKED = re.compile(r"[(（]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)）]?\s?[、.．]?")
_CHINESE = "一二三四五六七八九十"


def families(analysis: Analysis) -> dict[str | None, list[Section]]:
    """Numbered sections (一、 (一) 1. and the like) by their parent: marks of one kind, without a gap.

    Where a number is missing the outline was misread or the report has a fault of its own.
    """
    grouped: dict[str | None, list[Section]] = defaultdict(list)
    for section in analysis.sections:
        if section.number and section.heading and _RANKED.fullmatch(section.number):
            grouped[section.parent].append(section)
    return {
        parent: siblings
        for parent, siblings in grouped.items()
        if len({re.sub("[一二三四五六七八九十0-9]", "", one.number or "") for one in siblings}) == 1
        and _is_whole(siblings)
    }


def _is_whole(siblings: list[Section]) -> bool:
    numbers = [number for one in siblings if (number := written(one)) is not None]
    return all(number == numbers[0] + at for at, number in enumerate(numbers))


def written(section: Section) -> int | None:
    """The value of a section's number up to ten; None if it is higher or none."""
    found = re.search(r"[一二三四五六七八九十]{1,3}|\d{1,2}", section.number or "")
    if found is None:
        return None
    words = found.group()
    if words.isdecimal():
        return int(words)
    return _CHINESE.index(words) + 1 if words in _CHINESE else None


def mark_place(analysis: Analysis, section: Section) -> tuple[int, int]:
    """Where the number stands in the text."""
    number = section.number or ""
    at = analysis.body.find(number, section.start, section.body_start)
    start = at if at >= 0 else section.start
    return start, start + len(number)
