"""No check's cost explodes on a text made of one thing over and over (ratios: ``zongjie bench``)."""

import pytest

from zongjie.analyzer import check_report
from zongjie.benchmarks.hostile import hostile_texts
from zongjie.readers import report_of


@pytest.mark.parametrize("name", hostile_texts(1))
def test_checks_finish_on_hostile_text(name: str, finishes: None) -> None:
    report = report_of(hostile_texts(100_000)[name])
    assert check_report(report).report is report
