"""Numerals: values, ranges, inner bounds, and what is refused with a reason."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zongjie.lexicons.numerals import chinese_integer, read_numeral

DIGITS = "零一二三四五六七八九"


def spelled(number: int) -> str:
    """``number`` below 10^12 in Chinese, written by the book."""
    if number == 0:
        return "零"
    words = ""
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // size % 10**4
        if part == 0:
            words += "零" if words and not words.endswith("零") else ""
            continue
        if words and part < 1000 and not words.endswith("零"):
            words += "零"
        section = ""
        for step, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = part // step % 10
            if digit:
                section += DIGITS[digit] + mark
            elif section and not section.endswith("零"):
                section += "零"
        words += section.rstrip("零") + name
    return words.rstrip("零")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("二十三", 23),
        ("二〇二四", 2024),
        ("〇", 0),
        ("十", 10),
        ("廿三", 23),
        ("两千三百", 2300),
        ("肆佰陸拾", 460),
        ("一百零二", 102),
        ("四百五", 450),
        ("一万三", 13000),
        ("２３", 23),
        ("5万4千6百", 54600),
        ("万万", 10**8),
        ("10万万", 10**9),
        ("一万二千亿", 12 * 10**11),
    ],
)
def test_whole_numbers(words: str, value: int) -> None:
    assert chinese_integer(words) == value


@pytest.mark.parametrize("words", ["十几", "三四十", "1.5", "三百二千", "abc", "", "半", "几", "60多"])
def test_what_is_no_whole_number(words: str) -> None:
    assert chinese_integer(words) is None


@pytest.mark.parametrize(
    ("words", "value", "value_max", "more"),
    [
        ("1.2万亿", "1200000000000", None, False),
        ("60多", "60", None, True),
        ("1.2万余", "12000", None, True),
        ("十几万", "100000", None, True),
        ("一百零几万", "1000000", None, True),
        ("三四十", "30", "40", False),
        ("十五六", "15", "16", False),
        ("二三百", "200", "300", False),
        ("数十", "10", None, True),
        ("八点五", "8.5", None, False),
        ("一点二亿", "120000000", None, False),
        ("1,050,000", "1050000", None, False),
        ("５．２０", "5.2", None, False),
        ("-3.5", "-3.5", None, False),
    ],
)
def test_values_ranges_and_inner_bounds(words: str, value: str, value_max: str | None, more: bool) -> None:
    read = read_numeral(words)
    assert str(read.value) == value
    assert read.value_max == (None if value_max is None else Decimal(value_max))
    assert read.more is more


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("三百二千", "contradictory"),
        ("3亿2亿", "contradictory"),
        ("1,23,4", "damaged"),
        ("9" * 49, "overflow"),
        ("1" + "0" * 20, "overflow"),
        ("几", "vague"),
        ("一" * 10**6, "overflow"),
    ],
)
def test_a_damaged_numeral_has_a_reason_and_no_value(words: str, reason: str) -> None:
    assert read_numeral(words).value is None
    assert read_numeral(words).reason == reason


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_number_reads_back_from_its_words(number: int) -> None:
    assert chinese_integer(spelled(number)) == number


@given(st.text(alphabet="0123一二两三九〇零十百千万亿多余几来半点,.-数 ", max_size=60))
def test_nothing_raises(words: str) -> None:
    read = read_numeral(words)
    assert (read.value is None) == (read.reason is not None)
