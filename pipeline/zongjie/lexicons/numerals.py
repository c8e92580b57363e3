"""Numerals as they are written in reports, and their values.

Arabic, full-width, Chinese (〇 to 兆, 两, 廿, banker's 壹贰叁, traditional 萬億) and mixed
(1.2万亿, 3千余, 5万4千6百), with an inner bound (60多, 十几, 一百零几万) or two neighbouring
digits for a range (三四十, 十五六). A numeral that contradicts itself (三百二千), overflows or
is damaged (1,23,4) has no value but a reason: nothing is guessed.

Source of the reading rules: GB/T 15835—2011; 四百五 = 450 and 一万三 = 13000 as in speech.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

MAX_LENGTH = 48
"""Longer numerals in a report are rubbish (barcodes, 一一一一…): read as overflow."""

TOO_MUCH = 10**20
"""No report counts so far; what reaches it is an overflow."""

_PLAIN = str.maketrans({
    **dict(zip("０１２３４５６７８９．，％", "0123456789.,%", strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千", strict=True)),
    **dict(zip("貳參陸兩俩倆○零幾餘萬億點負", "二三六两两两〇〇几余万亿点负", strict=True)),
    "k": "千", "ｋ": "千", "Ｋ": "千", "个": None, "個": None,
    "弍": "二", "叄": "三", "－": "-", "廿": "二十", "卅": "三十", "\u3000": None, " ": None, "\xa0": None,
})  # fmt: skip
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_HALVES = {"半": Decimal("0.5"), "半百": Decimal(50)}
_NEIGHBOURS = {(a, a + 1) for a in range(1, 9)} | {(3, 5)}
_TOKEN = re.compile(
    r"(\d+(?:\.\d+)?)|([〇一二两三四五六七八九]+)|([十百千])|([万亿兆])|([多余几数来])|点([〇一二两三四五六七八九]+)"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a numeral says. ``value_max`` is the upper end of a range, ``more`` an inner bound
    (多, 余, 几: above the value), ``about`` 来 (十来个). ``reason`` tells why there is no value:
    overflow, contradictory, damaged or vague."""

    value: Decimal | None
    value_max: Decimal | None = None
    more: bool = False
    about: bool = False
    reason: str | None = None


class _Contradiction(ValueError):
    """The numeral goes against the order of its places."""


def plain(text: str) -> str:
    """``text`` with full-width, banker's and traditional numeral signs made plain, spaces out.

    >>> plain("肆佰　５．２萬")
    '四百5.2万'
    """
    return text.translate(_PLAIN)


def chinese_integer(text: str) -> int | None:
    """The whole number that ``text`` is, Chinese, Arabic or mixed; None if it is anything else.

    >>> chinese_integer("二十三"), chinese_integer("二〇二四"), chinese_integer("十几")
    (23, 2024, None)
    """
    numeral = read_numeral(text)
    value = numeral.value
    if value is None or numeral.value_max is not None or numeral.more or numeral.about:
        return None
    return int(value) if value == int(value) else None


@lru_cache(maxsize=8192)
def read_numeral(text: str) -> Numeral:
    """Read a numeral without its unit, words of bound before it, or sign.

    >>> read_numeral("1.2万亿").value
    Decimal('1200000000000')
    >>> read_numeral("三四十").value_max
    Decimal('40')
    >>> read_numeral("三百二千").reason
    'contradictory'
    """
    if len(text) > MAX_LENGTH:
        return Numeral(None, reason="overflow")
    words = plain(text)
    negative = words[:1] in ("-", "负")
    if negative:
        words = words[1:]
    if "," in words:
        head = _THOUSANDS.match(words)
        if head is None or "," in words[head.end() :]:
            return Numeral(None, reason="damaged")
        words = words.replace(",", "")
    if words in _HALVES:
        return Numeral(_HALVES[words])
    try:
        numeral = _read(words)
    except _Contradiction as problem:
        return Numeral(None, reason=str(problem))
    if negative and numeral.value is not None:
        return Numeral(-numeral.value, None, numeral.more, numeral.about)
    return numeral


def _read(words: str) -> Numeral:
    low, high = _ends(words)
    value, more, about = _value(low)
    if value is None:
        return Numeral(None, more=more, reason="vague" if more else "damaged")
    if value >= TOO_MUCH:
        return Numeral(None, reason="overflow")
    top = None if high is None else _value(high)[0]
    return Numeral(_decimal(value), None if top is None else _decimal(top), more, about)


def _ends(words: str) -> tuple[str, str | None]:
    """三四十 → (三十, 四十): the two readings of neighbouring digits; else (words, None)."""
    for i in range(len(words) - 1):
        a, b = _DIGITS.get(words[i]), _DIGITS.get(words[i + 1])
        if a is None or b is None:
            if words[i] == "九" and words[i + 1 : i + 2] == "十" and i and words[i - 1] in _DIGITS:
                break
            continue
        alone = (i == 0 or words[i - 1] in _STEPS or words[i - 1] in _SCALES) and (
            i + 2 == len(words) or (words[i + 2] not in _DIGITS and words[i + 2] != "点")
        )
        if alone and (a, b) in _NEIGHBOURS and "点" not in words[:i]:
            return words[: i + 1] + words[i + 2 :], words[:i] + words[i + 1 :]
        break
    return words, None


def _value(words: str) -> tuple[int | Decimal | None, bool, bool]:
    """(value, more, about) of plain words by the places 千百十 within the scales 万亿兆."""
    parts: list[tuple[int | Decimal, int]] = []  # what stands before a scale, and the scale
    section: int | Decimal = 0  # since the last scale
    pending: int | Decimal | None = None  # a digit that waits for its place
    last_step = 10**4  # the last 千百十 of the section: they must fall
    unit_before = 1  # the place just before a trailing digit: 四百五 → 100
    more = about = zero = seen = False
    chinese = False
    at = 0
    while at < len(words):
        token = _TOKEN.match(words, at)
        if token is None:
            raise _Contradiction("damaged")
        at = token.end()
        arabic, digits, step, scale, vague, decimals = token.groups()
        if arabic is not None:
            if pending is not None:
                raise _Contradiction("damaged")
            pending, seen = (Decimal(arabic) if "." in arabic else int(arabic)), True
            chinese = len(arabic) == 1 and bool(section or parts)  # 3万5
        elif digits is not None:
            seen = True
            bare = digits.lstrip("〇")
            if pending is not None:
                raise _Contradiction("damaged")
            if not bare:
                zero = True
                if (at == len(words) and not section and not parts) or words[at : at + 1] == "点":
                    pending = 0
                continue
            if len(digits) > 1 and bare != digits and len(bare) == 1 and (section or parts):
                zero, digits = True, bare
            if len(digits) > 1 and (section or parts) and not zero and len(bare) > 1:
                raise _Contradiction("contradictory")
            zero = zero or digits[0] == "〇"
            pending, chinese = int("".join(str(_DIGITS[c]) for c in digits)), len(bare) == 1
        elif step is not None:
            size = _STEPS[step]
            if size >= last_step and not (pending is None and size == 1000 == last_step):
                raise _Contradiction("contradictory")
            section += (1 if pending is None else pending) * size
            pending, last_step, unit_before, seen, zero = None, size, size, True, False
        elif scale is not None:
            size = _SCALES[scale]
            amount = section + (pending or 0)
            while parts and parts[-1][1] < size:
                amount += parts[-1][0] * parts[-1][1]
                parts.pop()
            if not amount and parts and parts[-1][1] == size and unit_before == size:  # 万万
                amount = parts.pop()[0] * size
            elif parts and parts[-1][1] == size and not parts[-1][0] % 10**4 and 0 < amount < 10**4:
                amount += parts.pop()[0]  # 3万亿5千亿
            elif parts and parts[-1][1] <= size:
                raise _Contradiction("contradictory")
            if not seen:
                amount = 1
            parts.append((amount, size))
            section, pending, last_step, unit_before, seen, zero = 0, None, 10**4, size, True, False
        elif vague is not None:
            if vague == "来":
                about = True
            else:
                more = True
            if vague in "几数" and not seen and at < len(words):
                pending, seen = 1, True
        elif decimals is not None:
            if pending is None and not seen:
                raise _Contradiction("damaged")
            whole = section + _trail(pending, unit_before, zero, chinese)
            number = "".join(str(_DIGITS[c]) for c in decimals)
            section, pending = 0, whole + Decimal("0." + number)
            chinese = False
    if not seen:
        return None, more, about
    total = sum((a * b for a, b in parts), section + _trail(pending, unit_before, zero, chinese))
    return total, more, about


def _trail(pending: int | Decimal | None, unit_before: int, zero: bool, chinese: bool) -> int | Decimal:
    """A last digit counts in the next place down (四百五 = 450), after 零 in ones."""
    if pending is None:
        return 0
    if chinese and not zero and unit_before > 10 and pending < 10:
        return pending * (unit_before // 10)
    return pending


def _decimal(value: int | Decimal) -> Decimal:
    """The plain decimal without an exponent or idle zeros: 4.80 → 4.8."""
    if isinstance(value, int):
        return Decimal(value)
    return Decimal(int(value)) if value == int(value) else value.normalize()
