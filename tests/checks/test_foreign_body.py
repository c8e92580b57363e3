"""ST06 with the encoder: a body that another heading claims, and nothing else."""

from collections.abc import Sequence

import pytest

from zongjie.analyzer import understand
from zongjie.checks.structure import foreign_body
from zongjie.readers import report_of

TEXT = (
    "某局工作总结\n\n一、主要工作\n1.教育。新建学校两所。\n2.养老。修建村道三条。\n3.道路。更换路灯六十盏。\n"
)


class Judge:
    name = "neural"

    def __init__(self, told: list[list[float]]) -> None:
        self.told = told

    def matrix(self, asked: Sequence[str], given: Sequence[str]) -> list[list[float]]:
        return self.told


@pytest.mark.parametrize(
    ("told", "flagged"),
    [
        ([[0.9, 0.1, 0.1], [0.1, 0.02, 0.1], [0.1, 0.97, 0.8]], ["养老"]),  # the roads' body
        ([[0.9, 0.1, 0.1], [0.1, 0.02, 0.1], [0.1, 0.50, 0.8]], []),  # nobody's body
        ([[0.9, 0.1, 0.1], [0.1, 0.40, 0.1], [0.1, 0.97, 0.8]], []),  # both could be
    ],
)
def test_only_a_body_that_a_neighbour_claims(
    monkeypatch: pytest.MonkeyPatch, told: list[list[float]], flagged: list[str]
) -> None:
    analysis = understand(report_of(TEXT))
    leaves = [one for one in analysis.sections if one.heading and one.level > 1]
    assert len(leaves) == 3
    monkeypatch.setattr(foreign_body, "relevance", lambda engine: Judge(told))
    alarms = list(foreign_body.foreign(analysis, leaves))
    assert [one.heading for one in leaves if one.start in {a.start for a in alarms}] == flagged
