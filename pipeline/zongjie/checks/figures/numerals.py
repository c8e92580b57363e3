"""What the checks of figures share: a regular expression for numerals, rounding, neighbours."""

from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from zongjie.checks.once import once
from zongjie.document import Analysis, Quantity

DIGITS = "0-9０-９"
NUMERAL = rf"[{DIGITS}]{{1,12}}(?:[.．][{DIGITS}]{{1,6}})?"
_FRACTION = str.maketrans("．０１２３４５６７８９", ".0123456789")


def half_unit(analysis: Analysis, quantity: Quantity) -> Decimal:
    """Half a unit of the last digit written: 12.5万 may stand for 124,500 to 125,500 → 500."""
    words = analysis.body[quantity.start : quantity.end].translate(_FRACTION)
    digits = "".join(c for c in words if c in "0123456789.").strip(".")
    if quantity.value is None:
        return Decimal(0)
    if not digits or not Decimal(digits):
        return _half_unit_of_words(quantity.value)
    scale = abs(quantity.value) / Decimal(digits)
    decimals = len(digits.partition(".")[2])
    if not decimals and scale == 1:
        return Decimal(0) if quantity.unit != "%" else Decimal("0.5")
    return scale * Decimal(10) ** -decimals / 2


def _half_unit_of_words(value: Decimal) -> Decimal:
    """Of a number in Chinese words: 四十万 is taken for rounded to ten thousands of that length."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** int(exponent) / 2


def is_exact(quantity: Quantity) -> bool:
    """Whether the quantity is one number, told without 近, 约, 余 and the like."""
    return quantity.value is not None and quantity.value_max is None and quantity.bound == "exact"


@once
def by_sentence(analysis: Analysis) -> tuple[list[Quantity], ...]:
    """The quantities that carry a value, sentence by sentence, in order."""
    return tuple(_by_sentence(analysis))


def _by_sentence(analysis: Analysis) -> Iterator[list[Quantity]]:
    starts = [start for start, _ in analysis.outline.sentences]
    group: list[Quantity] = []
    last = -1
    for quantity in analysis.quantities:
        if quantity.value is None:
            continue
        at = bisect_right(starts, quantity.start)
        if at != last and group:
            yield group
            group = []
        last = at
        group.append(quantity)
    if group:
        yield group


def written(analysis: Analysis, quantity: Quantity) -> str:
    """The quantity as it stands in the text."""
    return analysis.report.text[quantity.start : quantity.end]


def plain(value: Decimal) -> str:
    """A number for a message: at most two decimals, no exponent, no trailing zeros.

    >>> plain(Decimal("30.000")), plain(Decimal("8.333333"))
    ('30', '8.33')
    """
    words = f"{value:.2f}"
    return words.rstrip("0").rstrip(".")
