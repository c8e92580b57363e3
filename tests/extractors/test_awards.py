"""Honours are found with title, level and recipient; hopes and mere counts are not."""

from pathlib import Path

import pytest

from zongjie.analyzer import understand
from zongjie.readers import report_of


def awards(told: str) -> list[tuple[str, str | None, str | None]]:
    text = f"甲山县水务局2024年工作总结\n一、主要工作\n{told}"
    return [(a.title, a.level, a.recipient) for a in understand(report_of(text)).awards]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("我局荣获全国水利先进集体。", [("全国水利先进集体", "国", "我局")]),
        ("李大山委员撰写的提案获评市优秀提案。", [("市优秀提案", "市", "李大山委员")]),
        ("河长制工作被评为省级示范项目。", [("省级示范项目", "省", "河长制工作")]),
        ("甲泵站入选绍兴市优秀案例、“浙江省文明单位”称号。", None),
        ("调研报告获崇信县优秀成果奖。", [("崇信县优秀成果奖", "县", "调研报告")]),
    ],
)
def test_title_level_and_recipient(told: str, expected: list[tuple[str, str, str]] | None) -> None:
    found = awards(told)
    if expected is None:
        assert [level for _, level, _ in found] == ["市", "省"]
    else:
        assert found == expected


@pytest.mark.parametrize(
    "told",
    [
        "力争荣获全国水利先进集体。",
        "荣获省级奖项5项。",
        "群众获得感不断增强。",
        "企业获得贷款3亿元。",
        "对优秀案例给予奖励。",
    ],
)
def test_hopes_and_counts_are_no_awards(told: str) -> None:
    assert awards(told) == []


def test_sample_has_four_awards(real_reports: Path) -> None:
    text = (real_reports / "seed-zhengxie-2024h1.txt").read_text("utf-8")
    found = understand(report_of(text)).awards
    assert [a.title for a in found] == [
        "省优秀调研成果奖",
        "市优秀提案",
        "市优秀社情民意信息员",
        "忻州市优秀调研成果奖",
    ]
    assert [a.level for a in found] == ["省", "市", "市", "市"]
    assert [(a.recipient or "")[:3] for a in found] == ["赵国进", "焦爱丽", "孙中耀", "关于我"]
