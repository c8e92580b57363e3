"""From the words to value, unit, inner bound, ratio and rank (DESIGN §4)."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from zongjie.extractors.quantities.draft import Draft
from zongjie.extractors.quantities.pattern import NUMERAL, UP_TO
from zongjie.lexicons.numerals import TOO_MUCH, Numeral, chinese_integer, plain, read_numeral
from zongjie.lexicons.units import Unit, unit_at, units

_HUNDRED = Decimal(100)
_FINE = Decimal("0.000001")
_LARGEST_BOTTOM = 100
_LARGEST_TERM = 10**6
_FROM = re.compile("[从由自][^，。；：,;\n]{0,14}$")
_TO = frozenset("—–―-－~～至到 ")
_TENTHS = re.compile("[ ]?([半一二三四五六七八九])(?![十百千万亿个项季月年届次中大是、])")
_POINTS_APART = re.compile("[ ]{1,4}[个個][ ]{0,3}百[ ]{0,3}分[ ]{0,3}[点點]")
_AFTER_TWO = frozenset("年月个项次")
_HALVED = frozenset(
    ("年", "天", "小时", "倍", "斤", "里", "亩", "周", "岁", "米", "公里", "公斤", "吨", "块")
)
_HALF_WORDS = frozenset("导径岛山挂干封成自固数途路截")
"""Letters that make a word with 半: 2000吨半导体, 500米半径."""
_AND_MORE = frozenset("多余几")
_RANKS = frozenset(("位", "名", "位次", "名次"))
_RANGE_BY_WORD = re.compile("[至到]")


@dataclass(slots=True)
class Written:
    """A plain number as it stands in the text: ``low`` and ``low_unit`` of a range, the numeral,
    the unit; each end is a code point past its last letter."""

    start: int
    numeral: str
    numeral_end: int
    unit: Unit | None
    end: int
    low: str | None = None
    low_unit: Unit | None = None
    low_end: int = 0


def number_at(body: str, start: int) -> Written | None:
    """The numeral at ``start`` with the unit after it, and the upper end of a range (3至5家)."""
    match = NUMERAL.match(body, start)
    if match is None:
        return None
    numeral, middle = match.group(), match.end()
    if (
        numeral[-1] == "两"
        and len(numeral) > 1
        and numeral[-2] in "一二三四五六七八九十半"
        and body[middle : middle + 1] not in _AFTER_TWO
    ):
        numeral, middle = numeral[:-1], middle - 1  # 二两: an ounce is no digit
    unit = unit_at(body, middle)
    if unit is None:
        unit, end = _unit_after(body, middle) if body[middle : middle + 1] == " " else (None, middle)
    else:
        end = middle + len(unit.word)
        if unit.word == "大" and body[start - 1 : start] == "比":
            unit, end = None, middle  # 比三十大
    if body[end : end + 1] not in _TO:
        return Written(start, numeral, middle, unit, end)
    top = UP_TO.match(body, end)
    if top is None:
        return Written(start, numeral, middle, unit, end)
    if unit is not None and _RANGE_BY_WORD.search(body, end, top.start(1)):
        if _FROM.search(body, max(0, start - 16), start):
            return Written(start, numeral, middle, unit, end)  # 从5家到10家: two numbers
    elif _RANGE_BY_WORD.search(body, end, top.start(1)) and _FROM.search(body, max(0, start - 16), start):
        return Written(start, numeral, middle, None, middle)
    high_unit, high_end = _unit_after(body, top.end())
    return Written(start, top[1], top.end(), high_unit, high_end, numeral, unit, middle)


def _unit_after(body: str, at: int) -> tuple[Unit | None, int]:
    """The unit at ``at`` or after a blank there, and where it ends (``at`` where there is none)."""
    if body[at : at + 1] == " ":
        begin = at + 1
        if apart := _POINTS_APART.match(body, at):
            return units()["个百分点"], apart.end()
    else:
        begin = at
    unit = unit_at(body, begin)
    return (None, at) if unit is None else (unit, begin + len(unit.word))


def read_number(written: Written, body: str) -> Draft:
    """The draft of a plain number: what the words say by themselves, before any context."""
    draft = Draft(written.start, written.end, "number", written.numeral)
    numeral = read_numeral(written.numeral)
    draft.value, draft.value_max, draft.reason = numeral.value, numeral.value_max, numeral.reason
    if numeral.more or numeral.about:
        _inner_bound(draft, numeral)
    if written.low is not None:
        _range(draft, written.low, written.low_unit)
    if written.unit is not None:
        _take_unit(draft, written.unit, body)
        following = body[draft.end : draft.end + 1]
        if following == "半":
            _and_a_half(draft, body)
        elif draft.unit == "个" and following in _AND_MORE:
            _and_more(draft, body)
        elif draft.unit == "度" and "温" in body[max(0, draft.start - 8) : draft.start]:
            draft.unit, draft.dimension = "℃", "environment"
    return draft


def _and_a_half(draft: Draft, body: str) -> None:
    """三年半 is 3.5 年, 两个半小时 2.5 小时."""
    end = draft.end + 1
    unit = draft.unit
    if unit == "个":
        timed = unit_at(body, end)
        if timed is None or timed.dimension != "time":
            return
        name = "个月" if timed.name == "月" else timed.name
        draft.unit, draft.dimension, end = name, timed.dimension, end + len(timed.word)
    elif unit not in _HALVED or body[end : end + 1] in _HALF_WORDS or unit_at(body, end) is not None:
        return
    draft.end = end
    if draft.value is not None and draft.value_max is None:
        draft.value += Decimal("0.5")


def _and_more(draft: Draft, body: str) -> None:
    """两个多小时 is more than 2 小时, 3个多百分点 more than 3 百分点."""
    unit = unit_at(body, draft.end + 1)
    if unit is None or (unit.dimension != "time" and unit.name != "百分点"):
        return
    draft.unit = "个月" if unit.name == "月" else unit.name
    draft.end, draft.dimension, draft.bound = draft.end + 1 + len(unit.word), unit.dimension, "more_than"


def read_shaped(match: re.Match[str], body: str) -> Draft | None:
    """The draft of a match of ``SHAPED``; None where the unit that it needs is not there."""
    shape = match.lastgroup or ""
    draft = Draft(match.start(), match.end(), shape, match.group())
    if shape in _READERS:
        _READERS[shape](draft, match)
        if shape == "share" and match["whole"] is not None and draft.ratio is not None:
            _mixed(draft, body, match["whole"], Fraction(*draft.ratio))
        elif shape == "fraction" and match["beside"] is not None and draft.ratio is not None:
            _mixed(draft, body, match["beside"], Fraction(*draft.ratio))
        if shape in ("fraction", "power") and (draft.value is None or abs(draft.value) >= TOO_MUCH):
            return None  # 307/207, 1400e23: numbers of their own, codes
    elif shape == "spaced":
        unit, draft.end = _unit_after(body, draft.end)
        if unit is None:
            return None
        words = match["spaced_num"].replace(" ", "") + (match["spaced_scale"] or "")
        draft.shape, draft.words = "number", words
        numeral = read_numeral(words)
        draft.value, draft.reason = numeral.value, numeral.reason
        _take_unit(draft, unit, body)
    elif shape == "ordinal" and match["nth"] is not None:
        draft.words = match["nth"]
        draft.value = read_numeral(draft.words).value
        unit, draft.end = _unit_after(body, draft.end)
        if unit is not None and unit.word in _RANKS:
            draft.unit = unit.word
        draft.dimension = "nth"
    elif shape == "damaged":
        draft.shape, draft.reason = "number", "damaged"
        unit, draft.end = _unit_after(body, draft.end)
        if unit is not None:
            _take_unit(draft, unit, body)
    elif shape == "masked":
        draft.reason = "masked"
        if body[draft.end : draft.end + 1] == "年":
            draft.end += 1
            return draft
        unit, draft.end = _unit_after(body, draft.end)
        return None if unit is None else draft
    return draft


def _take_unit(draft: Draft, unit: Unit, body: str) -> None:
    draft.unit, draft.dimension = unit.name, unit.dimension
    if unit.multiplier == 1:
        return
    if unit.word == "成" and draft.value is not None and (tenths := _TENTHS.match(body, draft.end)):
        draft.end, draft.value = tenths.end(), draft.value + _tenths(tenths[1])  # 三成半
    if unit.word == "折" and draft.value == 10:
        draft.unit, draft.dimension, draft.end = None, None, draft.end - 1  # 十折 takes nothing off
        return
    already = unit.word == "折" and draft.value is not None and draft.value > 10  # 75折
    if not already:
        draft.value = None if draft.value is None else _times(draft.value, unit.multiplier)
        if draft.value_max is not None:
            draft.value_max = _times(draft.value_max, unit.multiplier)


def _tenths(sign: str) -> Decimal:
    return Decimal("0.5") if sign == "半" else Decimal(chinese_integer(sign) or 0) / 10


def _times(value: Decimal, factor: Decimal) -> Decimal:
    """The product without idle zeros: 0.5 × 10 is 5."""
    product = value * factor
    return Decimal(int(product)) if product == int(product) else product.normalize()


def _range(draft: Draft, low: str, low_unit: Unit | None) -> None:
    """30至50家: the lower end takes the scale of the upper where it has none (3至5万)."""
    below, top = read_numeral(low).value, draft.value
    if below is None or top is None:
        draft.value, draft.reason = None, draft.reason or "damaged"
        return
    if below < top and low_unit is None:
        scale = plain(draft.words).lstrip("0123456789.一二三四五六七八九")
        if scale in ("万", "亿", "万亿") and not plain(low).rstrip("0123456789.一二三四五六七八九十百千"):
            below = below * (read_numeral("1" + scale).value or 1)
    draft.value, draft.value_max = _times(below, Decimal(1)), top
    if below > top:
        draft.value = draft.value_max = None
        draft.reason = "contradictory"


def _inner_bound(draft: Draft, numeral: Numeral) -> None:
    if numeral.more:
        draft.bound = "more_than"
    elif numeral.about:
        draft.bound = "about"


def _mixed(draft: Draft, body: str, whole: str | None, part: Fraction) -> None:
    """三又二分之一 is 3.5, and a number like any other."""
    before = Decimal(0) if whole is None else read_numeral(whole).value
    draft.shape, draft.words, draft.ratio, draft.unit, draft.dimension = "number", "", None, None, None
    if before is None:
        draft.value, draft.reason = None, "damaged"
        return
    exact = Fraction(before) + part
    draft.value = _times(Decimal(exact.numerator) / Decimal(exact.denominator), Decimal(1))
    unit, draft.end = _unit_after(body, draft.end)
    if unit is not None:
        _take_unit(draft, unit, body)


def _fraction(draft: Draft, match: re.Match[str]) -> None:
    """2/3 is 66.67 %, ratio (2, 3); 1 3/5 is 1.6."""
    top, bottom = chinese_integer(match["top_term"]), chinese_integer(match["bottom_term"])
    draft.dimension = "ratio"
    if top and bottom and bottom <= _LARGEST_BOTTOM:
        draft.value, draft.unit, draft.ratio = _percent(Fraction(top, bottom)), "%", (top, bottom)


def _power(draft: Draft, match: re.Match[str]) -> None:
    """2.5e3 is 2500, 2^5 is 32; fifteen digits."""
    base = read_numeral(match["base"]).value
    if base is None:
        draft.reason = "damaged"
    elif match["tens"] is not None:
        draft.value = base.scaleb(int(plain(match["tens"])))
    elif base or "-" not in match["exponent"]:
        sign = -1 if match["exponent"].count("-") == 1 else 1
        power = base ** (sign * int(match["exponent"].lstrip("+-")))
        draft.value = power.normalize(Context(prec=15))
    draft.shape, draft.words = "number", match.group()


def _share(draft: Draft, match: re.Match[str]) -> None:
    """百分之四到五 → 4 to 5 %; 千分之三 → 3 ‰; 三分之二 → 66.67 %, ratio (2, 3)."""
    numeral = read_numeral(match["share_low"])
    draft.dimension = "ratio"
    _inner_bound(draft, numeral)
    value, bottom = numeral.value, match["bottom"]
    if value is None:
        draft.reason = numeral.reason
        return
    opening = match.group()[0]
    if bottom is None and opening in "百千":
        draft.unit = "%" if opening == "百" else "‰"
        draft.value, draft.value_max = value, numeral.value_max
        if match["share_high"] is not None:
            draft.value_max = read_numeral(match["share_high"]).value
        return
    whole = chinese_integer(bottom) if bottom is not None else 10000
    draft.unit = "%"
    if not whole or value > whole * _LARGEST_TERM:
        draft.reason = "damaged"
        return
    draft.value = _percent(Fraction(value) / whole)
    if value == int(value) and whole <= _LARGEST_TERM and abs(value) <= _LARGEST_TERM:
        draft.ratio = (int(value), whole)


def _percent(share: Fraction) -> Decimal:
    exact = Decimal(share.numerator) * _HUNDRED / Decimal(share.denominator)
    if exact == exact.quantize(_FINE):
        return _times(exact, Decimal(1))
    if abs(exact) < Decimal("0.1"):
        return exact.normalize()
    rounded = exact.quantize(Decimal("0.01"))
    return Decimal(int(rounded)) if rounded == int(rounded) else rounded.normalize()


def _double(draft: Draft, match: re.Match[str]) -> None:
    """翻一番 is twice, 翻两番 four times."""
    times = chinese_integer(match["times"])
    draft.unit, draft.dimension = "倍", "ratio"
    draft.value = None if times is None else Decimal(2) ** times


def _half(draft: Draft, match: re.Match[str]) -> None:
    draft.value, draft.unit, draft.dimension, draft.ratio = Decimal(50), "%", "ratio", (1, 2)


def _versus(draft: Draft, match: re.Match[str]) -> None:
    """1.79:1 has the first figure for a value."""
    draft.value = read_numeral(re.split("[：:∶]", match.group())[0].strip(".")).value


def _front(draft: Draft, match: re.Match[str]) -> None:
    top = chinese_integer(match["top"])
    if top is None:
        draft.reason = "damaged"
        return
    draft.value, draft.rank, draft.unit = Decimal(top), top, match["top_unit"]
    draft.dimension = "rank"


_READERS = {"share": _share, "double": _double, "half": _half, "front": _front,
            "versus": _versus, "fraction": _fraction, "power": _power}  # fmt: skip
