"""A plan sets a date that is over before the plan begins.

What it flags
    In a plan section: a deadline (确保…年底前完成, 到…年) in a year before the year planned for.
Why it matters
    The sentence was taken over from last year's plan and its year was not brought up to date.
Flagged
    「⟦确保2025年底前⟧完成」 in the plan for 2026
Accepted
    「2025年已建成的项目2026年投产」: no deadline.
Known misses
    Deadlines without a year.
Source
    The period in the report's own title; a half-year report plans for the rest of its year.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side, Threshold
from zongjie.checks.looking import matches_about, occurrences
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="TM05",
    name="stale-year",
    title="年份未更新",
    severity="error",
    flagged=(
        "甲山县水务局2025年工作总结和2026年工作计划\n一、主要工作\n完成清淤3公里。\n二、2026年工作计划\n加快泵站改造，"
        "⟦确保2025年底前⟧完成。",
    ),
    accepted=(
        "甲山县水务局2025年工作总结和2026年工作计划\n一、主要工作\n完成清淤3公里。\n二、2026年工作计划\n加快泵站改造，"
        "确保2026年底前完成，2025年开工的项目年内投产。",
    ),
    about="计划部分的时限早于所计划的年份，像是去年的稿子没有改年份。",
    thresholds=(Threshold("years", 3, "最多早几年才算没改年份", "at most so many years before the plan"),),
)
_DEADLINE = re.compile(
    r"(?:确保|力争|争取|务必|必须)(?:在|于|到)?(?P<year>20\d\d)年(?!基础|的基础|以来|以后|至|"
    r"到)(?:(?:年?[底末内]|\d{1,2}月(?:份|底|\d{1,2}日)?|[上下]半年)(?:之?前)?|之?前|(?=完成|建成|实现|"
    r"达到|投产|竣工))(?=[^。;；,，\n]{0,20}(?:完成|建成|达|实现|投|竣工|开工|通|启|[,，。;；]))"
    r"|(?<!实现)(?<!完成)(?:到|于|在)?(?<!实现)(?P<by>20\d\d)年(?:年?[底末]|\d{1,2}月底?)?之?前(?=[^。;；,，\n]{0,20}(?:完成|建成|"
    r"达到|实现|投产|竣工|开工|通车|启用)(?!的|[^。;；,，\n]{0,6}目标))"
)

_BACK = 3  # characters before the year that belong to the words


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    period = analysis.profile.period
    if period is None:
        return
    years = CHECK.threshold("years", settings)
    whole_year = (period.end.month, period.end.day) == (12, 31) and analysis.profile.kind != "plan"
    planned = period.end.year + 1 if whole_year else period.end.year
    told = [e for e in analysis.profile.evidence if e.field == "period"]
    years_named = occurrences(analysis.body, "20")
    for found in matches_about(_DEADLINE, analysis.body, years_named, _BACK):
        year = int(found.group("year") or found.group("by"))
        section = analysis.section_at(found.start())
        if not planned - years <= year < planned or section is None or section.role != "plan":
            continue
        yield Alarm(
            found.start(),
            found.end(),
            zh=f"这里的时限是{year}年，而计划的是{planned}年的工作，年份大概没有更新。",
            en=f"The deadline is {year}, but the plan is for {planned}: the year was not brought up to date.",
            related=tuple(
                Side(e.start, e.end, f"报告期间：{period.label}", f"period: {period.label}") for e in told
            ),
            evidence={"year": year, "planned": planned},
        )
