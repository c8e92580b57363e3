"""What was done before the period is told as its work.

What it flags
    A month of last year (or of a year before the period) with a deed done in it, in a section
    that tells what was achieved, in a report for part of a year; in a bureau's or firm's report
    for a whole year, only where the year is written out.
Why it matters
    Last year's work is counted twice: it was in last year's report.
Flagged
    「⟦去年9月开展专题调研⟧」 in a half-year report
Accepted
    「去年5月份以来」 (goes on), 「比去年9月增长」 (a yardstick), 「去年9月启动的工程」 (background).
Known misses
    Deeds without a date; 去年 in reports for a whole year, where it may be their own; reports to
    assemblies.
Source
    The period in the report's own title.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="TM02",
    name="prior-period-event",
    title="上期事件",
    severity="warning",
    flagged=(
        "甲山县政协2024年上半年工作总结\n一、上半年工作回顾\n坚持调研先行。⟦去年五月开展粮食安全专题调研；"
        "九月开展养老服务专题调研⟧。",
        "甲山县水务局2025年上半年工作总结\n一、主要工作\n⟦2024年9月完成河道清淤12公里⟧，成效明显。",
    ),
    accepted=(
        "甲山县政协2024年上半年工作总结\n一、主要工作\n去年5月份以来，"
        "组织协商20次。去年9月启动的改造工程完成投资3亿元，比去年9月完成的多5%。",
        "甲山县水务局2024年工作总结\n一、主要工作\n去年9月完成河道清淤12公里。",
    ),
    about="把报告期间以前的事当作本期成绩。同比基数、背景和跨期工作不报；全年报告只在明写年份时才报。",
)
_NUMBER = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
_DEED = (
    r"(?:开展|完成|组织|举办|召开|建成|印发|出台|制定|举行|开工|承办|"
    r"成立|参加|赴|联合|邀请|先后|集中|全面完成|顺利|成功|正式|圆满)"
)
_EVENT = re.compile(
    rf"""(?:去年|上年|(?P<year>20\d\d)年)\s?{_NUMBER}月(?:份|底|初|中旬|上旬|下旬)?(?:\d{{1,2}}日)?
    (?!以来|至今|起|开始|[到至—-]|同期|以?前|之前)[,，]?[^。;；,，\n的]{{0,8}}?{_DEED}
    (?P<object>[^。;；,，\n]{{0,60}})""",
    re.VERBOSE,
)
_DELIVERED = ("government", "congress", "consultative", "court", "procuratorate", "unknown")
_NEXT = re.compile(rf"[;；]\s?{_NUMBER}月(?:份|底|初)?[^。;；,，\n]{{0,8}}?{_DEED}[^。;；,，\n]{{0,60}}")
_YARDSTICK = re.compile(
    r"同比|相比|比$|较$|超过$|高于$|低于$|自$|从$|与$|和$|对$|在$|基础上|延续|以$|按$|截至$|截止$"
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    period = analysis.profile.period
    if period is None or analysis.profile.kind == "plan":
        return
    whole_year = (period.end - period.start).days > 300
    if whole_year and analysis.profile.kind in _DELIVERED:
        return
    body = analysis.body
    told = [e for e in analysis.profile.evidence if e.field == "period"]
    for found in _EVENT.finditer(body):
        year = found.group("year")
        if int(year) >= period.start.year if year else whole_year:
            continue
        if _YARDSTICK.search(body[max(0, found.start() - 4) : found.start()]) or _is_background(found):
            continue
        section = analysis.section_at(found.start())
        if section is not None and section.role in ("plan", "problem"):
            continue
        end = found.end()
        while (more := _NEXT.match(body, end)) is not None:
            end = more.end()
        yield Alarm(
            found.start(),
            end,
            zh=(
                f"报告期间是{period.label}，这里说的是期间以前的工作，不应算作本期成绩；若是跨期工作，"
                f"请写明延续关系。"
            ),
            en=f"The report is for {period.label}; this was done before it. If it goes on, say so.",
            related=tuple(
                Side(e.start, e.end, f"报告期间：{period.label}", f"period: {period.label}") for e in told
            ),
            evidence={"period": period.label},
            caveat_zh="作为背景或跨期工作的起点提及时可以保留。",
            caveat_en="It may stand as background or as the start of work that goes on.",
        )


def _is_background(found: re.Match[str]) -> bool:
    """去年9月启动的工程: the deed only tells which thing is meant."""
    return bool(re.match(r"[^,，。]{0,12}?的(?!.{0,20}(?:调研|培训|活动|会议)$)", found.group("object")))
