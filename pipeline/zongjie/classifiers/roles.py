"""What a section is for: told by its heading, else by its parent, else by its body."""

import re

from zongjie.document import Role, Section

PLAN = re.compile(
    "下一步|下一阶段|下步|下半年|来年|明年|计划|打算|思路|今后|未来|展望|任务|目标|总体要求|安排|部署|谋划|重点工作|指导思想|要抓好|努力方向"
)
PAST = re.compile(
    "回顾|总结|完成情况|工作情况|开展情况|进展|成效|成绩|成就|亮点|主要做法|所做的工作|主要工作|取得"
)
PROBLEM = re.compile("问题|不足|困难|短板|差距|薄弱|挑战|风险与")
EXPERIENCE = re.compile("体会|经验|启示|认识|附件|名词解释|注释|说明")
CLOSING = re.compile("^(?:各位代表|各位委员|同志们|结束语|结语)")
PLAN_WORDS = re.compile("将|要|继续|进一步|力争|确保|着力|加快|推进|加强|争取|努力|必须|下一步|今年")
PAST_WORDS = re.compile("了|已|完成|实现|共|累计|先后|达到|增长|获|新增|建成|去年|成功")
PROBLEM_WORDS = re.compile("不够|不足|有待|尚未|差距|短板|薄弱|不强|不高|滞后|仍然|困难|问题")
BODY_CHARACTERS = 400


def section_roles(body: str, sections: tuple[Section, ...]) -> list[Role]:
    """The role of each of ``sections`` (in reading order, parents first)."""
    known: dict[str, Role] = {}
    roles: list[Role] = []
    for at, section in enumerate(sections):
        parent = known.get(section.parent) if section.parent else None
        role = _role(body, section, parent, first=at == 0, alone=len(sections) == 1)
        known[section.id] = role
        roles.append(role)
    return roles


def _role(body: str, section: Section, parent: Role | None, *, first: bool, alone: bool) -> Role:
    if section.heading is None:
        return "opening" if first and not alone else by_body(body, section)
    own = by_heading(section.heading)
    if own is not None and (parent is None or own in ("problem", "other")):
        return own
    return parent or own or by_body(body, section)


def by_heading(heading: str) -> Role | None:
    """The role that a heading states, or None.

    >>> by_heading("存在的主要问题"), by_heading("下一步工作打算"), by_heading("乡村振兴")
    ('problem', 'plan', None)
    """
    if CLOSING.search(heading):
        return "closing"
    if PAST.search(heading) and not re.search("下一步|打算|计划", heading):
        return "achievement"
    if EXPERIENCE.search(heading):
        return "other"
    if PROBLEM.search(heading):
        return "problem"
    if PLAN.search(heading):
        return "plan"
    return None


def by_body(body: str, section: Section) -> Role:
    """The role that the words of the body speak for, achievement if nothing does."""
    start = section.body_start
    words = body[start : min(section.end, start + BODY_CHARACTERS)]
    past, plan = len(PAST_WORDS.findall(words)), len(PLAN_WORDS.findall(words))
    problem = len(PROBLEM_WORDS.findall(words))
    if problem > max(past, plan):
        return "problem"
    return "plan" if plan > 1.5 * past else "achievement"
