"""The benchmark of briefs counts what it says it counts."""

from pathlib import Path

from zongjie.benchmarks import briefs

SAMPLES = Path(__file__).parents[2] / "corpora" / "samples"


def test_only_reports_with_labels_are_judged() -> None:
    found = briefs.labelled([SAMPLES / "水务局2024年度.txt", SAMPLES / "法院2023年度.txt"])
    assert [one.path.stem for one in found] == ["水务局2024年度"]
    assert len(found[0].gold) > 20


def test_a_figure_counts_only_as_a_whole_number() -> None:
    assert briefs._stands("32次", "研讨 32次。")
    assert not briefs._stands("32次", "研讨132次")
    assert not briefs._stands("2.5%", "增长12.5%")


def test_our_figures_are_right_and_told_densely() -> None:
    reports = briefs.labelled([SAMPLES / "水务局2024年度.txt"])
    ours, figures = briefs.judge(reports)[:2]
    assert (ours.name, figures.name) == ("zongjie", "its figures")
    assert ours.right is not None
    assert ours.right >= 0.9
    assert ours.told >= 0.35
    assert figures.dense > ours.dense
