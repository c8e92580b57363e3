"""The targets that the report set itself for the next period, with their figures."""

import re
from dataclasses import dataclass

from zongjie.document import Analysis, Quantity
from zongjie.drafters.phrases import sound

_MOST = 4
_MOST_GROWTH = 60  # percent: more is a plan of fulfilment or a misreading
_HEADLINE = (
    "生产总值", "预算收入", "财政收入", "工业增加值", "固定资产投资", "社会消费品零售总额", "进出口",
    "可支配收入", "新增就业", "失业率", "居民消费价格", "粮食产量", "粮食总产", "营业收入", "利润", 
    "工业总产值", "国民收入",
)  # fmt: skip
_WHOLE = re.compile(
    r"(?:地区|国内|全[国省市县区]|城镇|居民|全体居民|城镇居民|规模以上|规上|外贸|货物|地方|一般公共)?.{0,4}"
    rf"(?:{'|'.join(_HEADLINE)})(?:总额)?"
)


@dataclass(frozen=True, slots=True)
class StatedTarget:
    """A target at ``[start, end)`` of the report: of which metric, and in words."""

    start: int
    end: int
    metric: str
    words: str


def stated_targets(analysis: Analysis) -> list[StatedTarget]:
    """Up to four headline targets of the plan sections (地区生产总值增长5%左右)."""
    found: dict[str, StatedTarget] = {}
    for q in analysis.quantities:
        words = _told(q, analysis) if q.kind == "target" else ""
        if words:
            found.setdefault(q.metric or "", StatedTarget(q.start, q.end, q.metric or "", words))
        if len(found) == _MOST:
            break
    order = {head: at for at, head in enumerate(_HEADLINE)}
    return sorted(found.values(), key=lambda one: min(at for head, at in order.items() if head in one.words))


def _told(q: Quantity, analysis: Analysis) -> str:
    """The target in words, or "" where it is no headline or not plain."""
    metric = q.metric or ""
    section = analysis.section_at(q.start)
    if q.value is None or not _WHOLE.fullmatch(metric) or "占" in metric or not sound(metric, 14, 3):
        return ""
    if section is None or section.role not in ("plan", "opening"):
        return ""
    words = analysis.body[q.start : q.end].strip()
    if "\n" in words or len(words) > 12:
        return ""
    before = {"more_than": "超过", "less_than": "近", "about": ""}.get(q.bound, "")
    after = {"at_least": "以上", "at_most": "以内", "about": "左右"}.get(q.bound, "")
    verb = q.action if q.change is not None and q.action in ("增长", "下降", "提高", "降低", "上涨") else ""
    if q.unit == "%" and q.value > _MOST_GROWTH:
        return ""
    if q.change is not None and not verb:
        return ""
    return f"{metric}{verb}{before}{words}{after}"
