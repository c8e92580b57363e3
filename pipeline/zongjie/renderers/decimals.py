"""Writes a Decimal the way the JSON contract wants it: plain digits, never an exponent."""

from decimal import Decimal


def decimal_string(value: Decimal) -> str:
    """``value`` in plain notation, without zeros that only multiplying left behind.

    >>> [decimal_string(Decimal(v)) for v in ("1.2E+8", "66.67", "8.50", "0E-3", "-0.0")]
    ['120000000', '66.67', '8.5', '0', '0']
    """
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain in ("-0", "") else plain


def readable_number(value: Decimal, lang: str = "zh") -> str:
    """``value`` for the eye: 亿 and 万 in Chinese, groups of three in English.

    >>> readable_number(Decimal("120000000")), readable_number(Decimal("36700"))
    ('1.2亿', '3.67万')
    >>> readable_number(Decimal("36700"), "en"), readable_number(Decimal("98"))
    ('36,700', '98')
    """
    if lang == "en":
        whole, point, rest = decimal_string(abs(value)).partition(".")
        grouped = f"{int(whole):,}" if len(whole) < 40 else whole
        return f"{'-' if value < 0 else ''}{grouped}{point}{rest}"
    for scale, name in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if abs(value) >= scale:
            return decimal_string(value / scale) + name
    return decimal_string(value)
