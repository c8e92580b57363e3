"""Object, action, metric, change, and whose change it is."""

from decimal import Decimal

import pytest
from tests.extractors.quantities.conftest import Read


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("提出的60多条意见建议被采纳。", "60多条", "意见建议"),
        ("城区关闭自备井98口。", "98口", "自备井"),
        ("组建了三个调研组。", "三个", "调研组"),
        ("举办“微讲堂”20余次。", "20余次", "微讲堂"),
        ("5名委员作了发言。", "5名", "委员"),
        ("新建中心（所、站）28个。", "28个", "中心"),
        ("地区生产总值增长5%。", "5%", "地区生产总值"),
        ("新增泵站A型3座、B型5座。", "3座", "型"),
        ("宣讲党的政策8次。", "8次", "宣讲"),
    ],
)
def test_object(read: Read, text: str, words: str, wanted: str) -> None:
    (told,) = [q.object for q in read(text) if text[q.start : q.end] == words]
    assert told is not None
    assert told.endswith(wanted)


def test_an_indicator_is_a_metric(read: Read) -> None:
    (quantity,) = read("地区生产总值增长5%。")
    assert (quantity.metric, quantity.action) == ("地区生产总值", "增长")


def test_growth_names_what_grew(read: Read) -> None:
    level, growth = read("完成投资300亿元、增长7.3%。")
    assert growth.of == level.id
    assert growth.change is not None
    assert (growth.change.kind, growth.change.amount) == ("同比", Decimal("7.3"))
    assert growth.object == level.object == "投资"


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("产值同比下降3.1%。", "同比", "-3.1"), ("产值环比增长2%。", "环比", "2"),
        ("产值比上年增长9%。", "较上年", "9"), ("产值年均增长6%。", "年均", "6"),
        ("产值翻一番。", "翻番", "2"),
    ],
)  # fmt: skip
def test_change(read: Read, text: str, kind: str, amount: str) -> None:
    change = read(text)[-1].change
    assert change is not None
    assert (change.kind, str(change.amount)) == (kind, amount)


def test_from_and_to_make_one_change(read: Read) -> None:
    before, after = read("覆盖率由12.3%提高到15.6%。")
    assert before.kind == "baseline"
    assert after.change is not None
    assert (after.change.from_, after.change.to, after.change.amount) == (
        Decimal("12.3"), Decimal("15.6"), Decimal("3.3"),
    )  # fmt: skip


def test_a_level_is_no_change(read: Read) -> None:
    (quantity,) = read("泵站增至37座。")
    assert quantity.change is None


def test_respectively_gives_each_number_its_item(read: Read) -> None:
    first, second = read("投资、税收分别完成30亿元、5亿元。")
    assert (first.object, second.object) == ("投资", "税收")
