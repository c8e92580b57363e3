"""Which sections tell of problems and which of plans: by role, else by the words of the heading."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from zongjie.document import Section

_PROBLEM_HEAD = re.compile(r"问题|困难|不足|差距|短板|薄弱|挑战|瓶颈|制约")
_NOT_PROBLEM_HEAD = re.compile(
    r"解决|破解|整改|补齐|攻克|克服|排查|应对|补短板|化解|处置|下一步|打算|对策|措施|建议|计划|经验|缩小|成绩|成效"
)
_PLAN_HEAD = re.compile(
    r"下一步|下步|下阶段|计划|打算|今后|思路|设想|展望|努力方向|整改措施|改进措施"
    r"|下半年|明年|来年|新的一年|未来五年|(?:今年|年度?|时期|阶段)的?(?:主要)?(?:工作)?(?:安排|任务|目标|重点|要点|部署)"
    r"|工作安排|工作任务|目标任务|总体要求|主要任务|重点任务|重点工作"
)
_NOT_PLAN_HEAD = re.compile(
    r"回顾|总结|完成情况|执行情况|落实情况|开展情况|取得|成效|成绩|问题|不足|困难|存在"
)


def problem_sections(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The outermost sections that tell of problems, in reading order."""
    return _outermost(sections, "problem")


def plan_sections(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The outermost sections that tell what will be done, in reading order."""
    return _outermost(sections, "plan")


def within(sections: tuple[Section, ...], outer: Section) -> tuple[Section, ...]:
    """``outer`` and the sections inside it, in reading order; logarithmic, not a walk over all."""
    first = bisect_left(sections, outer.start, key=lambda s: s.start)
    last = bisect_left(sections, outer.end, key=lambda s: s.start)
    while sections[first] is not outer:  # a parent may start at the same place
        first += 1
    return sections[first:last]


def is_inside(offset: int, zones: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the ``zones``, in reading order and apart, holds ``offset``."""
    at = bisect_right(zones, offset, key=lambda zone: zone[0])
    return at > 0 and offset < zones[at - 1][1]


def told_by_heading(section: Section) -> str:
    """``problem``, ``plan`` or ``other``, from the words of the heading alone."""
    heading = section.heading or ""
    if _PROBLEM_HEAD.search(heading) and not _NOT_PROBLEM_HEAD.search(heading):
        return "problem"
    if _PLAN_HEAD.search(heading) and not _NOT_PLAN_HEAD.search(heading):
        return "plan"
    return "other"


def _outermost(sections: tuple[Section, ...], wanted: str) -> tuple[Section, ...]:
    classified = any(section.role != "other" for section in sections)
    found: list[Section] = []
    for section in sections:
        if found and section.start < found[-1].end:
            continue
        role = section.role if classified else told_by_heading(section)
        if role == wanted:
            found.append(section)
    return tuple(found)
