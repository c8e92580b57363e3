"""Which parts of a report look forward: by the roles of the sections, and by what they lie in."""

import itertools
import re

from zongjie.document import Section

NOTES = re.compile(r"注释|名词解释|附件|附注|缩略语")
_YEAR = re.compile(r"(20[0-9]{2})年")
_OF_YEAR = re.compile(r"^(?:关于)?(20[0-9]{2})年(?:的)?(?:主要)?工作(?:情况)?$")
_REVIEW = re.compile(r"回顾|总结|主要工作情况|工作完成情况")


def plan_sections(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections that plan, notes left out.

    One inside a review (2023年工作回顾) tells of the past, however its heading sounds (全面完成目标任务);
    so does one about an earlier year (关于2023年工作) than a later section's (关于2024年重点工作).
    """
    reviewed = 0
    found = []
    latest = max((int(one) for s in sections for one in _YEAR.findall(s.heading or "")), default=0)
    for section in sections:
        told = _OF_YEAR.search(section.heading or "")
        if (section.role == "achievement" and _REVIEW.search(section.heading or "")) or (
            told is not None and int(told[1]) < latest
        ):
            reviewed = max(reviewed, section.end)
        if section.role == "plan" and section.start >= reviewed and not NOTES.search(section.heading or ""):
            found.append(section)
    return tuple(found)


def plan_zones(sections: tuple[Section, ...]) -> tuple[tuple[int, int], ...]:
    """The bodies of the plan sections, in reading order: without their headings."""
    follows = {id(one): after for one, after in itertools.pairwise(sections)}
    zones = []
    for section in plan_sections(sections):
        after = follows.get(id(section))
        start, end = section.body_start, min(after.start if after else section.end, section.end)
        if start < end:
            zones.append((start, end))
    return tuple(zones)


def is_reviewed(sections: tuple[Section, ...], offset: int) -> bool:
    """Whether the place lies in a review of what was done."""
    return any(
        s.start <= offset < s.end and s.role == "achievement" and _REVIEW.search(s.heading or "")
        for s in sections
        if s.level == 1
    )
