"""Amounts told in two units (3元5角, 5公里300米, 2小时30分) or a unit and a digit (一米八, 3块5).

They are one quantity in the larger unit, or in the smaller one where the larger cannot tell it
exactly (3小时20分 is 200 分钟).
"""

import re
from decimal import Decimal
from fractions import Fraction

from zongjie.extractors.quantities.draft import Draft
from zongjie.lexicons.numerals import read_numeral
from zongjie.lexicons.units import unit_at

_PARTS: dict[str, tuple[str, dict[str, Fraction]]] = {
    "元": (
        "元",
        {"角": Fraction(1, 10), "毛": Fraction(1, 10), "分": Fraction(1, 100), "分钱": Fraction(1, 100)},
    ),
    "角": ("角", {"分": Fraction(1, 10)}),
    "美元": ("美元", {"美分": Fraction(1, 100)}),
    "欧元": ("欧元", {"欧分": Fraction(1, 100)}),
    "英镑": ("英镑", {"便士": Fraction(1, 100)}),
    "公里": ("公里", {"米": Fraction(1, 1000)}),
    "米": ("米", {"分米": Fraction(1, 10), "厘米": Fraction(1, 100), "公分": Fraction(1, 100)}),
    "丈": ("丈", {"尺": Fraction(1, 10)}),
    "尺": ("尺", {"寸": Fraction(1, 10)}),
    "英尺": ("英尺", {"英寸": Fraction(1, 12)}),
    "吨": ("吨", {"公斤": Fraction(1, 1000), "千克": Fraction(1, 1000)}),
    "公斤": ("公斤", {"克": Fraction(1, 1000)}),
    "千克": ("千克", {"克": Fraction(1, 1000)}),
    "斤": ("斤", {"两": Fraction(1, 10)}),
    "磅": ("磅", {"盎司": Fraction(1, 16)}),
    "天": ("天", {"小时": Fraction(1, 24), "个小时": Fraction(1, 24)}),
    "小时": ("小时", {"分钟": Fraction(1, 60), "分": Fraction(1, 60), "秒": Fraction(1, 3600)}),
    "分钟": ("分钟", {"秒": Fraction(1, 60)}),
    "分": ("分钟", {"秒": Fraction(1, 60)}),
}
"""By the larger unit: the name of the whole, and the share of it that each smaller unit is."""
_PARTS["块"] = _PARTS["元"]
_NAMES = {"毛": "角", "公分": "厘米", "分钱": "元", "个小时": "小时", "分": "分钟"}
_DIMENSIONS = {"元": "money", "角": "money", "分钟": "time"}
_GOES_ON = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十两零〇又")
_LESSER = re.compile(
    "[零〇又]?(?P<number>[0-9０-９]{1,4}(?:[.．][0-9]{1,2})?|两百?|[一二三四五六七八九十百]{1,5})"
)
_TENTHS = re.compile(
    "(?:[0-9]{1,2}|[一二三四五六七八九]{1,2})(?![0-9.．一二三四五六七八九十百千万亿年月日号、至到—～%％])"
)
_WITH_DIGIT = frozenset(("块", "元", "米", "角"))
_PRICES = re.compile("(?:[价费钱薪资付花卖赚赔罚补贴]|收入|补助)[^，。；\n]{0,4}$")


def goes_on(draft: Draft, body: str) -> bool:
    """Whether a number may follow the unit of ``draft`` at once."""
    return body[draft.end : draft.end + 1] in _GOES_ON and draft.end < len(body)


def complete(draft: Draft, body: str) -> None:
    """Add to ``draft`` the smaller units, or the digit, that follow its unit at once."""
    parts = _PARTS.get(draft.unit or "")
    if parts is None or draft.value is None or draft.value_max is not None or draft.bound != "exact":
        return
    name, smaller = parts
    total, last, end, lowest = Fraction(draft.value), Fraction(1), draft.end, name
    while found := _LESSER.match(body, end):
        unit = unit_at(body, found.end())
        share = None if unit is None else smaller.get(unit.word)
        value = read_numeral(found["number"]).value
        if unit is None or share is None or share >= last or value is None or Fraction(value) * share >= last:
            break
        total, last, end = total + Fraction(value) * share, share, found.end() + len(unit.word)
        lowest = _NAMES.get(unit.word, unit.name)
    tenths = _TENTHS.match(body, end) if draft.unit in _WITH_DIGIT else None
    if tenths is not None and unit_at(body, tenths.end()) is None and _speaks(draft, body, end, tenths.end()):
        digits = read_numeral(
            "〇点" + tenths.group() if not tenths.group().isdigit() else "0." + tenths.group()
        )
        if digits.value is not None:
            total, end = total + Fraction(digits.value) * last, tenths.end()
    if end == draft.end:
        return
    exact = Decimal(total.numerator) / Decimal(total.denominator)
    if Fraction(exact) != total and lowest in smaller:
        name, total = lowest, total / smaller[lowest]
        exact = Decimal(total.numerator) / Decimal(total.denominator)
    draft.value, draft.end, draft.unit = exact, end, name
    draft.dimension = _DIMENSIONS.get(name, draft.dimension)


def _speaks(draft: Draft, body: str, end: int, tenths_end: int) -> bool:
    """Whether a digit after a unit is its tenths: 3块5, 一米八; 元 must have had its 角 (3元5角2)."""
    if draft.unit in ("元", "角") and end == draft.end:
        return False
    following = body[tenths_end : tenths_end + 1]
    return not following.isalpha() or following in "的钱左以多高"


def as_money(draft: Draft, body: str) -> None:
    """每份一百块: 块 after a word of price and at the end of a clause is money."""
    ends = body[draft.end : draft.end + 1]
    if (not ends or ends in "，。；、的）)\n ") and _PRICES.search(
        body, max(0, draft.start - 8), draft.start
    ):
        draft.unit, draft.dimension = "元", "money"
