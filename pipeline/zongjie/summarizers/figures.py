"""Which figures of a report matter most, and how each is told in a few words.

Weight, not order: a headline indicator (地区生产总值), a rank, a figure that its own heading or
the opening speaks of, and one whose object is clear weigh more than a figure in passing.
"""

from collections import Counter
from collections.abc import Sequence
from math import log10

from zongjie.document import Analysis, Quantity

_HEADLINE = (
    "地区生产总值", "国内生产总值", "生产总值", "一般公共预算收入", "财政收入", "固定资产投资",
    "社会消费品零售总额", "居民人均可支配收入", "进出口", "城镇新增就业", "粮食总产", "粮食产量",
    "规模以上工业增加值", "营业收入", "利润总额", "净利润", "门急诊", "提案", "办复率", "满意率",
    "合格率", "升学率", "就业率", "主营业务收入", "受理案件", "审结", "立案",
)  # fmt: skip
_MAX_OBJECT = 16
_PER_GROUP = 2
_NEAR = 8  # characters between a verb and its figure


def key_figures(analysis: Analysis, limit: int = 8) -> tuple[Quantity, ...]:
    """The ``limit`` weightiest achievements, at most two of one theme group, in reading order."""
    rated = sorted(
        ((weight(q, analysis), -q.start, q) for q in analysis.achievements if tell(q, analysis)),
        key=lambda one: one[:2],
        reverse=True,
    )
    chosen: list[Quantity] = []
    groups: Counter[str] = Counter()
    told: set[str] = set()
    for _, _, q in rated:
        section = analysis.section_at(q.start)
        group = section.theme.group if section and section.theme else ""
        if groups[group] >= max(_PER_GROUP, limit // 2) or _name(q) in told:
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
    score = 2.0 if any(name.startswith(head) for head in _HEADLINE) else 0.0
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


def tell(q: Quantity, analysis: Analysis) -> str:
    """The figure in words (解决实际问题10件), or "" where its object is unclear."""
    name, words = _name(q), analysis.report.text[q.start : q.end].strip()
    if not name or len(name) > _MAX_OBJECT or q.value is None or "\n" in words:
        return ""
    figure = bounded(words, q.bound)
    if q.change is not None and q.unit in ("%", "个百分点", "‰", "倍"):
        verb = q.action if q.action and q.action not in name else ""
        return f"{name}{verb}{figure}" if verb else ""
    near = (
        q.action and len(q.action) <= 4 and not name.startswith(q.action) and _is_near(q, name, analysis.body)
    )
    if q.action and not near and not q.metric and not name.startswith(q.action):
        return ""  # the verb may belong to something else in the clause
    verb = q.action if near and q.action else ""
    if q.metric or q.unit in ("%", "‰") or q.rank:
        return f"{name}{verb}{figure}"
    return f"{verb}{name}{figure}"


def _is_near(q: Quantity, name: str, body: str) -> bool:
    """Whether the verb stands right before the figure, or before its object and the figure."""
    at = body.rfind(q.action or "", max(0, q.start - _NEAR - len(name) - 8), q.start)
    if at < 0 or not q.action:
        return False
    between = body[at + len(q.action) : q.start].replace(name, "")
    return len(between) <= _NEAR


def bounded(words: str, bound: str) -> str:
    """The figure with the bound that stood outside its span: 超 60, 近 60, 98% 以上."""
    if any(mark in words for mark in "多余几近超约"):
        return words
    before = {"more_than": "超", "less_than": "近", "about": "约"}
    after = {"at_least": "以上", "at_most": "以内"}
    return f"{before.get(bound, '')}{words}{after.get(bound, '')}"


def spans_of(figures: Sequence[Quantity]) -> list[tuple[int, int]]:
    return [(q.start, q.end) for q in figures]


def _name(q: Quantity) -> str:
    return (q.metric or q.object or "").strip()
