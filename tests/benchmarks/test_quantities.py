"""The scorer of number expressions: what is right, and what an F1 may not do."""

from dataclasses import replace
from typing import Any

import zongjie
from zongjie.benchmarks.quantities import Score, score_told
from zongjie.benchmarks.quantities_gold import Gold

TEXT = "全年建成泵站12座。"
LABEL: dict[str, Any] = {
    "start": 6, "end": 9, "kind": "other", "either": "achievement", "value": "12", "unit": "座",
    "object": "泵站",
}  # fmt: skip


def told(kind: str) -> Score:
    quantities = [replace(q, kind=kind) for q in zongjie.analyse(TEXT).quantities]  # type: ignore[arg-type]
    total = Score()
    score_told(total, Gold("t", ((0, len(TEXT)),), (LABEL,)), quantities, TEXT)
    return total


def test_a_second_kind_that_a_label_admits_is_right_and_no_f1_passes_one() -> None:
    score = told("achievement")
    assert (score.rate("kind"), score.f1("other"), score.f1("achievement")) == (1.0, 1.0, 0.0)


def test_a_kind_that_a_label_does_not_admit_is_wrong() -> None:
    score = told("target")
    assert (score.rate("kind"), score.f1("other"), score.counts["target told"]) == (0.0, 0.0, 1)
