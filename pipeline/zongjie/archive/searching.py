"""A question in words and numbers (提案 > 100 件) as conditions on the figures of the archive.

The words must all stand in what is counted, its metric or its clause; the number is compared in
whatever unit of the same dimension the reports use (20公里 finds 25000米).
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from zongjie.errors import SettingsError
from zongjie.lexicons.units import units

_COMPARED = re.compile(
    r"""(?P<sign>>=|<=|≥|≤|>|<|＞|＜|=|＝|不少于|不低于|超过|大于|多于|不超过|少于|小于|低于|等于)\s{0,4}
    (?P<number>-?\d{1,15}(?:\.\d{1,6})?)\s{0,2}(?P<scale>万亿|亿|万|千)?\s{0,2}(?P<unit>[^\s\d]{0,8})""",
    re.VERBOSE,
)
_SIGNS = {
    "≥": ">=", "≤": "<=", "＞": ">", "＜": "<", "＝": "=", "不少于": ">=", "不低于": ">=", "超过": ">",
    "大于": ">", "多于": ">", "不超过": "<=", "少于": "<", "小于": "<", "低于": "<", "等于": "=",
}  # fmt: skip
_SCALES = {"千": 10**3, "万": 10**4, "亿": 10**8, "万亿": 10**12}


@dataclass(frozen=True, slots=True)
class Asked:
    """The words, and the comparison if there is one: ``sign`` as in SQL, ``value`` in ``unit``."""

    words: tuple[str, ...]
    sign: str | None = None
    value: Decimal | None = None
    unit: str | None = None


def asked(question: str) -> Asked:
    """Read a question. Raises ``SettingsError`` for one without words.

    >>> asked("提案 > 100 件")
    Asked(words=('提案',), sign='>', value=Decimal('100'), unit='件')
    >>> asked("高标准农田 不少于5万亩").value
    Decimal('50000')
    """
    found = _COMPARED.search(question)
    rest = question if found is None else question[: found.start()] + " " + question[found.end() :]
    words = tuple(rest.split())
    if not words:
        raise SettingsError("要问什么？例：提案 > 100 件。", "what about? For example: 提案 > 100 件")
    if found is None:
        return Asked(words)
    value = Decimal(found["number"]) * _SCALES.get(found["scale"] or "", 1)
    return Asked(words, _SIGNS.get(found["sign"], found["sign"]), value, found["unit"] or None)


def condition(question: Asked) -> str:
    """The question as a condition in SQL on ``quantities q JOIN reports r``."""
    clause = "substr(r.text, q.clause_start + 1, q.clause_end - q.clause_start)"
    told = f"concat_ws(' ', q.object, q.metric, {clause})"
    parts = [f"contains({told}, {_quoted(word)})" for word in question.words]
    if question.value is not None:
        parts.append(f"({_compared(question)})")
    return " AND ".join(parts)


def _compared(question: Asked) -> str:
    assert question.value is not None
    known = units()
    own = known.get(question.unit or "")
    if question.unit is None:
        return f"q.value {question.sign} {question.value:f}"
    if own is None:
        return f"q.unit = {_quoted(question.unit)} AND q.value {question.sign} {question.value:f}"
    alike = {one.name: one.factor for one in known.values() if one.base == own.base}
    value = question.value * own.multiplier * own.factor
    return " OR ".join(
        f"(q.unit = {_quoted(name)} AND q.value {question.sign} {value / factor:f})"
        for name, factor in sorted(alike.items())
    )


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"
