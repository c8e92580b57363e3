"""No check of these families explodes on hostile text."""

import pytest

from zongjie.checks.registry import Registered, all_checks
from zongjie.document import Analysis
from zongjie.readers import report_of
from zongjie.settings import Settings

FAMILIES = ("RS", "PU", "WD")
CHECKS = [one for one in all_checks() if one.check.code.startswith(FAMILIES)]
PIECES = [
    "一",
    "1",
    "*",
    "X",
    "。",
    "“",
    "《",
    "(",
    "<",
    "某",
    "20",
    "\n",
    '"',
    "请",
    "第一、",
    "等…",
    "**一",
    "《甲",
    "截止",
    "政发〔",
]


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.check.code)
@pytest.mark.usefixtures("finishes")
def test_cost_does_not_explode(one: Registered) -> None:
    for piece in PIECES:
        text = piece * (500_000 // len(piece)) + "总结"
        alarms = list(one.find(Analysis(report=report_of(text), body=text), Settings()))
        assert all(0 <= alarm.start <= alarm.end <= len(text) for alarm in alarms), piece
