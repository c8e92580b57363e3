"""Which figures of a report matter most, and how each is told in a few words.

Weight, not order: a headline indicator (地区生产总值), a rank, a figure that its own heading or
the opening speaks of, and one whose object is clear weigh more than a figure in passing.
"""

from collections import Counter
from collections.abc import Sequence
from math import log10

from zongjie.document import Analysis, Quantity
from zongjie.summarizers.telling import tell

_HEADLINE = (
    "地区生产总值", "国内生产总值", "生产总值", "一般公共预算收入", "财政收入", "固定资产投资",
    "社会消费品零售总额", "居民人均可支配收入", "进出口", "城镇新增就业", "粮食总产", "粮食产量",
    "规模以上工业增加值", "营业收入", "利润总额", "净利润", "门急诊", "提案", "办复率", "满意率",
    "合格率", "升学率", "就业率", "主营业务收入", "受理案件", "审结", "立案",
)  # fmt: skip
_PER_GROUP = 2


def key_figures(analysis: Analysis, limit: int = 10) -> tuple[Quantity, ...]:
    """The ``limit`` weightiest achievements, at most two of one theme group, in reading order."""
    rated = sorted(analysis.achievements, key=lambda q: (weight(q, analysis), -q.start), reverse=True)
    chosen: list[Quantity] = []
    groups: Counter[str] = Counter()
    told: set[str] = set()
    for q in rated:
        section = analysis.section_at(q.start)
        group = section.theme.group if section and section.theme else ""
        if (
            groups[group] >= max(_PER_GROUP, limit // 2)
            or _name(q) in told
            or (section and section.role == "plan")
            or not tell(q, analysis)
        ):
            continue
        chosen.append(q)
        groups[group] += 1
        told.add(_name(q))
        if len(chosen) == limit:
            break
    return tuple(sorted(chosen, key=lambda q: q.start))


def weight(q: Quantity, analysis: Analysis) -> float:
    """How much a figure matters, in no unit: only the order counts."""
    name = _name(q)
    score = 2.0 if name.startswith(_HEADLINE) else 0.0
    score += 1.0 if 2 <= len(name) <= 10 else 0.3
    score += 1.0 if q.rank and q.rank <= 3 else 0.0
    score += 0.6 if q.action else 0.0
    score -= 0.8 if q.of else 0.0
    if q.value is not None and q.value > 0:
        score += min(log10(1 + min(float(q.value), 1e15)), 8.0) / 10
    section = analysis.section_at(q.start)
    if section is not None:
        score += 0.3 if section.role in ("opening", "achievement") else -0.5
        if section.heading and name[-2:] in section.heading:
            score += 0.4
    return score


def spans_of(figures: Sequence[Quantity]) -> list[tuple[int, int]]:
    return [(q.start, q.end) for q in figures]


def _name(q: Quantity) -> str:
    return (q.metric or q.object or "").strip()
