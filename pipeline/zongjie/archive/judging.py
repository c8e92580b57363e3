"""What a figure of the next report says of a promised one: kept, partly, missed, or not to be told.

左右 is kept within a twentieth; 以内 and indicators that should be low (unemployment, prices) are
kept by anything below. An indicator that fell short is missed; of a deed or a count some part is done.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from zongjie.document import Quantity
from zongjie.document.ledger import Promise, PromiseStatus
from zongjie.lexicons.units import units
from zongjie.renderers.decimals import readable_number

_LOW = re.compile(r"失业率|价格|涨幅|赤字|死亡|事故|不良贷款率|贫困发生率|浓度|投诉|发案|负担率|成本")
_FALL = re.compile(r"下降|减少|降低|压减|回落|负增长|下调|缩减|缩短|降")
_RATE = re.compile(r"[率比重]$|占比|比例|指数")
_ABOUT = Decimal("0.05")
_FAR = 30  # times: a figure so far off counts something else
_BOUNDS_ZH = {
    "about": "约{}", "more_than": "超过{}", "less_than": "不到{}", "at_least": "{}以上", "at_most": "{}以内",
}  # fmt: skip
_BOUNDS_EN = {
    "about": "about {}", "more_than": "over {}", "less_than": "under {}", "at_least": "at least {}",
    "at_most": "at most {}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judgement:
    """A status and its reason in Chinese and English."""

    status: PromiseStatus
    reason_zh: str
    reason_en: str


def comparable(promise: Promise, q: Quantity) -> bool:
    """Whether a figure counts in the promise's unit, and tells growth where growth was promised."""
    growth = q.change is not None and q.change.to is None
    promised = promise.change_kind is not None
    if growth != promised and "%" in (promise.unit or "", q.unit or "") and not _is_rate(promise):
        return False
    return base(promise.unit) == base(q.unit) and q.rank is None


def judge(promise: Promise, promised: str, q: Quantity, told: str) -> Judgement:
    """Hold the figure ``q`` against the promise; ``promised`` and ``told`` are their clauses' words."""
    assert promise.value is not None
    assert q.value is not None
    aim, got = amount(promise.value, promise.unit), amount(q.value, q.unit)
    if bool(_FALL.search(promised)) != bool(_FALL.search(told)) and promise.change_kind is not None:
        got = -got
    low = promise.bound in ("at_most", "less_than") or (
        _LOW.search(f"{promise.metric or ''}{promise.object or ''}") is not None
        and promise.change_kind != "增减"
        and not _FALL.search(promised)
    )
    high = amount(promise.value_max, promise.unit) if promise.value_max is not None else aim
    slack = abs(aim) * _ABOUT if promise.bound == "about" else Decimal(0)
    kept = got <= high + slack if low else got >= aim - slack
    if not low and q.bound == "less_than" and got <= aim:
        kept = False
    zh, en = _both(promise, q)
    if got > 0 and aim > 0 and not promise.change_kind and max(got / aim, aim / got) > _FAR:
        return Judgement("unclear", f"{zh}：相差太远，口径可能不同", f"{en}: too far apart to be one count")
    if kept:
        return Judgement("done", f"{zh}：达到", f"{en}: kept")
    if _is_indicator(promise):
        return Judgement("missed", f"{zh}：没有达到", f"{en}: fell short")
    return Judgement("partly", f"{zh}：完成了一部分", f"{en}: done in part")


def _is_indicator(promise: Promise) -> bool:
    """A state that was to be reached, not a count of deeds."""
    if promise.change_kind is not None or promise.unit in ("%", "百分点"):
        return True
    return promise.metric is not None and _RATE.search(promise.metric) is not None


def _is_rate(promise: Promise) -> bool:
    """A rate, or a rise of prices, is told as a level and as a change alike."""
    name = promise.metric or promise.object or ""
    return "价格" in name or name.endswith("率")


@lru_cache(maxsize=1024)
def base(unit: str | None) -> str | None:
    """The unit in which figures of this unit are compared."""
    known = units().get(unit or "")
    return known.base if known else unit


def amount(value: Decimal, unit: str | None) -> Decimal:
    """The value in the base unit of its dimension."""
    known = units().get(unit or "")
    return value * known.factor if known else value


def _both(promise: Promise, q: Quantity) -> tuple[str, str]:
    assert promise.value is not None
    assert q.value is not None
    aim, got = (promise.value, promise.unit, promise.bound), (q.value, q.unit, q.bound)
    return (
        f"承诺{_words(*aim, 'zh')}，实际{_words(*got, 'zh')}",
        f"promised {_words(*aim, 'en')}, told {_words(*got, 'en')}",
    )


def _words(value: Decimal, unit: str | None, bound: str, lang: str) -> str:
    number = f"{readable_number(value, lang)}{'' if lang == 'zh' or unit in ('%', None) else ' '}{unit or ''}"
    return (_BOUNDS_EN if lang == "en" else _BOUNDS_ZH).get(bound, "{}").format(number)
