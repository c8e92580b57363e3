"""Numbers as Word writes them before a heading, by the name of the number format.

Source: ST_NumberFormat of ECMA-376 part 1, 17.18.59. Formats not listed fall back to decimal.
"""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_COUNTING = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def numeral(value: int, number_format: str) -> str:
    """``value`` in a Word number format.

    >>> numeral(12, "chineseCounting"), numeral(3, "decimalEnclosedCircle"), numeral(4, "lowerRoman")
    ('十二', '③', 'iv')
    """
    if value < 0:
        return f"-{numeral(-value, number_format)}"
    return _FORMATS.get(number_format, str)(value)


def _spelled(value: int, digits: str, tens: str = "十百千") -> str:
    if value == 0:
        return digits[0]
    if value >= 10_000:
        return str(value)
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + (tens[place - 1] if place else "")
        gap = digit == 0
    return text[1:] if digits == _COUNTING and 10 <= value < 20 else text


def _digit_by_digit(value: int) -> str:
    return "".join(_DIGITS[int(d)] for d in str(value))


def _enclosed(first: int, last: int) -> Callable[[int], str]:
    return lambda value: chr(first + value - 1) if 1 <= value <= last else str(value)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)] if value else str(value)


def _letters(value: int) -> str:
    """a … z, then aa, bb … as Word does."""
    return chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1) if value else "0"


def _roman(value: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (value // worth)
        value %= worth
    return text


def _fullwidth(value: int) -> str:
    return "".join(chr(0xFF10 + int(d)) for d in str(value))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": _fullwidth,
    "decimalFullWidth2": _fullwidth,
    "none": lambda value: "",
    "chineseCounting": lambda value: _spelled(value, _COUNTING),
    "chineseCountingThousand": lambda value: _spelled(value, _COUNTING),
    "japaneseCounting": lambda value: _spelled(value, _COUNTING),
    "taiwaneseCounting": lambda value: _spelled(value, _COUNTING),
    "taiwaneseCountingThousand": lambda value: _spelled(value, _COUNTING),
    "ideographDigital": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": lambda value: _spelled(value, _LEGAL, "拾佰仟"),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalEnclosedCircle": _enclosed(0x2460, 20),
    "decimalEnclosedCircleChinese": _enclosed(0x2460, 20),
    "ideographEnclosedCircle": _enclosed(0x3280, 10),
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20),
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
}
