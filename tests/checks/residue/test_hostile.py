"""No check of these families takes more than linear time on hostile text."""

import time

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
def test_time_grows_linearly(one: Registered) -> None:
    for piece in PIECES:
        began = time.perf_counter()
        text = piece * (60_000 // len(piece))
        count = sum(1 for _ in one.find(Analysis(report=report_of(text + "总结"), body=text), Settings()))
        took = time.perf_counter() - began
        assert took < 0.6, (piece, took, count)
