"""ST11 · A plan without a single target, time or count.

What it flags
    A plan of 400 characters or more in which no figure of a target, no date and no count stands.

Why it matters
    Nobody can tell at the end of the year whether it was kept.

Flagged
    三、下一步打算 with nothing but 进一步加强 and 不断提高.

Accepted
    One figure, one date, one count of things to be done; short outlooks; a plan that is a paper of its own.

Known misses
    Plans whose only figures are slogans.

Source
    checks.tsv ST11.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Threshold
from zongjie.document import Analysis, Section
from zongjie.settings import Settings

_DONE = "共修订制度6项，开展夜查8次，发现的隐患当场整改完毕，全站运行平稳。"
_VAGUE = (
    "要进一步提高思想认识，切实增强做好供水服务的责任感。要不断加强队伍建设，完善学习制度，提升职工素质。"
    "要持续改进工作作风，主动深入用户，耐心听取意见。要加大巡查力度，及时消除隐患，确保供水安全。"
    "要强化内部管理，严格考勤纪律，压实岗位责任。要注重宣传引导，讲好供水故事，营造良好氛围。"
) * 3

CHECK = Check(
    code="ST11",
    name="plan-without-metric",
    title="计划无指标",
    severity="note",
    flagged=(f"一、主要工作\n{_DONE}\n⟦二、下一步打算⟧\n{_VAGUE}\n",),
    accepted=(
        f"一、主要工作\n{_DONE}\n二、下一步打算\n{_VAGUE}\n要在6月底前更换老旧水表三百块。\n",
        f"一、主要工作\n{_DONE}\n二、下一步打算\n要进一步提高思想认识。\n",
    ),
    about="计划部分通篇没有一个指标、时限或数量，年底无法对账。篇幅短的展望不报。",
    thresholds=(Threshold("characters", 400, "计划不到多少字就不查", "shorter plans are left alone"),),
)
_MEASURABLE = re.compile(
    r"[0-9０-９%％]"
    r"|(?<!“)(?<!最后)[一二三四五六七八九十百千两几]{1,4}(?:[项家条座场次万亿名处间台户件篇]|公里|个(?!方面|建成|维护|确立|意识))"
    r"|年[内底末]|月底|季度|上半年|下半年|[一二三四五六七八九十]{1,2}月(?!异|报)|翻一番|全覆盖|清零|一半|倍"
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm at the heading of the plan; silent where any part of the plan can be measured."""
    least = CHECK.threshold("characters", settings)
    plans = [one for one in analysis.sections if one.role == "plan"]
    tops = [one for one in plans if one.level == 1 and one.heading_end is not None]
    if not tops or any(_is_measurable(analysis, one) for one in plans):
        return
    size = sum(one.end - one.body_start for one in tops)
    if size >= least:
        yield _alarm(tops[0], size)


def _is_measurable(analysis: Analysis, plan: Section) -> bool:
    return _MEASURABLE.search(analysis.body, plan.body_start, plan.end) is not None


def _alarm(plan: Section, size: int) -> Alarm:
    return Alarm(
        plan.start,
        plan.heading_end or plan.body_start,
        zh=f"计划部分{size}字，没有一个指标、时限或数量，年底无法对账。请写明做到什么程度、何时完成。",
        en=f"The plan has {size} characters and no target, time or count: "
        "nobody can tell whether it was kept.",
        evidence={"characters": size},
        caveat_zh="只谈思路和要求的计划可以没有指标。",
        caveat_en="A plan of principles may have none.",
    )
