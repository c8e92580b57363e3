"""Which figure of which metric a report tells for which days."""

from datetime import date
from decimal import Decimal

import pytest

from zongjie.analyzer import understand
from zongjie.archive.metrics import metric_values
from zongjie.document.metric_value import MetricValue
from zongjie.readers import report_of

REPORT = """政府工作报告
——2024年1月18日在柳河市第八届人民代表大会第三次会议上
柳河市人民政府市长 某某

各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。

一、2023年工作回顾
全市生产总值达到1286.4亿元，增长5.8%；一般公共预算收入88.2亿元，下降3.1%。高新区生产总值达到96亿元。粮食总产量由41万吨增加到43.5万吨。居民消费价格上涨0.4%。新改建农村公路236公里。

二、2024年工作安排
主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%以上，单位生产总值能耗下降2%以上。新建农村公路200公里以上。
"""


@pytest.fixture(scope="module")
def values() -> dict[tuple[str, str | None, str], MetricValue]:
    return {(v.metric, v.change_kind, v.role): v for v in metric_values(understand(report_of(REPORT)))}


@pytest.mark.parametrize(
    ("metric", "kind", "role", "value", "unit", "year"),
    [
        ("地区生产总值", None, "reported", "128640000000", "元", 2023),
        ("地区生产总值", "同比", "reported", "5.8", "%", 2023),
        ("一般公共预算收入", None, "reported", "8820000000", "元", 2023),
        ("一般公共预算收入", "同比", "reported", "-3.1", "%", 2023),
        ("粮食产量", None, "quoted", "410000", "吨", 2022),
        ("粮食产量", None, "reported", "435000", "吨", 2023),
        ("居民消费价格", "同比", "reported", "0.4", "%", 2023),
        ("地区生产总值", "同比", "target", "6", "%", 2024),
        ("一般公共预算收入", "同比", "target", "5", "%", 2024),
    ],
)
def test_figure_by_metric_period_and_unit(
    values: dict[tuple[str, str | None, str], MetricValue],
    metric: str,
    kind: str | None,
    role: str,
    value: str,
    unit: str,
    year: int,
) -> None:
    found = values[metric, kind, role]
    assert (found.value, found.unit) == (Decimal(value), unit)
    assert (found.period_start, found.period_end) == (date(year, 1, 1), date(year, 12, 31))
    assert found.organisation == "柳河市人民政府"


def test_fall_turns_its_bound_round(values: dict[tuple[str, str | None, str], MetricValue]) -> None:
    found = values["单位地区生产总值能耗", "同比", "target"]
    assert (found.value, found.bound) == (Decimal("-2"), "at_most")


def test_district_is_not_the_city(values: dict[tuple[str, str | None, str], MetricValue]) -> None:
    assert values["地区生产总值", None, "reported"].value != Decimal("9600000000")
