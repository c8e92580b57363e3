"""The indicators of a report: which metric, for which days, how much; told, quoted or promised.

What to call: ``metric_values(analysis)``. One row for each metric, change, period and unit, in
reading order: of several, an exact figure, and the first one, since what follows tells of parts
(a district, a branch). The days come from the period named in the sentence, else from the report's own
(a target: the period that the plan is for; a baseline: the year before). A report of five years
tells levels and growth of its last year, and 年均 over all of them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from zongjie.archive.identity import body_of
from zongjie.archive.metric_names import is_metric, known_metrics, metric_name
from zongjie.archive.periods import Days, days_of, following, last_year_of, last_years, own_days, year
from zongjie.archive.respective import respective_metric
from zongjie.archive.zones import is_reviewed
from zongjie.document import Analysis, Bound, Quantity
from zongjie.document.metric_value import MetricRole, MetricValue

_ROLES: dict[str, MetricRole] = {"achievement": "reported", "baseline": "quoted", "target": "target"}
_FELL = re.compile(r"下降|减少|降低|负增长|回落|缩减|下滑|减$|降$")
_OPPOSITE: dict[Bound, Bound] = {
    "more_than": "less_than", "less_than": "more_than", "at_least": "at_most", "at_most": "at_least",
}  # fmt: skip
_YEARLY = re.compile(r"年均|(?:平均每|每年平均|年平均|年均?递)[^，。；]{0,6}$")
_RUN = re.compile(r"([两三四五])年[^，。；]{0,4}(?:年均|平均)")
_SUM = re.compile(r"累计|[两三四五]年共|合计|总共")
_COUNT = {"两": 2, "三": 3, "四": 4, "五": 5}
_COMING_YEARS = re.compile(
    r"(?:今后|未来|后)[三四五]年|“?十[一二三四五]五”?(?:时期|期间)|下一?个五年|本届政府"
)
_ADDED = re.compile(r"(?:减少|新增|增加|脱贫(?!人口)|退出)(?![到至])")
_KINDS = frozenset(("同比", "环比", "较上年", "年均", "增减", "翻番"))
_RATES = ("率", "比重", "占比", "比例", "价格", "指数", "度")
_MONEY = (
    "生产总值",
    "预算收入",
    "预算支出",
    "零售总额",
    "固定资产投资",
    "增加值",
    "进出口总额",
    "可支配收入",
)
_PART = re.compile(  # a figure of such a place is none of the whole body
    r"新区|高新区|经开区|开发区|试验区|示范区|保税区|自贸区|园区|县域|经济带|经济圈|都市圈|[^一二三四五六七八九十两各和全]{2}县(?![级委])"
)
_YEAR_FROM = re.compile(r"[从由](?:.{0,4}?)((?:19|20)[0-9]{2})年")
_PARAGRAPH = 400  # characters: how far a 从20XX年 speaks for those that follow
_AHEAD = re.compile(r"将|力争|确保|目标|预期|计划|争取|到20[0-9]{2}年")
_WHOLE = re.compile(r"全[国省市县区州]|我[国省市县区州]|[国省市县]内?生产总值")
_SENTENCE, _SUBJECT = 120, 14  # characters
_PLACED = re.compile(r"[\s*]{0,6}(?:在|到|按|根据|围绕|面对|支持|推动|加快|坚持)")
_EMPTY = frozenset(("台阶", "大关", "总量", "总额", "增长", "增速", "增幅", "实际", "同比", "关口"))
_WHOLE_PERIOD = frozenset(("年均", "翻番"))


def metric_values(analysis: Analysis) -> tuple[MetricValue, ...]:
    """Every figure of an indicator in the report, in reading order."""
    found: dict[tuple[object, ...], MetricValue] = {}
    for value in _values(analysis):
        key = (value.metric, value.change_kind, value.period_start, value.period_end, value.unit, value.role)
        known = found.get(key)
        if known is None or (known.bound != "exact" and value.bound == "exact"):
            found[key] = value
    return tuple(sorted(found.values(), key=lambda value: value.start))


def _values(analysis: Analysis) -> Iterator[MetricValue]:
    profile, body = analysis.profile, analysis.body
    own = own_days(profile.period)
    whose = body_of(profile)
    for q in analysis.quantities:
        if q.kind not in _ROLES:
            continue
        metric = _metric(analysis, q)
        if metric is None or q.value is None:
            continue
        kind = _change_kind(body, q, metric)
        if kind is None and not _is_level(q, metric):
            continue
        role = _ROLES[q.kind]
        if (
            role == "target"
            and is_reviewed(analysis.sections, q.start)
            and not _AHEAD.search(body, *_reach(q))
        ):
            role = "reported"
        days = _days(analysis, q, kind, role, own)
        if role == "reported" and days is not None and own is not None and days.end < own.start:
            role = "quoted"
        value = MetricValue(
            organisation=whose.name if whose else profile.organisation,
            metric=metric,
            change_kind=kind,
            period_start=days.start if days else None,
            period_end=days.end if days else None,
            value=q.value,
            value_max=q.value_max,
            unit=q.unit or ("人" if metric.endswith("人口") else None),
            bound=q.bound,
            role=role,
            start=q.start,
            end=q.end,
        )
        yield _signed(value, body, q)


def _metric(analysis: Analysis, q: Quantity) -> str | None:
    """The metric's one name; None for a rank, and for a figure of a part of the whole body."""
    words = q.metric if q.metric else q.object if is_metric(q.object) else None
    if q.rank is not None:
        return None
    if words in _EMPTY or (q.object is None and words is None):
        words = _named_before(analysis.body, q.start)
    words = respective_metric(analysis, q) or words
    if words is None or (is_metric(words) and _of_part(analysis, q.start)):
        return None
    return metric_name(words, nation=analysis.profile.level == "国")


def _of_part(analysis: Analysis, start: int) -> bool:
    """Whether the sentence, or the clause, began with a part of the whole body (高新区)."""
    if analysis.profile.level not in ("国", "省", "市"):
        return False
    body = analysis.body
    opens = max(body.rfind(stop, max(0, start - _SENTENCE), start) for stop in "。\n") + 1
    clause = max(body.rfind(stop, max(0, start - _SENTENCE), start) for stop in "。，；\n") + 1
    if _PART.search(body, clause, start):
        return True
    paragraph = body.rfind("\n", 0, start) + 1
    return _is_subject(body, opens) or (
        _is_subject(body, paragraph) and _WHOLE.search(body, clause, start) is None
    )


def _is_subject(body: str, opens: int) -> bool:
    """Whether what begins at ``opens`` begins with a part of the whole body."""
    subject = body[opens : opens + _SUBJECT]
    return _PART.search(subject) is not None and _PLACED.match(subject) is None


def _named_before(body: str, start: int) -> str | None:
    """The indicator that the sentence began with: 生产总值迈上新台阶，达到1200亿元."""
    opens = max(body.rfind(stop, max(0, start - 60), start) for stop in "。；\n")
    found = [one.group() for one in known_metrics().finditer(body, max(opens, start - 60, 0), start)]
    return found[-1] if found else None


def _is_level(q: Quantity, metric: str) -> bool:
    """Whether a figure without a change measures the metric itself: 70% of a spending does not."""
    if q.unit in ("百分点", "倍") or (metric.endswith(_MONEY) and "元" not in (q.unit or "%元")):
        return False
    return q.unit != "%" or metric.endswith(_RATES)


def _change_kind(body: str, q: Quantity, metric: str) -> str | None:
    """None for a level: the 到 of 从…到… is one. A price's rise is a change whatever its verb."""
    before = body[q.clause[0] : q.start] if q.clause else ""
    if q.change is None or q.change.to is not None:
        if metric == "居民消费价格" and q.unit == "%":
            return "同比"
        added = q.change is None and q.unit != "%" and _ADDED.search(before) and "新增" not in metric
        return "增减" if added else None
    if _YEARLY.search(before):
        return "年均"
    kind = q.change.kind
    return "增减" if kind not in _KINDS and q.unit not in ("%", "百分点") else kind


def _days(
    analysis: Analysis, q: Quantity, kind: str | None, role: MetricRole, own: Days | None
) -> Days | None:
    body = analysis.body
    named = days_of(q.period, own)
    if kind in _WHOLE_PERIOD:
        return _over_years(body, q, named, own)
    if own is None:
        return named
    if q.kind == "baseline":
        return _before_change(body, q) or year(own.start.year - 1)
    reached = q.change is not None and q.change.to is not None
    if named is not None and not (reached and _YEAR_FROM.search(body, *_reach(q)) and named.end < own.end):
        return named
    if role == "target":
        return _coming(analysis, q, own)
    return own if _SUM.search(body, *_reach(q)) else last_year_of(own)


def _before_change(body: str, q: Quantity) -> Days | None:
    """The year of a 从: named in its clause, else by the last 从20XX年 of the paragraph (五年来…)."""
    opens = max(body.rfind("\n", 0, q.start) + 1, q.start - _PARAGRAPH)
    told = [found[1] for found in _YEAR_FROM.finditer(body, opens, q.start)]
    return year(int(told[-1])) if told else None


def _reach(q: Quantity) -> tuple[int, int]:
    """The part of its clause before the figure."""
    return (q.clause[0], q.start) if q.clause and q.clause[0] < q.start else (max(0, q.start - 12), q.start)


def _over_years(body: str, q: Quantity, named: Days | None, own: Days | None) -> Days | None:
    """The years of an average: those named (三年年均), else those of the report, else five."""
    end = own if named is not None and own is not None and named.end < own.start else named or own
    if end is None or end.years > 1:
        return end
    told = _RUN.search(body, max(0, q.start - 24), q.start)
    return last_years(end, _COUNT[told[1]] if told else own.years if own and own.years > 1 else 5)


def _coming(analysis: Analysis, q: Quantity, own: Days) -> Days:
    """What a target is for: the next period, or the five years of its section's heading."""
    inside = [s for s in analysis.sections if s.start <= q.start < s.end and s.heading]
    if any(_COMING_YEARS.search(section.heading or "") for section in inside):
        first = own.end.year + 1
        return Days(year(first).start, year(first + 4).end)
    return following(own)


def _signed(value: MetricValue, body: str, q: Quantity) -> MetricValue:
    """A fall is negative, and its bound turns round with it."""
    if value.change_kind is None or value.value <= 0:
        return value
    told = (q.action or "") + "|" + body[max(0, q.start - 4) : q.start]
    if not _FELL.search(told):
        return value
    low, high = -value.value, None if value.value_max is None else -value.value_max
    if high is not None:
        low, high = min(low, high), max(low, high)
    return replace(value, value=Decimal(low), value_max=high, bound=_OPPOSITE.get(value.bound, value.bound))
