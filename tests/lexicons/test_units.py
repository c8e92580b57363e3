"""Units: enough of them, scaled ones never emitted, spellings brought to one name."""

from decimal import Decimal

import pytest

from zongjie.lexicons.units import unit_at, units


def test_there_are_over_two_hundred_units() -> None:
    assert len({unit.name for unit in units().values()}) >= 200


def test_no_unit_that_is_emitted_carries_a_scale() -> None:
    assert not [unit.name for unit in units().values() if unit.name[0] in "万亿"]


def test_every_alias_names_a_unit_that_stands_for_itself() -> None:
    known = units()
    assert [u.word for u in known.values() if u.name != known[u.name].name] == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("个百分点", "个百分点"), ("千瓦时", "千瓦时"), ("人次", "人次"), ("微克/立方米", "微克/立方米"),
        ("项目标", "项"), ("分钟", "分钟"), ("平方公里", "平方公里"), ("km", "km"), ("家企业", "家"),
    ],
)  # fmt: skip
def test_the_longest_unit_is_read(words: str, found: str) -> None:
    unit = unit_at(words, 0)
    assert unit is not None
    assert unit.word == found


@pytest.mark.parametrize("words", ["分别", "家庭", "条例", "人民", "方向", "处理", "版本", "kmart"])
def test_a_word_that_only_begins_like_a_unit_is_none(words: str) -> None:
    assert unit_at(words, 0) is None


@pytest.mark.parametrize(
    ("word", "name", "multiplier", "base", "factor"),
    [
        ("％", "%", "1", "%", "1"), ("成", "%", "10", "%", "1"), ("个百分点", "百分点", "1", "百分点", "1"),
        ("公里", "公里", "1", "米", "1000"), ("吨", "吨", "1", "千克", "1000"),
        ("公顷", "公顷", "1", "平方米", "10000"),
    ],
)  # fmt: skip
def test_names_and_factors(word: str, name: str, multiplier: str, base: str, factor: str) -> None:
    unit = units()[word]
    assert (unit.name, unit.base) == (name, base)
    assert (unit.multiplier, unit.factor) == (Decimal(multiplier), Decimal(factor))
