"""Plans are cut into promises: sentences and list items that name a deed."""

import pytest

from zongjie.analyzer import understand
from zongjie.readers import report_of

HEAD = (
    "甲山县水务局2024年工作总结和2025年工作计划\n一、2024年工作回顾\n"
    "共清淤3公里,完成了验收。\n二、2025年工作计划\n"
)


def measures(plan: str) -> list[str]:
    text = HEAD + plan
    return [text[m.start : m.end] for m in understand(report_of(text)).measures]


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("加快泵站改造。开展巡查12次。", ["加快泵站改造", "开展巡查12次"]),
        ("一是加快泵站改造;二是开展巡查。", ["加快泵站改造", "开展巡查"]),
        ("2025年是全面提质的关键一年。加快泵站改造。", ["加快泵站改造"]),
    ],
)
def test_a_measure_is_a_sentence_or_an_item_with_a_deed(plan: str, expected: list[str]) -> None:
    assert measures(plan) == expected


def test_a_preface_before_sub_sections_sets_the_tone_only() -> None:
    plan = "紧紧围绕全局,扎实推进各项工作。\n(一)抓建设\n加快泵站改造。\n(二)抓管护\n开展巡查12次。"
    assert measures(plan) == ["加快泵站改造", "开展巡查12次"]


def test_achievements_are_no_measures() -> None:
    text = "甲山县水务局2024年工作总结\n一、主要工作\n共清淤3公里,完成了验收,组织了培训5次。"
    assert understand(report_of(text)).measures == ()
