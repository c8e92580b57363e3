"""The JSON contract: keys, nulls, decimal strings, the schema, the same bytes twice."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import zongjie
from zongjie.document import Analysis, FileFacts, Report
from zongjie.renderers.decimals import decimal_string, readable_number
from zongjie.renderers.json import json_schema, to_dict, to_json

VALIDATOR = Draft202012Validator(json_schema())
EMPTY = Analysis(Report("", FileFacts("-", "0" * 64, "text/plain", None, 0)), "")


def complaints(told: object) -> list[str]:
    return [f"{'/'.join(map(str, one.path))}: {one.message[:120]}" for one in VALIDATOR.iter_errors(told)]


def test_schema_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_full_analysis_fits_the_schema(analysis: Analysis) -> None:
    assert complaints(to_dict(analysis)) == []


def test_empty_analysis_fits_the_schema() -> None:
    told = to_dict(EMPTY)
    assert complaints(told) == []
    lists = (
        "removed",
        "sections",
        "quantities",
        "achievements",
        "problems",
        "measures",
        "awards",
        "findings",
    )
    assert all(told[name] == [] for name in lists)
    assert told["profile"]["period"] is None


def keys_of(told: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    if isinstance(told, dict):
        return [one for key, inner in told.items() for one in [(*path, key), *keys_of(inner, (*path, key))]]
    if isinstance(told, list) and told:
        return keys_of(told[0], (*path, 0))
    return []


OPTIONAL = {"dropped", "quotes", "part_of", "notes", "dissent", "is_report", "part"}


def test_schema_misses_no_key_of_the_contract(analysis: Analysis) -> None:
    """Take each key out in turn: the schema must complain, but for the keys that were added."""
    whole = to_json(analysis)
    forgiven = []
    for path in keys_of(json.loads(whole)):
        told = json.loads(whole)
        inner = told
        for step in path[:-1]:
            inner = inner[step]
        del inner[path[-1]]
        if not complaints(told):
            forgiven.append(path)
    free = [path for path in forgiven if "evidence" not in path and path[-1] not in OPTIONAL]
    free = [path for path in free if path[-1] != "value" or path[0] != "profile"]
    assert free == [path for path in free if "dissent" in path]


def test_achievements_are_the_same_objects(analysis: Analysis) -> None:
    told = to_dict(analysis)
    chosen = [q for q in told["quantities"] if q["kind"] == "achievement"]
    assert told["achievements"] == chosen
    assert all(a is b for a, b in zip(told["achievements"], chosen, strict=True))


def test_values_are_decimal_strings_and_change_says_from(analysis: Analysis) -> None:
    first, second, *_ = to_dict(analysis)["quantities"]
    assert (first["value"], second["value"], second["ratio"]) == ("12000", "66.67", [2, 3])
    assert second["change"] == {"kind": "从…到…", "from": "60", "to": "66.67", "amount": None}


def test_evidence_tuples_become_lists(analysis: Analysis) -> None:
    assert to_dict(analysis)["findings"][0]["evidence"] == {"n": 2, "places": ["甲", "乙"]}


def test_preview_and_suppressed_findings_are_carried(analysis: Analysis) -> None:
    assert [f["code"] for f in to_dict(analysis)["findings"]] == ["DU02", "PU02", "WD01", "RS01"]


def test_same_analysis_gives_the_same_bytes(analysis: Analysis) -> None:
    assert to_json(analysis) == to_json(analysis)
    assert "\n" not in to_json(analysis, indent=None)


def test_half_a_surrogate_can_be_written_and_read_back() -> None:
    broken = replace(EMPTY, report=replace(EMPTY.report, text="总\ud83d结"))
    written = to_json(broken)
    assert json.loads(written.encode("utf-8"))["text"] == "总\ud83d结"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_decimal_string_is_plain_and_loses_nothing(value: Decimal) -> None:
    written = decimal_string(value)
    assert "E" not in written.upper()
    assert Decimal(written) == value
    assert written == decimal_string(Decimal(written))


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("120000000", "1.2亿", "120,000,000"),
        ("9999", "9999", "9,999"),
        ("-0.5", "-0.5", "-0.5"),
        ("10000", "1万", "10,000"),
    ],
)
def test_readable_number(value: str, zh: str, en: str) -> None:
    assert (readable_number(Decimal(value)), readable_number(Decimal(value), "en")) == (zh, en)


def test_samples_fit_the_schema(samples: Path) -> None:
    paths = sorted(samples.glob("*/*.txt")) + sorted(samples.glob("*.txt"))
    if not paths:
        pytest.skip(f"no samples in {samples} yet")
    for path in paths:
        assert complaints(to_dict(zongjie.analyse_file(path))) == [], path.name


REAL = ("seed-*.txt", "gov-2026/浙江省.txt", "web/*-2003.txt", "other/*", "series/*1954*")


def test_real_reports_fit_the_schema(real_reports: Path) -> None:
    paths = [path for pattern in REAL for path in sorted(real_reports.glob(pattern))[:3] if path.is_file()]
    assert paths
    for path in paths:
        told = json.loads(to_json(zongjie.analyse_file(path)))
        assert complaints(told) == [], path.name
        size = len(told["text"])
        spans = told["sections"] + told["quantities"] + told["findings"] + told["problems"]
        assert all(0 <= one["start"] <= one["end"] <= size for one in spans), path.name
