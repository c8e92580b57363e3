"""For which period the next plan is, and what it is called."""

import re
from dataclasses import dataclass, replace

from zongjie.document import Analysis

_YEAR = re.compile(r"(20\d\d|19\d\d)\s?年")
_FIVE_YEARS = re.compile(r"[过去这近十]{1,2}五年|五年来|[一二三四五六七八九十]{2,3}大以来")
_OFTEN, _OPENING = 3, 4000  # so often in so many characters of the opening: a report on a whole term
_HEAD = 60  # characters of a plan section in which its period is named
_PERSONAL = re.compile(r"个人|述职|年终")  # from here on a personal report's title says what it is
_PUT_BEFORE = re.compile(r"^(?:[（(][^（）()]{1,12}[）)]|度){1,2}")
_DOCUMENT = re.compile(
    r"(?:关于)?(?:\d{4}年(?:度|上半年|下半年)?|上半年|下半年)?(?:政府工作报告|工作报告|工作总结|总结|汇报|报告).{0,30}$"
)


@dataclass(frozen=True, slots=True)
class NextPeriod:
    """``label`` stands in the title (2024年下半年), ``short`` in sentences (下半年, 明年 is never used).

    ``last`` is how the past period is called beside a figure (上半年, 2025年, 上期).
    """

    label: str
    short: str
    last: str

    @property
    def year(self) -> int | None:
        """The year that the title names, if any."""
        year = _YEAR.match(self.label)
        return int(year[1]) if year else None


def next_period(analysis: Analysis) -> NextPeriod:
    """The period that the report's own plan covers, else the one that follows the report's.

    A year that the report does not name stands in the title only: sentences say 新一年.
    """
    found = _next_period(analysis)
    year = _YEAR.match(found.short)
    return replace(found, short="新一年") if year and year[1] not in analysis.body else found


def _next_period(analysis: Analysis) -> NextPeriod:
    period = analysis.profile.period
    planned = _planned_words(analysis)
    if period is None:
        named = _YEAR.search(planned)
        label = f"{named[1]}年" if named else ""
        return NextPeriod(label or "下一阶段", label or "下一阶段", "上期")
    start, end = period.start, period.end
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    last = _last(analysis, start.year, start.month, months)
    if end.month == 6 and months == 6:
        return NextPeriod(f"{end.year}年下半年", "下半年", last)
    if months <= 1:
        year, month = (end.year + 1, 1) if end.month == 12 else (end.year, end.month + 1)
        return NextPeriod(f"{year}年{month}月", "下月", last)
    if months == 3 and end.month < 12:
        quarter = "二三四"[end.month // 3 - 1]
        return NextPeriod(f"{end.year}年{quarter}季度", f"{quarter}季度", last)
    if "学年" in period.label or "学期" in period.label:
        word = "学年" if "学年" in period.label else "学期"
        return NextPeriod(f"下{word}", f"新{word}", f"上{word}")
    if months <= 6 and end.month == 12:
        return NextPeriod(f"{end.year + 1}年", f"{end.year + 1}年", last)
    if end.month not in (11, 12) and months < 12:
        return NextPeriod("下一阶段", "下一阶段", last)
    years = [int(word) for word in _YEAR.findall(planned) if end.year < int(word) <= end.year + 10]
    following = end.year + 1 if not years or end.year + 1 in years else max(years, key=years.count)
    return NextPeriod(f"{following}年", f"{following}年", last)


def _last(analysis: Analysis, year: int, month: int, months: int) -> str:
    if months == 6:
        return "上半年" if month == 1 else "下半年"
    if months <= 1:
        return "上月"
    if months == 3:
        return "上季度"
    several = len(_FIVE_YEARS.findall(analysis.body, 0, _OPENING)) >= _OFTEN
    return f"{year}年" if months == 12 and f"{year}" in analysis.body and not several else "上期"


def _planned_words(analysis: Analysis) -> str:
    """The title and the heads of the plan sections: where the plan names its period."""
    title = analysis.outline.title
    parts = [analysis.body[title[0] : title[1]]] if title else []
    parts += [analysis.body[s.start : s.start + _HEAD] for s in analysis.sections if s.role == "plan"][:6]
    return " ".join(parts)


def plan_title(analysis: Analysis, period: NextPeriod) -> str:
    """市政协2024年下半年工作计划（草稿）."""
    name = organisation(analysis) or ("个人" if analysis.profile.kind == "personal" else "")
    return f"{name}{period.label}工作计划（草稿）"


def organisation(analysis: Analysis) -> str:
    """Whose plan it is, as the report calls itself; "" where it does not say."""
    name = (analysis.profile.organisation or "").strip() or _of_title(analysis)
    if _PERSONAL.search(name):
        name = _PUT_BEFORE.sub("", _PERSONAL.split(name)[0]).strip()
    return name if len(name) > 1 else ""


def _of_title(analysis: Analysis) -> str:
    """What the title says before it says that this is a report."""
    title = (analysis.profile.title or "").strip()
    name = _DOCUMENT.sub("", title).strip(" 《》#*") if title else ""
    name = re.sub(r"^[\s\d]{0,6}月份?\s?", "", _YEAR.sub("", name).strip()).strip()
    name = re.split(r"[·\s—-]{0,3}第\s?\d{1,4}\s?期", name)[0].strip(" ·-—")
    return name if 2 <= len(name) <= 20 and not re.search(r"[，。、：:\d]", name) else ""
