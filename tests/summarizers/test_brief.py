"""The brief: short lines, each resting on the report, and what is missing is said."""

from functools import cache
from pathlib import Path

import pytest

import zongjie
from zongjie.document import Analysis
from zongjie.summarizers import excerpt

_REPORTS = Path(__file__).parents[1] / "drafters" / "reports"
CONSULTATIVE, GOVERNMENT, NO_PROBLEMS, SHORT = (
    (_REPORTS / f"{name}.txt").read_text(encoding="utf-8")
    for name in ("consultative", "government", "no-problems", "short")
)


@cache
def analysed(text: str) -> Analysis:
    return zongjie.analyse(text)


@pytest.fixture(params=[CONSULTATIVE, GOVERNMENT, NO_PROBLEMS, SHORT], ids=["议", "府", "镇", "村"])
def analysis(request: pytest.FixtureRequest) -> Analysis:
    return analysed(request.param)


def test_lines_stand_where_they_say_and_rest_on_the_report(analysis: Analysis) -> None:
    summary = analysis.summary
    for one in summary.sentences:
        assert summary.text[one.start : one.end] == one.text
        assert one.sources, one.text
        assert all(analysis.body[s.start : s.end].strip() for s in one.sources)
    assert len(summary.text) <= 1200


def test_parts_are_told_in_order() -> None:
    parts = [one.part for one in analysed(CONSULTATIVE).summary.sentences]
    for part in ("who", "period", "figures", "achievements", "problems", "plan"):
        assert part in parts
    assert parts.index("who") < parts.index("figures") < parts.index("problems") < parts.index("plan")


def test_figures_are_told_with_object_and_unit() -> None:
    (line,) = [one.text for one in analysed(CONSULTATIVE).summary.sentences if one.part == "figures"]
    assert "意见建议46条" in line
    assert "委员工作室6个" in line


def test_what_a_report_lacks_is_said() -> None:
    missing = [one.text for one in analysed(NO_PROBLEMS).summary.sentences if one.part == "missing"]
    assert missing
    assert "存在的问题" in missing[0]


def test_nothing_of_the_furniture_is_told(real_reports: Path) -> None:
    text = (real_reports / "seed-zhengxie-2024h1.txt").read_text(encoding="utf-8")
    found = analysed(text)
    assert "供您参考" not in found.summary.text
    for one in found.summary.sentences:
        for source in one.sources:
            if one.part not in ("checks", "missing"):
                assert not any(source.start < r.end and r.start < source.end for r in found.removed)


@pytest.mark.parametrize("length", [60, 120, 300])
def test_excerpt_keeps_to_its_length_and_to_whole_sentences(length: int) -> None:
    found = analysed(GOVERNMENT)
    summary = excerpt(found, length)
    assert len(summary.text) <= length
    for one in summary.sentences:
        (source,) = one.sources
        assert " ".join(found.body[source.start : source.end].split()) == one.text
