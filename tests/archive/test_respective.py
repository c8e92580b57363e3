"""Which figure of several belongs to which metric."""

from zongjie import analyse
from zongjie.archive.respective import respective_metric


def test_damaged_figure_among_others_has_no_place() -> None:
    analysis = analyse("2023年，全市财政总收入和一般公共预算收入分别达到671亿元、1,23,4亿元、234亿元。")
    damaged = [q for q in analysis.quantities if q.value is None and q.reason]
    assert damaged
    assert [respective_metric(analysis, q) for q in damaged] == [None] * len(damaged)
