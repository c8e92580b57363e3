"""Something is told as done that lies after the end of the period.

What it flags
    A month after the period's last one (or 年底), with a deed done, in a report for part of a
    year; the word for what is still to come (将, 拟, 计划, 前) is missing.
Why it matters
    It cannot have happened yet: the text was taken from a report for the whole year.
Flagged
    「⟦11月完成验收⟧」 in a half-year report
Accepted
    「计划11月完成验收」「力争年底建成」「去年11月完成验收」
Known misses
    Deeds without a date; reports for a whole year.
Source
    The period in the report's own title.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="TM03",
    name="out-of-period-done",
    title="期后已完成",
    severity="error",
    flagged=(
        "甲山县水务局2024年上半年工作总结\n一、主要工作\n泵站改造⟦11月完成了验收⟧，投入使用。",
        "甲山县政协2024年上半年工作总结\n一、上半年工作回顾\n半年召开交流会；⟦年底召开全会⟧进行总结。",
    ),
    accepted=(
        "甲山县水务局2024年上半年工作总结\n一、主要工作\n泵站改造计划11月完成验收，"
        "力争年底建成。去年11月完成清淤12公里。",
        "甲山县水务局2024年工作总结\n一、主要工作\n泵站改造11月完成了验收。",
    ),
    about="期间结束以后的月份（或“年底”）却写成已经做完。带“将”“拟”“计划”的不报。",
)
# A deed, or after other words (12月泵站改造通过了验收) one that says by itself that it is done.
_DEED = r"(?:召开|举行|举办|完成|通过|建成|开展|印发|组织|实现|竣工|投产|启用|成立)了?"
_DONE = r"(?:召开|举办|举行|完成|通过|开展|组织|成立|实现)了|竣工|建成投[用产]|投入使用|通车|落成|揭牌"
_EVENT = re.compile(
    rf"(?<![\d年度去上—\-至到])(?:(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|底|初|中旬|"
    rf"上旬|下旬)?|(?P<end>年底|年末))(?![前之以起])[,，]?"
    rf"(?:{_DEED}[^。;；,，\n进]{{0,12}}|[^。;；,，\n进的前]{{2,10}}?(?:{_DONE})[^。;；,，\n]{{0,12}})"
)
_TO_COME = re.compile(
    r"将|希望|有望|拟|计划|预计|力争|确保|争取|之前|底前|月前|定于|目标|截止|准备|要|下一步|下半年|明年|安排|必须"
)
_REACH = 300
_OTHER_YEAR = re.compile(r"去年|上年|20\d\d年")
_MONTHS = {
    w: n
    for n, w in enumerate(("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"), 1)
}


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    period = analysis.profile.period
    if period is None or (period.end - period.start).days > 300 or analysis.profile.kind == "plan":
        return
    body = analysis.body
    told = [e for e in analysis.profile.evidence if e.field == "period"]
    for found in _EVENT.finditer(body):
        month = 12 if found.group("end") else _month(found.group("month"))
        if month <= period.end.month:
            continue
        section = analysis.section_at(found.start())
        if section is not None and section.role in ("plan", "problem"):
            continue
        if _OTHER_YEAR.search(body, *_around(body, found, "。\n")):
            continue
        if _TO_COME.search(body, *_around(body, found, "。;；\n")):
            continue
        yield Alarm(
            found.start(),
            found.end(),
            zh=(
                f"报告期间到{period.end.month}月底为止（{period.label}），这里却把以后的事写成已经做了，"
                f"请核对时间或改为计划。"
            ),
            en=(
                f"The period ends in month {period.end.month} ({period.label}), "
                f"yet this is told as done after it."
            ),
            related=tuple(
                Side(e.start, e.end, f"报告期间：{period.label}", f"period: {period.label}") for e in told
            ),
            evidence={"period": period.label, "month": month},
            severity="warning",
        )


def _month(words: str) -> int:
    return int(words) if words.isdigit() else _MONTHS[words]


def _around(body: str, found: re.Match[str], stops: str) -> tuple[int, int]:
    """The stretch between ``stops`` in which the match stands, ``_REACH`` characters either side at most."""
    first, last = max(0, found.start() - _REACH), min(len(body), found.end() + _REACH)
    start = max(max(body.rfind(stop, first, found.start()) for stop in stops) + 1, first)
    ends = [at for stop in stops if (at := body.find(stop, found.end(), last)) >= 0]
    return start, min(ends, default=last)
