"""Finds the numbers of the Recognizers-Text cases (Chinese, MIT) with our own scan.

``left_out.toml`` names each case that is read otherwise on purpose or not at all, with the reason.
"""

import tomllib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from zongjie.extractors.quantities.bounds import outer_bound
from zongjie.extractors.quantities.scan import scan
from zongjie.lexicons.numerals import plain

MODELS = ("NumberModel", "PercentModel", "OrdinalModel", "NumberRangeModel")
_PERCENTAGES = frozenset(("%", "‰", "百分点"))
_LEFT_OUT = Path(__file__).with_name("left_out.toml")


def left_out(model: str) -> dict[int, str]:
    """The reason of each case of ``model`` that is left out, by its number in the file."""
    listed = tomllib.loads(_LEFT_OUT.read_text(encoding="utf-8"))["reason"]
    return {number: one["why"] for one in listed for number in one.get(model, ())}


def numbers(text: str, model: str) -> Iterator[tuple[int, int, Decimal | None]]:
    """(start, end, value) of the numbers of ``text`` that ``model`` asks for, both ends of a range.

    Shares are numbers to the number model, per mille is per cent to that of percentages; a discount
    is a percentage only.
    """
    for draft in scan(text):
        value = draft.value
        if (model == "PercentModel" and draft.unit not in _PERCENTAGES) or (
            model == "NumberModel" and draft.dimension == "ratio" and text[draft.end - 1] in "折"
        ):
            continue
        if value is not None and model == "NumberModel" and draft.shape in ("share", "fraction"):
            named = text[draft.start] in "百千佰仟"  # 百分之五 holds the number 5, 一百分之五 is 0.05
            value = Decimal(draft.ratio[0]) / draft.ratio[1] if draft.ratio else value / (1 if named else 100)
        elif value is not None and draft.unit == "‰":
            value /= 10
        if model == "PercentModel" and draft.shape == "share" and text[draft.start] not in "百千佰仟万萬":
            continue  # 五百分之二: a fraction, asked for elsewhere
        yield draft.start, draft.end, value
        if draft.value_max is not None:
            yield draft.start, draft.end, draft.value_max


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
            share = draft.shape in ("share", "fraction") and draft.ratio is not None
            value = Decimal(draft.ratio[0]) / draft.ratio[1] if share and draft.ratio else draft.value
            values += [value, draft.value_max]
            sides |= {outer_bound(text, draft.start, draft.end), draft.bound}
    if not all(any(same(value, end) for value in values) for end in (low, high) if end):
        return False
    if low and high:
        return True
    return bool(sides & ({"more_than", "at_least"} if low else {"less_than", "at_most"}))
