"""The benchmark of drafts counts what it says it counts."""

from pathlib import Path

import pytest

import zongjie
from zongjie.benchmarks.drafts import likenesses, main, measure

REPORTS = Path(__file__).parent.parent / "drafters" / "reports"


def test_a_good_draft_measures_well() -> None:
    quality = measure("甲", zongjie.analyse_file(REPORTS / "government.txt"))
    assert quality.answered == quality.sourced == 1.0
    assert quality.numbers == quality.names == quality.errors == quality.repeats == 0
    assert quality.copy <= 20
    assert quality.frames <= 1 / 3
    assert quality.openings >= 0.7


def test_likeness_is_that_to_the_nearest_other() -> None:
    assert likenesses(["甲乙丙丁", "甲乙丙丁", "子丑寅卯"]) == [1.0, 1.0, 0.0]
    assert likenesses(["甲"]) == [None]


def test_the_table_has_a_line_a_report_and_one_for_all(capsys: pytest.CaptureFixture[str]) -> None:
    main([str(REPORTS / "school.txt"), str(REPORTS / "enterprise.txt")])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["name", "school.txt", "enterprise.txt", "mean"]
    assert len({line.count("\t") for line in lines}) == 1
