"""Finds the numbers of the Recognizers-Text cases (Chinese, MIT) with our own scan.

``LEFT_OUT`` names the families of cases that are no Chinese report's business, with the reason.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from zongjie.extractors.quantities.bounds import outer_bound
from zongjie.extractors.quantities.scan import scan
from zongjie.lexicons.numerals import plain

LEFT_OUT = (
    (r"[\^]|[0-9０-９.][eEｅ][+\-－0-9]", "powers and exponents"),
    (r"[0-9０-９][ ]?[kKmMgGtTＫＭ](?![a-z])", "k, M, G, T as scales of English text"),
    (
        r"又|[0-9０-９][ ]?[/／][ ]?[0-9０-９]|[0-9０-９] [0-9０-９]",
        "mixed fractions (又), strokes: dates and units",
    ),
    (
        r"打(?!折|对|對)|[对對]折|成半|半折|[成折] |五五折|十折|[点點] 五 [成折]|九 九 折|折扣",
        "dozens, talk of discounts",
    ),
    (r"[百點点][点點]?两|[点點]两|两小时的会议", "两 after 点: no report writes so"),
    (r"兆", "兆 as 10^12: it is mega in reports (兆瓦)"),
    (r"(?:^|[^0-9])[.．][0-9]|\d\.\d+\.", "a leading point, chains of points: version numbers"),
    (
        r"^[二十一]$|[“”][一五]|是[一二三四五][这那不而却]?|[一二三四五十兩]雙|[三十两]双|一只|三的另|一对|倆|九九|五十千"
        r"|拾起|^两$|两两|一塊|百分位|零十|五台|九台|分。|四。|一以上个",
        "single numerals without a unit, parts of names: no numbers in reports",
    ),
    (r"[年月日].*[点點時时]", "the parts of a date: one span in reports"),
    (r"[二三]十个百分点$|[二三]十個百分點$|百分之二三十|\d-\d+%", "neighbours and dashes: a range here"),
    (r"比[ ]?(?:三十大|170 低)|< = 100", "比…大, < = with a blank: signs of other texts"),
    (r"[四][点點] 五|一 [点點]五|百分之五 十", "blanks about the point: a mark and a new word in reports"),
    (r"20万次以上", "the case is wrong: it wants 20000 for 20万"),
    (r"[３3] +分  之|３分之|３ 分|负３|負３|分之负|分之負", "a sign inside a fraction"),
)


def left_out(text: str, model: str) -> str | None:
    """Why a case is left out, or None."""
    return next((reason for pattern, reason in LEFT_OUT if re.search(pattern, text)), None)


def numbers(text: str, model: str) -> Iterator[tuple[int, int, Decimal | None]]:
    """(start, end, value) of every number in ``text``: shares as numbers, or per mille as per cent."""
    for draft in scan(text):
        value = draft.value
        if value is not None and model == "NumberModel" and draft.shape == "share":
            named = text[draft.start] in "百千佰仟"  # 百分之五 holds the number 5, 一百分之五 is 0.05
            value = Decimal(draft.ratio[0]) / draft.ratio[1] if draft.ratio else value / (1 if named else 100)
        elif value is not None and draft.unit == "‰":
            value /= 10
        if model == "PercentModel" and draft.shape == "share" and text[draft.start] not in "百千佰仟万萬":
            continue  # 五百分之二: a fraction, asked for elsewhere
        yield draft.start, draft.end, value


def same(value: Decimal | None, wanted: str) -> bool:
    """Equal as numbers, to the nine digits that the cases give."""
    try:
        number = Decimal(plain(wanted).rstrip("%"))
    except InvalidOperation:
        return False
    return value is not None and abs(value - number) <= abs(number) * Decimal("1e-9")


def fails(case: dict[str, Any], model: str) -> bool:
    """Whether a case is not read as it says: each number with its value, none where none is."""
    text = case["Input"]
    if model == "NumberRangeModel":
        return not all(_has_ends(text, result) for result in case["Results"])
    found = list(numbers(text, model))
    if not case["Results"]:
        return any(value is not None for _, _, value in found)
    return not all(
        any(s <= r["Start"] < e and same(value, r["Resolution"]["value"]) for s, e, value in found)
        for r in case["Results"]
    )


def _has_ends(text: str, result: dict[str, Any]) -> bool:
    """Both ends of a range among the values in its span; a single end with its side.

    Which of the two ends belongs to the range, open or closed, is not compared.
    """
    low, high = result["Resolution"]["value"].strip("()[]").split(",")
    values: list[Decimal | None] = []
    sides: set[str | None] = set()
    for draft in scan(text):
        if draft.start < result["End"] + 1 and result["Start"] < draft.end:
            share = draft.shape == "share" and draft.ratio is not None
            value = Decimal(draft.ratio[0]) / draft.ratio[1] if share and draft.ratio else draft.value
            values += [value, draft.value_max]
            sides |= {outer_bound(text, draft.start, draft.end), draft.bound}
    if not all(any(same(value, end) for value in values) for end in (low, high) if end):
        return False
    if low and high:
        return True
    return bool(sides & ({"more_than", "at_least"} if low else {"less_than", "at_most"}))
