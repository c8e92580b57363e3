"""Microsoft Recognizers-Text's Chinese number cases (MIT), where they stand beside the project."""

import json
from pathlib import Path

import pytest
from tests.extractors.quantities.conformance import fails, left_out

MODELS = ("NumberModel", "PercentModel", "OrdinalModel", "NumberRangeModel")


@pytest.mark.parametrize("model", MODELS)
def test_at_least_97_of_100_cases_are_read_as_they_say(model: str, real_reports: Path) -> None:
    path = real_reports.parent / "specs" / "recognizers-zh" / f"{model}.json"
    if not path.is_file():
        pytest.skip(f"the cases are no part of the project and {path.name} does not exist")
    cases = json.loads(path.read_text(encoding="utf-8-sig"))
    taken = [case for case in cases if left_out(case["Input"], model) is None]
    wrong = [case["Input"] for case in taken if fails(case, model)]
    assert len(wrong) <= 0.03 * len(taken), wrong
    assert len(taken) >= 0.5 * len(cases)
