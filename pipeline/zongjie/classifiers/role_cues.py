"""Headings that say what a section is for, whatever stands above it.

Only sure cues: a heading that merely leans one way is left to the model, which reads the body.
Sources: the table of zone cues in writing guides for 工作总结; headings of real reports.
"""

import re
from collections.abc import Iterable

from zongjie.document import Role

_GLOSSARY = re.compile(
    r"""^\W{0,4}(?:
        (?:有关|相关|部分)?(?:名词|词语|用语|术语)(?:解释|注释|说明)   # 名词解释
      | (?:附|注)(?:件|表|录|释|解)
      | .{0,16}(?:名词解释|名词注释|名词说明|用语说明)
      | (?:参考|重要|相关)(?:链接|文献|资料)
    )""",
    re.VERBOSE,
)
_EXPERIENCE = re.compile(
    r"""(?:
        (?:几点|主要|工作|基本|深刻|一些)?(?:体会|启示)(?:和认识|与启示|和启示)?
      | (?:几点|主要|工作|基本|成功|重要|宝贵)(?:经验|认识)(?:和?教训|和?启示|和?体会)?
      | 经验(?:教训|体会|启示|与启示|和启示|做法)
    )$""",
    re.VERBOSE,
)
_PROBLEM = re.compile(
    r"""(?:
        存在的?(?:主要|突出|一些)?(?:问题|困难|不足|短板|差距|薄弱环节)
      | ^(?:主要|突出|目前|当前)?(?:的|存在)?(?:问题|困难|不足|短板|差距)
            (?:[和与及、](?:问题|困难|不足|短板|差距|原因|挑战))?(?:分析)?$
      | (?:问题|困难|不足|短板|差距|矛盾)[和与及、](?:主要|突出|工作)?
            (?:问题|困难|不足|短板|差距|挑战|薄弱环节|原因)(?:分析)?$
      | (?:面临|遇到)的?(?:主要|突出|一些)?(?:问题|困难|挑战)
      | 薄弱环节$
      | (?:不足|欠缺)之处$ | ^(?:反思|检讨|教训)[与和及、](?:问题|不足|差距)$
      | ^(?:问题|不足)[与和及、](?:教训|反思|检讨)$
      | (?:没有?|未能?|还没)(?:做|办|干)(?:好|到|完|成)的(?:地方|事情?|工作)?$
    )""",
    re.VERBOSE,
)
_FIXING = re.compile("解决|破解|化解|克服|整改|攻坚|治理|应对|缩小|补齐|聚焦|着力|突出|坚持|整治|防范|排查")
_DOING = re.compile("^[^,，]{0,6}(?:聚焦|聚力|完成|落实|围绕|服务|实现|担当|承担)")
_DONE = re.compile("(?:如期|全面|圆满|超额|胜利|顺利|较好|提前|基本|已经?)(?:完成|实现|达到)")
_OF_YEAR = re.compile(r"^(?:关于)?(20\d\d)年的?(?:主要|政府)?工作(?:情况)?$")
_YEAR = re.compile(r"(20\d\d)年")
_PAST = re.compile(
    r"""(?:
        回顾 | (?:工作|情况)总结(?!大会)
      | (?:工作|任务|指标|目标|项目|计划)的?(?:完成|执行|落实|开展|推进|进展)情况
      | (?:开展|完成|进展|执行|落实)情况 | 工作情况 | 基本情况$ | 主要(?:成效|成绩|成就|做法|亮点)
      | (?:取得|获得)的?(?:主要|显著|重大)?(?:成绩|成效|成就|进展)
      | (?:发展|建设|工作)(?:成就|成绩|成效)(?:$|和|与|、)
      | (?:一|半|\d{1,2})年来的?(?:主要)?工作
      | [二三四五六七八九十两几数多]年来的?(?:主要)?(?:纪检|检察|审判|政协|人大)?工作$
      | (?:上半年|前三季度|本学期|一季度|过去)[^,，]{0,8}工作$
      | 工作亮点 | 已完成 | (?:本|上)(?:周|月|季度?)(?:主要)?(?:工作|进展|完成)
    )""",
    re.VERBOSE,
)
_PLAN = re.compile(
    r"""(?:
        下一?(?:步|阶段|季度|周|月)(?!降)
      | 下(?:半年|学期)(?:的|主要|重点)?(?:工作|计划|安排|打算|思路|任务)
      | (?:明|来|今)年的?(?:总体|主要|重点|政府)?(?:工作|任务|目标|打算|思路|计划|安排|发展)
      | 今后(?:的|[一-十\d]{1,2}年)?的?(?:主要|总体|重点)?
            (?:工作|任务|目标|打算|努力|思路|设想|发展)
      | (?:工作|主要|初步)(?:打算|设想|思路|谋划) | 努力方向
      | (?:工作|任务)(?:安排|计划|部署|要点)(?:的?建议|意见)?$
      | (?:做好|抓好|完成)\d{4}年.{0,6}(?:工作|任务)$
      | (?:将|要|重点|着力)(?:重点|着力|认真|切实)?(?:抓好|做好)[^,，]{0,12}(?:工作|任务)$
      | 总体(?:要求|部署|思路|考虑) | 指导思想
      | (?:目标|主要|重点|重大)任务 | (?:奋斗|预期|主要|发展|工作|总体)目标
      | (?:年|步|阶段)的?工作意见$ | 主要考虑
      | 目标和(?:任务|要求|重点) | (?<!意见)(?<!代表)(?<!委员)的建议$ | 工作建议$
      | ^关于\d{4}年的?工作
      | ^(?:[一二三四五六七八九十]{1,2}[、.])?\d{4}年的?(?:总体|主要|重点|政府|全年)?(?:工作任务|工作|任务)$
      | \d{4}年.{0,12}(?:安排|打算|计划|任务|重点)$
      | ^(?:\d{4}年|明年|来年|今后|下学期|下半年|下一年).{0,4}(?:怎么|如何)(?:干|做|办)$
      | ^(?:\d{4}年|明年|来年|今后|下学期|下半年|下一年).{0,3}想(?:做|办|干)的?[^,，]{0,4}事?$
    )""",
    re.VERBOSE,
)
_BOASTS = re.compile("(?:取得|获得|成就|成绩|成效|进展)")
_STATES_PAST = re.compile("回顾|总结|情况|工作|亮点|完成|做法|去年|过去|\\d{4}年")
_LOOKS_BACK = re.compile("总结|回顾|述职|汇报")
_LOOKS_AHEAD = re.compile("计划|打算|要点|方案|规划|思路|安排")
_FRONT = re.compile(r"^\W{0,3}(?:卷首语|前言|导语|引言|序言)\W{0,2}$")
_CLOSING = re.compile(r"^\W{0,3}(?:结束语|结语|结尾)\W{0,2}$")
_CALL = re.compile(r"^(?:各位(?:代表|委员|同[志仁事])|同志们|朋友们|女士们)")
_DELIVERED = re.compile(r"^\W{0,4}(?:现在,?，?)?(?:我|请允许我)?[^。]{0,30}(?:报告|汇报|审议|评议|总结如下)")
_DEFINES = re.compile(r"^\W{0,3}(?:是指|指的是|指(?![挥导标引数派定明示向])|即(?![将使日])|包括[“\"])")


def role_by_heading(heading: str) -> Role | None:
    """The role that a heading states by itself, or None if it does not.

    >>> [role_by_heading(h) for h in ("存在的主要问题", "下一步工作打算", "2024年工作回顾")]
    ['problem', 'plan', 'achievement']
    >>> role_by_heading("着力解决突出问题") is None
    True
    """
    if _FRONT.match(heading):
        return "opening"
    if _CLOSING.match(heading):
        return "closing"
    if _GLOSSARY.match(heading) or _EXPERIENCE.search(heading):
        return "other"
    if _PROBLEM.search(heading) and not _FIXING.search(heading):
        return "problem"
    past = _PAST.search(heading)
    plan = None if _DOING.match(heading) or _DONE.search(heading) else _PLAN.search(heading)
    if past and plan:
        return None if plan.start() != past.start() else "achievement"
    return "achievement" if past else "plan" if plan else None


def role_by_title(title: str) -> Role | None:
    """What a report is by its title, where that is one thing: a look back, or a plan.

    >>> role_by_title("办公室2025年工作总结"), role_by_title("2025年工作总结和2026年工作计划")
    ('achievement', None)
    """
    past, plan = _LOOKS_BACK.search(title), _LOOKS_AHEAD.search(title)
    if past and plan:
        return None
    if plan and "报告" in title:  # 关于计划安排的报告 tells of both
        return None
    return "achievement" if past else "plan" if plan else None


def reviewed_years(headings: Iterable[str]) -> frozenset[str]:
    """Headings that name a year's work and nothing more, where another heading names a later year.

    >>> sorted(reviewed_years(["关于2023年工作", "关于2024年重点工作"]))
    ['关于2023年工作']
    """
    named = list(headings)
    latest = max((year for one in named for year in _YEAR.findall(one)), default="")
    told = ((one, _OF_YEAR.match(one)) for one in named)
    return frozenset(one for one, found in told if found is not None and found[1] < latest)


def boasts(heading: str) -> bool:
    """Whether a heading tells of success (取得显著成效) without saying that it looks back.

    So a goal may be called too: what stands below a plan is to be reached.
    """
    return _BOASTS.search(heading) is not None and _STATES_PAST.search(heading) is None


def role_by_call(heading: str | None, words: str, last: bool) -> Role | None:
    """The role of a section that opens by addressing the audience (各位代表:), if it does.

    It opens the report where it asks to hear it, and closes it where it comes last.
    """
    said = heading or words
    if not _CALL.match(said):
        return None
    if _DELIVERED.match(words if heading else _CALL.sub("", words)):
        return "opening"
    return "closing" if last and len(words) < 390 else None


def defines_a_term(words: str) -> bool:
    """Whether the words explain a term (是指…), as the entries of a glossary do."""
    return _DEFINES.match(words) is not None
