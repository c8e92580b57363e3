"""Identity checks on planted faults in real reports, on the sample, and on hostile text."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from zongjie.analyzer import understand
from zongjie.checks import check_by_code
from zongjie.checks.base import Alarm
from zongjie.checks.identity.misfiled import place_in
from zongjie.document import Analysis
from zongjie.readers import report_of
from zongjie.settings import Settings

CODES = ("ID01", "ID02", "ID03", "ID04", "ID08", "ID09")


def alarms(code: str, analysis: Analysis) -> list[Alarm]:
    check = check_by_code(code)
    assert check is not None
    return list(check.find(analysis, Settings()))


def named(text: str, name: str) -> Analysis:
    return understand(report_of(text, name=name))


@pytest.fixture(scope="module")
def clean(real_reports: Path) -> list[str]:
    paths = sorted(real_reports.glob("gov-2026/*.txt"))[::3]
    return [path.read_text("utf-8", errors="replace") for path in paths]


@pytest.mark.parametrize(
    ("code", "fault", "flagged"),
    [
        ("ID01", "围绕大事建言,为县委、县政府科学决策提供参考。", "为县委、县政府科学决策"),
        ("ID01", "事关我县发展大局。", "我县"),
        ("ID02", "召开区县卫健局班子会5次。", "区县卫健局"),
        ("ID02", "市县教育局党组书记作了动员。", "市县教育局"),
        ("ID03", "助力美丽幸福乙水建设。", "乙水"),
        ("ID04", "赴四川省昆明市考察2次。", "四川省昆明市"),
    ],
)
def test_planted_fault_is_found_and_nothing_else(
    code: str, fault: str, flagged: str, clean: list[str]
) -> None:
    rng = random.Random(code + fault)
    for text in clean[:4]:
        assert alarms(code, understand(report_of(text))) == []
        stops = [at + 1 for at, mark in enumerate(text) if mark == "。" and at > 3000]
        at = rng.choice(stops[: len(stops) // 2])
        spoilt = text[:at] + fault + text[at:]
        found = alarms(code, understand(report_of(spoilt)))
        assert [spoilt[a.start : a.end] for a in found] == [flagged]
        assert at <= found[0].start < at + len(fault)


def test_sample_has_one_finding_each_for_level_replacement_and_place(real_reports: Path) -> None:
    text = (real_reports / "seed-zhengxie-2024h1.txt").read_text("utf-8")
    analysis = understand(report_of(text))
    level = alarms("ID01", analysis)
    assert len(level) == 1
    assert level[0].evidence["count"] == 7
    replaced = alarms("ID02", analysis)
    assert [(text[a.start : a.end], a.evidence["count"]) for a in replaced] == [("县市政协", 3)]
    place = alarms("ID03", analysis)
    assert [(text[a.start : a.end], text[a.related[0].start : a.related[0].end]) for a in place] == [
        ("崇信", "忻州市")
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("绍兴市-2020.txt", "绍兴市"),
        ("保定市清苑-2020.txt", "清苑"),
        ("甲山县2023.txt", "甲山县"),
        ("report.txt", None),
        ("工作总结.docx", None),
    ],
)
def test_place_in_a_file_name(name: str, expected: str | None) -> None:
    assert place_in(name) == expected


REPORT = "{place}2023年工作总结\n一、主要工作\n共清淤3公里,完成了验收。"


@pytest.mark.parametrize(
    ("name", "place", "count"),
    [
        ("甲山县2023.txt", "乙水县", 1),
        ("乙水县2023.txt", "乙水县", 0),
        ("易县2023.txt", "米易县", 1),
        ("满城2023.txt", "保定市满城区", 0),
        ("浙江省绍兴市2023.txt", "绍兴市", 0),
        ("乙水县2024.txt", "乙水县", 0),
        ("乙水县2019.txt", "乙水县", 1),
        ("notes.txt", "乙水县", 0),
    ],
)
def test_file_name_of_another_place_or_year_is_told(name: str, place: str, count: int) -> None:
    assert len(alarms("ID09", named(REPORT.format(place=place), name))) == count


@pytest.mark.parametrize("code", CODES)
@pytest.mark.usefixtures("finishes")
def test_cost_does_not_explode_on_hostile_text(code: str) -> None:
    base = understand(report_of("市政协2024年工作总结\n一、工作\n共清淤3公里。"))
    for unit in ("一", "县市", "美丽", "省市", "我县", "为", "。"):
        body = unit * (500_000 // len(unit))
        hostile = replace(base, body=body, report=report_of(body))
        found = alarms(code, hostile)
        assert all(0 <= alarm.start <= alarm.end <= len(body) for alarm in found), unit
