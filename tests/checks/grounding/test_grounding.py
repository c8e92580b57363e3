"""Drafts held against their sources: pairs (source, draft) with the words that must be flagged."""

import pytest

from zongjie.analyzer import understand
from zongjie.checks import check_by_code
from zongjie.document import Analysis
from zongjie.readers import report_of
from zongjie.settings import Settings

SOURCE = (
    "甲山县水务局2024年工作总结\n\n一、主要工作\n全年改造管网37公里，培训河长120人次，办结率98%。"
    "投入资金1.2亿元。修订《甲山县节水管理办法》。城北水厂正在建设。\n\n"
    "二、下一步打算\n力争完成城东泵站改造，探索设立水权交易中心，拟建青石水库。确保农村饮水安全。"
    "计划改造支渠15公里，其中东片8公里、西片7公里。力争年内建成红岩泵站。\n"
)


def flagged(code: str, draft: str, source: str = SOURCE) -> list[str]:
    one = check_by_code(code)
    assert one is not None
    held: Analysis = understand(report_of(draft))
    alarms = list(one.find(held, Settings(), (understand(report_of(source)),)))
    return [held.body[a.start : a.end] for a in alarms]


def plan(sentence: str) -> str:
    return f"甲山县水务局2025年工作计划\n\n一、重点任务\n{sentence}\n"


@pytest.mark.parametrize(
    ("code", "sentence", "expected"),
    [
        ("GR01", "新建管网45公里。", ["45公里"]),
        ("GR01", "改造管网37公里，培训120人次。", []),
        ("GR01", "改造管网【待填：里程，2024年37公里】。", []),
        ("GR01", "投入资金12000万元。", []),
        ("GR01", "办结率达到99%。", ["99%"]),
        ("GR01", "2025年6月底前完成招标。", []),
        ("GR02", "城北水厂已建成。", ["已建成"]),
        ("GR02", "青石水库建成了。", ["建成了"]),
        ("GR02", "红岩泵站已建成。", ["已建成"]),
        ("GR02", "年底前建成城北水厂。", []),
        ("GR02", "已修订完成《甲山县节水管理办法》。", []),
        ("GR03", "确保完成城东泵站改造。", ["确保"]),
        ("GR03", "力争完成城东泵站改造。", []),
        ("GR03", "确保农村饮水安全。", []),
        ("GR03", "力争设立水权交易中心。", ["力争"]),
        ("GR03", "稳妥探索设立水权交易中心。", []),
        ("GR04", "争创省级节水示范县。", ["省级节水示范县"]),
        ("GR04", "落实《甲山县节水管理办法》。", []),
        ("GR04", "落实《乙河县取水条例》。", ["乙河县取水条例"]),
        ("GR04", "与崇信县共建联防机制。", ["崇信县"]),
    ],
)
def test_draft_is_held_against_its_source(code: str, sentence: str, expected: list[str]) -> None:
    assert flagged(code, plan(sentence)) == expected


@pytest.mark.parametrize("code", ["GR01", "GR02", "GR03", "GR04"])
def test_checks_of_drafts_are_silent_without_sources(code: str) -> None:
    from zongjie.checks import run_checks

    analysis = understand(report_of(plan("确保新建管网45公里，争创省级节水示范县。")))
    assert not [f for f in run_checks(analysis) if f.code == code]


def test_the_report_is_no_fault_of_its_own() -> None:
    for code in ("GR01", "GR02", "GR03", "GR04"):
        assert flagged(code, SOURCE) == []


def test_the_other_side_of_a_raised_promise_is_shown_in_the_source() -> None:
    one = check_by_code("GR03")
    assert one is not None
    source = understand(report_of(SOURCE))
    draft = understand(report_of(plan("确保完成城东泵站改造。")))
    (alarm,) = one.find(draft, Settings(), (source,))
    (related,) = alarm.related
    assert related.doc == source.report.source.sha256
    assert "城东泵站" in source.report.text[related.start : related.end]
