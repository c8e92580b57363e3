"""PU checks: pairs, width, doubled marks; one finding a document for matters of style."""

from pathlib import Path

import pytest

from zongjie.checks.registry import check_by_code
from zongjie.document import Analysis
from zongjie.readers import read, report_of
from zongjie.settings import Settings


def alarms(code: str, text: str) -> list[tuple[str, int]]:
    one = check_by_code(code)
    assert one is not None
    found = one.find(Analysis(report=report_of(text), body=text), Settings())
    return [(text[alarm.start : alarm.end], int(str(alarm.evidence.get("count", 1)))) for alarm in found]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("PU01", "出台《条例，规范管理。\n开展书香机关”建设。", [("《", 1), ("”", 1)]),
        ("PU01", "甲】乙。\n丙】丁。\n戊】己。\n庚】辛。", [("】", 4)]),
        ("PU01", "1）甲\n（2）乙\n3)丙\na)丁，（试行)执行。", []),
        ("PU01", "“第一段。\n“第二段。”", []),
        ("PU01", "详见https://a.b/c(d，或运行 f(x。", []),
        ("PU02", "甲,乙,丙;丁。", [(",", 3)]),
        ("PU02", "比例为3:2，时间8:30，3,200元，支持 A, B 两种。", []),
        ("PU02", "增长5.2%，新增３个，２０２４年完成12项、13项、14项、1500件、1600件、1700人。", [("３", 2)]),
        ("PU04", "\n第一、抓学习。第二、抓落实。", [("第一、", 2)]),
        ("PU04", "第一、第二产业增长。第一、三季度回落。", []),
        ("PU05", "走访企业...\n办理提案等……", [("...", 2)]),
        ("PU06", "2023-2025年，3-5次，2024-06-01，0123-456789。", [("2023-2025", 2)]),
        ("PU07", "完成3项。。成效明显，。", [("。。", 1), ("，。", 1)]),
        ("PU07", "为什么？！好！！等。。。他说“好。”，", []),
        ("PU08", "修订《关于印发《办法》的通知》。", [("《关于印发《办法》的通知》", 1)]),
        ("PU09", "印发甲政发(2024)05号。", [("甲政发(2024)05号", 1)]),
        ("PU09", "印发甲政发〔2024〕5号，(2024)甲0101民初5号。", []),
        ("PU11", '建强"两支队伍"，落实"三会一课"。', [('"两支队伍"', 2)]),
        ("PU11", '屏幕24"，型号"A-3"。', []),
        ("PU12", "开展《平安建设》活动。", [("《平安建设》", 1)]),
    ],
)
def test_places(code: str, text: str, expected: list[tuple[str, int]]) -> None:
    assert alarms(code, text) == expected


def test_half_width_commas_of_the_seed_report_are_one_finding(real_reports: Path) -> None:
    text = read(real_reports / "seed-zhengxie-2024h1.txt").text
    one = check_by_code("PU02")
    assert one is not None
    (alarm,) = one.find(Analysis(report=report_of(text), body=text[:40] + " " * 87 + text[127:]), Settings())
    assert alarm.evidence["half_width ,"] == 124  # type: ignore[operator]
