"""Period checks on planted faults, on the sample, and on hostile text."""

from dataclasses import replace
from pathlib import Path

import pytest

from zongjie.analyzer import understand
from zongjie.checks import check_by_code
from zongjie.checks.base import Alarm
from zongjie.checks.period.calendar_dates import day_exists
from zongjie.document import Analysis
from zongjie.readers import report_of
from zongjie.settings import Settings

CODES = ("TM01", "TM02", "TM03", "TM04", "TM05", "TM08", "TM09")


def alarms(code: str, analysis: Analysis) -> list[Alarm]:
    check = check_by_code(code)
    assert check is not None
    return list(check.find(analysis, Settings()))


def words(code: str, text: str) -> list[str]:
    return [text[a.start : a.end] for a in alarms(code, understand(report_of(text)))]


@pytest.mark.parametrize(
    ("code", "fault", "flagged"),
    [
        ("TM04", "2月30日召开了座谈会。", "2月30日"),
        ("TM04", "13月5日完成了验收。", "13月5日"),
        ("TM04", "2023年2月29日通过了验收。", "2023年2月29日"),
        ("TM08", "2025年6月至3月完成了清淤。", "2025年6月至3月"),
        ("TM09", "2025年5月1日(星期一)召开了会议。", "2025年5月1日(星期一)"),
    ],
)
def test_planted_fault_is_found_in_real_text(code: str, fault: str, flagged: str, real_reports: Path) -> None:
    for path in sorted(real_reports.glob("gov-2026/*.txt"))[::7]:
        text = path.read_text("utf-8", errors="replace")
        assert words(code, text) == []
        at = text.index("。", 4000) + 1
        assert words(code, text[:at] + fault + text[at:]) == [flagged]


HALF = "甲山县水务局2024年上半年工作总结\n一、上半年工作回顾\n共清淤3公里,完成了验收。{told}\n"


@pytest.mark.parametrize(
    ("code", "told", "count"),
    [
        ("TM01", "全年累计开展培训12次。", 1),
        ("TM01", "召开会议对全年工作作出部署。", 0),
        ("TM01", "完成全年任务的52%。", 0),
        ("TM01", "对全年的工作成绩进行回顾。", 0),
        ("TM02", "去年9月开展了专题调研。", 1),
        ("TM02", "去年9月以来开展调研3次。", 0),
        ("TM02", "比去年9月多开展调研3次。", 0),
        ("TM02", "2023年11月完成了3座水库除险。", 1),
        ("TM03", "11月完成了泵站验收。", 1),
        ("TM03", "计划11月完成泵站验收。", 0),
        ("TM03", "5月完成了泵站验收。", 0),
    ],
)
def test_half_year_report_tells_of_its_half_year(code: str, told: str, count: int) -> None:
    assert len(words(code, HALF.format(told=told))) == count


def test_sample_has_the_known_period_faults(real_reports: Path) -> None:
    text = (real_reports / "seed-zhengxie-2024h1.txt").read_text("utf-8")
    assert [w[:4] for w in words("TM01", text)] == ["全年共组", "一年来"]
    prior = words("TM02", text)
    assert len(prior) == 1
    assert prior[0].startswith("去年五月")
    assert "十二月" in prior[0]
    assert words("TM04", text) == []


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2023, 2, 29, False),
        (2024, 2, 29, True),
        (None, 2, 29, True),
        (None, 13, 1, False),
        (1900, 2, 29, False),
    ],
)
def test_calendar(year: int | None, month: int, day: int, expected: bool) -> None:
    assert day_exists(year, month, day) is expected


@pytest.mark.parametrize("code", CODES)
@pytest.mark.usefixtures("finishes")
def test_cost_does_not_explode_on_hostile_text(code: str) -> None:
    base = understand(report_of("市政协2024年上半年工作总结\n一、工作\n共清淤3公里。"))
    for unit in ("一", "1", "全年", "去年9月", "2024年6月至", "11月", ",", "年"):
        body = unit * (500_000 // len(unit))
        hostile = replace(base, body=body, report=report_of(body))
        found = alarms(code, hostile)
        assert all(0 <= alarm.start <= alarm.end <= len(body) for alarm in found), unit
