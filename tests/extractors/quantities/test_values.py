"""Spans, values, units and bounds of number expressions (DESIGN §4)."""

from decimal import Decimal

import pytest
from tests.extractors.quantities.conftest import Read

CASES = [
    # text, words, value, value_max, unit, bound
    ("收集意见60多条。", "60多条", "60", None, "条", "more_than"),
    ("投入资金1.2亿元。", "1.2亿元", "120000000", None, "元", "exact"),
    ("惠及群众十几万户。", "十几万户", "100000", None, "户", "more_than"),
    ("走访企业三四十家。", "三四十家", "30", "40", "家", "exact"),
    ("森林覆盖率达到三分之二。", "三分之二", "66.67", None, "%", "exact"),
    ("成本下降两成。", "两成", "20", None, "%", "exact"),
    ("一半以上的村建成站点。", "一半", "50", None, "%", "at_least"),
    ("产值翻一番。", "翻一番", "2", None, "倍", "exact"),
    ("产值翻两番。", "翻两番", "4", None, "倍", "exact"),
    ("增速居全省第7位。", "第7位", "7", None, "位", "exact"),
    ("综合排名全市第二。", "第二", "2", None, None, "exact"),
    ("产值增长百分之八。", "百分之八", "8", None, "%", "exact"),
    ("建成泵站30至50座。", "30至50座", "30", "50", "座", "exact"),
    ("建成泵站3万至5万座。", "3万至5万座", "30000", "50000", "座", "exact"),
    ("用电量1671.9 亿千瓦时。", "1671.9 亿千瓦时", "167190000000", None, "千瓦时", "exact"),
    ("超过40家企业获评先进。", "40家", "40", None, "家", "more_than"),
    ("近50家企业获评先进。", "50家", "50", None, "家", "less_than"),
    ("化解纠纷约200件。", "200件", "200", None, "件", "about"),
    ("节约资金300万元左右。", "300万元", "3000000", None, "元", "about"),
    ("合格率98%以上。", "98%", "98", None, "%", "at_least"),
    ("办理时间不超过3天，合格率提高0.7个百分点。", "0.7个百分点", "0.7", None, "百分点", "exact"),
    ("完成投资１２．５亿元。", "１２．５亿元", "1250000000", None, "元", "exact"),
    ("发放补贴1,050,000元。", "1,050,000元", "1050000", None, "元", "exact"),
    ("建成道路5条、桥梁3、5、8座。", "5", "5", None, "座", "exact"),
    ("参保人数突破5100万。", "5100万", "51000000", None, None, "more_than"),
    ("新增耕地二千三百余亩。", "二千三百余亩", "2300", None, "亩", "more_than"),
    ("装机达到3千瓦。", "3千瓦", "3", None, "千瓦", "exact"),
]


@pytest.mark.parametrize(("text", "words", "value", "value_max", "unit", "bound"), CASES)
def test_value_unit_and_bound(
    read: Read, text: str, words: str, value: str, value_max: str | None, unit: str | None, bound: str
) -> None:
    found = [q for q in read(text) if text[q.start : q.end] == words]
    assert found, [text[q.start : q.end] for q in read(text)]
    quantity = found[-1]
    assert str(quantity.value) == value
    assert quantity.value_max == (None if value_max is None else Decimal(value_max))
    assert (quantity.unit, quantity.bound) == (unit, bound)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("流转土地20xx亩。", "masked"), ("完成投资x.6亿元。", "masked"), ("征集作品HOO余件。", "masked"),
        
        ("新建三百二千座泵站。", "contradictory"), ("增长I4.8%。", "damaged"),
        (f"完成{'9' * 60}件。", "overflow"),
    ],
)  # fmt: skip
def test_damage_is_a_missing_value_with_its_reason(read: Read, text: str, reason: str) -> None:
    (quantity,) = read(text)
    assert quantity.value is None
    assert quantity.reason == reason


def test_a_fraction_keeps_its_terms(read: Read) -> None:
    (quantity,) = read("三分之二的村建成了站点。")
    assert quantity.ratio == (2, 3)


def test_rank_of_a_front_place(read: Read) -> None:
    (quantity,) = read("增速居全省前三。")
    assert (quantity.rank, quantity.value) == (3, Decimal(3))


@pytest.mark.parametrize(
    "text", ["统一部署，进一步推动千家万户受益。", "团结一致，一心一意。", "四川和三峡。"]
)
def test_numeral_signs_inside_words_are_no_numbers(read: Read, text: str) -> None:
    assert read(text) == ()


def test_numbers_in_web_addresses_are_passed_over(read: Read) -> None:
    assert read("链接 https://example.org/a/2024/15?x=30 如上") == ()


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("产值增长-2.1%。", "-2.1%", "-2.1", "%"),
        ("利润增长负4%。", "负4%", "-4", "%"),
        ("为企业减负10亿元。", "10亿元", "1000000000", "元"),
        ("造林三千 八百 九十六 亩。", "三千 八百 九十六 亩", "3896", "亩"),
        ("期望寿命达到7 0 ．8 岁。", "7 0 ．8 岁", "70.8", "岁"),
        ("里程1 1 3 4 4 公里。", "1 1 3 4 4 公里", "11344", "公里"),
        ("收入 2. 7亿元。", "2. 7亿元", "270000000", "元"),
    ],
)
def test_signs_and_digits_set_apart(read: Read, text: str, words: str, value: str, unit: str) -> None:
    (told,) = [q for q in read(text) if q.value is not None]
    assert (text[told.start : told.end], str(told.value), told.unit) == (words, value, unit)
