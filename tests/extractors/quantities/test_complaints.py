"""What users of other recognisers report as wrong: our own cases of each kind."""

from decimal import Decimal

import pytest
from tests.extractors.quantities.conftest import Read

MIXED_SCALES = [
    ("投资1亿2000万元。", "1亿2000万元", "120000000"),
    ("投资1亿2千万元。", "1亿2千万元", "120000000"),
    ("产值3万亿5千亿元。", "3万亿5千亿元", "3500000000000"),
    ("贷款2万万元。", "2万万元", "200000000"),
    ("补助1.5千万元。", "1.5千万元", "15000000"),
    ("装机五百万千瓦。", "五百万千瓦", "5000000"),
    ("装机一千九百五十万千瓦。", "一千九百五十万千瓦", "19500000"),
    ("存款四十九兆九千五百亿元。", "四十九兆九千五百亿元", "49950000000000"),
]
ZERO_IN_THE_MIDDLE = [
    ("结余一百万零五百元。", "一百万零五百元", "1000500"),
    ("收入一千零五万元。", "一千零五万元", "10050000"),
    ("参会一千零五十人。", "一千零五十人", "1050"),
    ("参会一千〇一人。", "一千〇一人", "1001"),
    ("支出三亿五千四百万零六百元。", "三亿五千四百万零六百元", "354000600"),
    ("种树十万零三百棵。", "十万零三百棵", "100300"),
]
SEPARATORS = [
    ("投资1,200万元。", "1,200万元", "12000000"),
    ("投资12,345.6亿元。", "12,345.6亿元", "1234560000000"),
    ("投资1，200万元。", "1，200万元", "12000000"),
    ("产值2 063.37亿元。", "2 063.37亿元", "206337000000"),
    ("补贴1,050,000元。", "1,050,000元", "1050000"),
]
VAGUE_INSIDE = [
    ("惠及数十万人。", "数十万人", "100000"),
    ("惠及十余万人。", "十余万人", "100000"),
    ("惠及一百二十余万人。", "一百二十余万人", "1200000"),
    ("惠及3000多万人。", "3000多万人", "30000000"),
    ("走访二十几户。", "二十几户", "20"),
    ("走访3千多名职工。", "3千多名", "3000"),
    ("走访百余户。", "百余户", "100"),
]
UNITS_LIKE_NUMERALS = [
    ("用电3千瓦时。", "3千瓦时", "3", "千瓦时"),
    ("用电3千千瓦时。", "3千千瓦时", "3000", "千瓦时"),
    ("修路3千米。", "3千米", "3", "公里"),
    ("收粮二两。", "二两", "2", "两"),
    ("绿化5百公顷。", "5百公顷", "500", "公顷"),
    ("减排1.79万吨。", "1.79万吨", "17900", "吨"),
    ("压减三成半。", "三成半", "35", "%"),
    ("提前两个半小时。", "两个半小时", "2.5", "小时"),
]


@pytest.mark.parametrize(("text", "words", "value"), MIXED_SCALES + ZERO_IN_THE_MIDDLE + SEPARATORS)
def test_scales_zeros_and_separators(read: Read, text: str, words: str, value: str) -> None:
    (told,) = read(text)
    assert (text[told.start : told.end], str(told.value), told.bound) == (words, value, "exact")


@pytest.mark.parametrize(("text", "words", "value"), VAGUE_INSIDE)
def test_more_inside_a_numeral_is_a_lower_end(read: Read, text: str, words: str, value: str) -> None:
    (told,) = read(text)
    assert (text[told.start : told.end], str(told.value), told.bound) == (words, value, "more_than")


@pytest.mark.parametrize(("text", "words", "value", "unit"), UNITS_LIKE_NUMERALS)
def test_units_that_look_like_numerals(read: Read, text: str, words: str, value: str, unit: str) -> None:
    (told,) = read(text)
    assert (text[told.start : told.end], str(told.value), told.unit) == (words, value, unit)


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("投资1,23,4元。", "1,23,4元", "damaged"), ("投资12,34亿元。", "12,34亿元", "damaged"),
        ("投资2.5.6亿元。", "2.5.6亿元", "damaged"), ("投资2..5亿元。", "2..5亿元", "damaged"),
        ("投资1.234,5万元。", "1.234,5万元", "damaged"), ("投资三百二千元。", "三百二千元", "contradictory"),
        ("征集1OO余件。", "1OO余件", "masked"), ("流转2○○亩。", "2○○亩", "masked"),
        ("投资××万元。", "××万元", "masked"), ("增长XX%。", "XX%", "masked"),
        ("投资50至30亿元。", "50至30亿元", "contradictory"),
    ],
)  # fmt: skip
def test_damage_has_no_value_but_a_reason(read: Read, text: str, words: str, reason: str) -> None:
    (told,) = read(text)
    assert (text[told.start : told.end], told.value, told.reason) == (words, None, reason)


def test_numbers_of_a_row_with_half_width_commas_are_no_damage(read: Read) -> None:
    assert [q.value for q in read("建成泵站3,5,8座。")] == [Decimal(3), Decimal(5), Decimal(8)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("落实“三重一大”制度。", ["三重一大"]), ("压减“三公”经费。", ["三公"]),
        ("坚持“四个自信”。", ["四个"]), ("打通最后一公里。", ["一公里"]),
        ("贯彻十九届二中、三中、四中全会精神。", ["十九届", "二中", "三中", "四中"]),
        ("推进“五群六链”。“五群”指产业集群。", ["五群六链", "五群"]),
        ("推动市县两级联动。", ["两级"]), ("促进一二三产融合。", ["一二三产"]),
    ],
)  # fmt: skip
def test_fixed_phrases_are_spans_without_a_value(read: Read, text: str, spans: list[str]) -> None:
    told = read(text)
    assert [text[q.start : q.end] for q in told] == spans
    assert {q.kind for q in told} <= {"slogan", "ordinal", "other", "name"}
