"""The measures of the checks' cost count every check once and every character."""

from pathlib import Path

import pytest

from zongjie.benchmarks.check_costs import SHARED, time_checks
from zongjie.checks import all_checks
from zongjie.readers import read


def test_every_check_of_reports_is_timed_and_the_shares_add_up(samples: Path) -> None:
    reports = [read(path) for path in sorted(samples.glob("*.txt"))[:3]]
    costs = time_checks(reports, rounds=1)
    assert {one.code for one in costs} == {
        one.check.code for one in all_checks() if one.check.needs == "report"
    } | set(SHARED)
    assert sum(one.share for one in costs) == pytest.approx(1)
    assert {one.characters for one in costs} == {sum(len(report.text) for report in reports)}
