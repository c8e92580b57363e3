"""A half-year (quarter, month) report counts the deeds of a whole year.

What it flags
    全年, 年度 or 一年来 with a count or a deed done, in a report whose period is shorter than a
    year; 上半年 likewise in the report of a quarter or month.
Why it matters
    Either the figure or the period is wrong: last year's text with a new title, as a rule.
Flagged
    「⟦全年共⟧组织培训12次」 in a half-year report
Accepted
    「对全年工作作出部署」「完成全年任务的52%」「预计全年实现收入3亿元」: plans and yardsticks.
Known misses
    Whole-year figures without a word that says so.
Source
    The period in the report's own title.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="TM01",
    name="period-mismatch",
    title="期间不符",
    severity="error",
    flagged=(
        "甲山县水务局2024年上半年工作总结\n一、主要工作\n⟦全年共组织培训12次⟧，参加200人次。",
        "甲山县水务局2024年一季度工作总结\n一、主要工作\n⟦上半年累计完成投资3亿元⟧。",
    ),
    accepted=(
        "甲山县水务局2024年上半年工作总结\n一、主要工作\n召开会议3次，对全年工作作出部署。完成投资3亿元，"
        "占全年任务的52%，预计全年完成投资6亿元。",
        "甲山县水务局2024年工作总结\n一、主要工作\n全年共组织培训12次。",
    ),
    about=(
        "半年、季度、月度报告里出现“全年共完成……”“一年来……”：要么数字是去年的，要么期间写错了"
        "。“全年目标”“对全年工作作出部署”不报。"
    ),
)
_NUMBER = r"(?:[\d０-９]|[一二两三四五六七八九十百千]{1,4}(?:余|多)?[个次项件场名家篇人户条万亿])"
_DONE = (
    r"(?:共|累计|总共|一共|共计|合计|总计|先后|已|组织|开展|召开|举办|举行|完成|实现|新增|接待|"
    r"收到|收集|办理|受理|印发|发放|建成|培训|走访|提出)"
)
_WHOLE = re.compile(
    rf"(?P<word>全年|本年度?|年度内|"
    rf"全年度)(?P<done>[^。;；,，\n]{{0,6}}?{_DONE}[^。;；,，\n]{{0,40}}?{_NUMBER}[^。;；,，\n]{{0,20}})"
)
_HALF = re.compile(
    rf"(?P<word>上半年)(?P<done>[^。;；,，\n]{{0,6}}?{_DONE}[^。;；,，\n]{{0,40}}?{_NUMBER}[^。;；,，\n]{{0,20}})"
)
_YEAR_LONG = re.compile(r"(?:^|(?<=[。\n]))\s{0,4}(?P<word>一年来)(?=[,，])", re.MULTILINE)
_YARDSTICK = re.compile(
    r"目标|任务|计划|预算|指标|预期|预计|安排|部署|力争|确保|争取|将|拟|可|有望|同比口径|去年|上年"
)
_BEFORE = re.compile(
    r"(?:预计|力争|确保|争取|占|为|完成|去年|上年|计划|达到|按|[\d]{4}年|对|距离?|超|拟|实现)$"
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    period = analysis.profile.period
    if period is None or analysis.profile.kind == "plan":
        return
    days = (period.end - period.start).days + 1
    patterns = ((_WHOLE, 300), (_YEAR_LONG, 300), (_HALF, 170))
    told = [e for e in analysis.profile.evidence if e.field == "period"]
    related = tuple(
        Side(e.start, e.end, f"报告期间：{period.label}", f"period: {period.label}") for e in told
    )
    for pattern, limit in patterns:
        if days >= limit:
            continue
        for found in pattern.finditer(analysis.body):
            start, end = found.start("word"), found.end()
            if not _is_told_as_done(analysis, found.re is _YEAR_LONG, start, end):
                continue
            words = found.group("word")
            yield Alarm(
                start,
                end,
                zh=(
                    f"报告期间是{period.label}，这里却说“{words}”的完成情况，请核对数字的期间，"
                    f"或改为“{_short(days)}”。"
                ),
                en=(
                    f"The report is for {period.label}, "
                    f"yet this tells what was done in “{words}”; check the period."
                ),
                related=related,
                evidence={"period": period.label, "word": words},
                severity="warning" if pattern is _YEAR_LONG else None,
            )


def _is_told_as_done(analysis: Analysis, bare: bool, start: int, end: int) -> bool:
    section = analysis.section_at(start)
    if section is not None and section.role == "plan":
        return False
    if bare:
        return True
    before = analysis.body[max(0, start - 4) : start]
    return not _YARDSTICK.search(analysis.body, start, end) and not _BEFORE.search(before)


def _short(days: int) -> str:
    return "上半年" if days > 170 else "本季度" if days > 80 else "本月"
