"""The table of precision is what the verdicts say, and no check is more severe than it has earned."""

from pathlib import Path

import pytest

from zongjie.benchmarks.check_precision import counted, rows
from zongjie.checks import Registered, all_checks
from zongjie.checks.left_out import left_out
from zongjie.checks.precision import Precision, precisions

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "corpora" / "gold" / "checks"


def test_table_is_counted_from_the_verdicts() -> None:
    table = (ROOT / "pipeline" / "zongjie" / "checks" / "precision.toml").read_text("utf-8")
    assert table == counted(GOLD)


def test_an_alarm_is_judged_once() -> None:
    places = [(row["code"], row["file"], row["start"]) for row in rows(GOLD)]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("one", all_checks(), ids=lambda one: one.check.code)
def test_severity_is_earned(one: Registered) -> None:
    found = precisions().get(one.check.code, Precision(0, 0))
    assert one.check.preview or found.earns(one.check.severity)


def test_planted_faults_count_up_to_the_alarms_read() -> None:
    assert Precision(30, 27, planted=100).with_planted == pytest.approx(0.95)
    assert Precision(30, 27, planted=10).with_planted == pytest.approx(37 / 40)
    assert not Precision(30, 20, planted=10).earns("error")
    assert Precision(19, 5).earns("error")


def test_what_is_left_out_is_no_check() -> None:
    assert not {one.check.code for one in all_checks()} & set(left_out())
    assert all(zh and en for zh, en in left_out().values())
