"""Planted faults: the same for a seed, where they say they are, and found."""

from pathlib import Path

import pytest

from zongjie.analyzer import understand
from zongjie.benchmarks.checks import measure_alarms, measure_recall
from zongjie.benchmarks.faults import plant, planters
from zongjie.checks import all_checks
from zongjie.document import Analysis
from zongjie.readers import read

PLANTED = ("政协2025年上半年", "水务局2024年度", "营销部2024年度")
HARD = ("DU01", "ST01", "ST06", "ST10", "ST14", "ST16")  # gated by what else the report holds


@pytest.fixture(scope="module")
def report(samples: Path) -> Analysis:
    return understand(read(samples / "水务局2024年度.txt"))


@pytest.mark.parametrize("code", planters())
def test_same_seed_gives_the_same_text_with_the_fault_in_its_place(report: Analysis, code: str) -> None:
    fault = plant(code, report, 1)
    if fault is None:
        pytest.skip("the sample has no fit place for it")
    assert fault == plant(code, report, 1)
    assert fault.text != report.report.text or fault.name is not None
    assert 0 <= fault.start < fault.end <= len(fault.text)


def test_planters_are_of_checks_that_there_are() -> None:
    assert set(planters()) <= {one.check.code for one in all_checks()}
    assert len(planters()) >= 45


def test_planted_faults_are_found(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports = [read(samples / f"{name}.txt") for name in PLANTED]
    for one in measure_recall(reports, each=3):
        if one.code not in HARD:
            assert one.found == one.planted, one


def test_alarms_are_counted_by_severity(samples: Path) -> None:
    alarms = measure_alarms(read(samples / f"{name}.txt") for name in PLANTED)
    assert alarms.reports == len(PLANTED)
    assert alarms.rate("error") == pytest.approx(
        sum(n for code, n in alarms.errors.items() if code not in ("RS02", "RS08")) / alarms.characters * 1e4
    )
