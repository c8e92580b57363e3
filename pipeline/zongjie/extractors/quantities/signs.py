"""Signs before a number that belong to it: minus, 负, 零下, a leading point, and those of currencies."""

import re
from decimal import Decimal

from zongjie.extractors.quantities.draft import Draft

MINUS = frozenset("-－−负負")
_BLANKS = " \u3000"
_SIGNED = frozenset("长降升率额为达是到速幅差比至约在值润数个，：:（( \n")
_SIGNED_SHAPES = frozenset(("number", "share", "fraction"))
_BEFORE_NEGATIVE = frozenset("减正承肩担欺自胜抱辜超增")
_DEGREES = frozenset(("℃", "℉"))
_CURRENCIES = {
    "￥": "元", "¥": "元", "RMB": "元", "CNY": "元", "人民币": "元", "人民幣": "元",
    "$": "美元", "＄": "美元", "US$": "美元", "USD": "美元", "HK$": "港元", "HKD": "港元", "NT$": "新台币",
    "TWD": "新台币", "MOP": "澳门元", "A$": "澳元", "AU$": "澳元", "AUD": "澳元", "C$": "加元", "CAD": "加元",
    "S$": "新元", "SGD": "新元", "€": "欧元", "EUR": "欧元", "£": "英镑", "￡": "英镑", "GBP": "英镑",
    "JPY": "日元", "₩": "韩元", "KRW": "韩元", "CHF": "瑞士法郎", "฿": "泰铢", "THB": "泰铢",
    "₽": "卢布", "RUB": "卢布", "₹": "卢比", "INR": "卢比", "MYR": "林吉特", "VND": "越南盾",
}  # fmt: skip
"""Signs and codes (ISO 4217) of the currencies that stand before the sum."""
BEFORE = frozenset(sign[-1] for sign in _CURRENCIES) | frozenset(" ")
"""The letters that a currency before a number ends with."""
_LARGE_LETTER = re.compile("[ ]?(?:(?P<million>M|mn)|(?P<billion>B|bn))(?![A-Za-z0-9])")


def price(draft: Draft, body: str, floor: int) -> None:
    """US$2.5亿, ￥300, 人民币3亿: a sum of money, where no unit follows the number."""
    before = body[max(floor, draft.start - 4) : draft.start].rstrip(" ")
    for length in (3, 2, 1):
        unit = _CURRENCIES.get(before[-length:]) if len(before) >= length else None
        if unit is not None:
            start = body.rfind(before[-length:], 0, draft.start)
            ahead, after = body[start - 1 : start], body[draft.end : draft.end + 2]
            if (
                ahead.isdigit()
                or ahead == "."
                or (ahead.isascii() and ahead.isalpha())
                or "$" in (ahead, after[:1], after[1:])
            ):
                return  # １$1.$2％: damage
            draft.start, draft.unit, draft.dimension = start, unit, "money"
            _take_large_letter(draft, body)
            return


def negate(draft: Draft, body: str) -> None:
    """增长-2.1%, 负40%: the sign belongs to the number where no range, mark or word ends with it."""
    at = draft.start - 1
    before = body[at - 1 : at] if at else ""
    if draft.value is None or draft.value_max is not None or draft.shape not in _SIGNED_SHAPES:
        return
    if body[at] in "负負":
        if before in _BEFORE_NEGATIVE and before:
            return
    elif draft.unit in _DEGREES:
        pass
    elif before and (before not in _SIGNED or (draft.unit is None and "." not in draft.words)):
        return
    draft.start, draft.value = at, -draft.value
    if draft.ratio is not None:
        draft.ratio = (-draft.ratio[0], draft.ratio[1])
    if draft.unit is None:
        _take_large_letter(draft, body)


def below_zero(draft: Draft, body: str) -> None:
    """零下20度 is -20 ℃."""
    if body[draft.start - 2 : draft.start] != "零下" or draft.value is None or draft.shape != "number":
        return
    if draft.unit == "度":
        draft.unit, draft.dimension = "℃", "environment"
    if draft.unit in _DEGREES or draft.unit is None:
        draft.start, draft.value = draft.start - 2, -draft.value
        if draft.value_max is not None:
            draft.value, draft.value_max = -draft.value_max, draft.value


def lead_with_point(draft: Draft, body: str) -> None:
    """.5 is 0.5 where a blank, a sign or nothing stands before the point."""
    at = draft.start - 1
    before = body[at - 1 : at] if at else ""
    if draft.value is None or not draft.words.isdigit() or (before and before not in " \u3000-－(（"):
        return
    draft.start, draft.words = at, "0." + draft.words
    draft.value = draft.value.scaleb(2 - len(draft.words))
    if before in MINUS and before:
        draft.start, draft.value = at - 1, -draft.value


def _take_large_letter(draft: Draft, body: str) -> None:
    """$2.5M, -3 M: letters that are scales only beside a sign."""
    letter = _LARGE_LETTER.match(body, draft.end)
    if letter is None or draft.value is None:
        return
    scale = Decimal(10**6 if letter["million"] else 10**9)
    draft.end, draft.value = letter.end(), draft.value * scale
    if draft.value_max is not None:
        draft.value_max *= scale
    if draft.value == int(draft.value):
        draft.value = Decimal(int(draft.value))
