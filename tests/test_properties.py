"""What holds for every report: spans lie inside, reading loses nothing, runs agree, offsets shift."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

import zongjie
from zongjie.renderers.json import to_json

SAMPLES = sorted((Path(__file__).parents[1] / "corpora" / "samples").glob("*.txt"))
IDS = [path.stem for path in SAMPLES]
NO_SPANS_OF_THE_REPORT = {"summary", "plan", "report"}


def spans(thing: Any) -> list[tuple[int, int]]:
    """All (start, end) in the layers that point into the report's text."""
    found: list[tuple[int, int]] = []
    if isinstance(thing, tuple):
        if len(thing) == 2 and all(isinstance(x, int) for x in thing):
            return [thing]
        return [span for one in thing for span in spans(one)]
    if is_dataclass(thing):
        names = [f.name for f in fields(thing)]
        if isinstance(getattr(thing, "start", None), int) and getattr(thing, "doc", None) is None:
            found.append((thing.start, thing.end))
        for name in names:
            if name not in NO_SPANS_OF_THE_REPORT and name != "ratio":
                found += spans(getattr(thing, name))
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=IDS)
def test_every_span_lies_inside_the_text(path: Path) -> None:
    analysis = zongjie.analyse_file(path)
    length = len(analysis.report.text)
    outside = [span for span in spans(analysis) if not 0 <= span[0] <= span[1] <= length]
    assert not outside
    assert len(spans(analysis)) > 100


@pytest.mark.parametrize("path", SAMPLES, ids=IDS)
def test_two_runs_give_the_same_bytes(path: Path) -> None:
    assert to_json(zongjie.analyse_file(path)) == to_json(zongjie.analyse_file(path))


@pytest.mark.parametrize("path", SAMPLES, ids=IDS)
def test_a_blank_line_in_front_shifts_the_spans_and_changes_nothing_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    before, after = zongjie.analyse(text), zongjie.analyse("\n" + text)
    assert after.plan.text == before.plan.text
    assert after.summary.text == before.summary.text
    for layer in ("removed", "sections", "quantities", "problems", "measures", "awards", "findings"):
        old, new = getattr(before, layer), getattr(after, layer)
        assert len(old) == len(new), layer
        for one, other in zip(old, new, strict=True):
            assert (one.start + 1, one.end + 1) == (other.start, other.end)
            for field in fields(one):
                if field.name in ("kind", "value", "unit", "role", "code", "message", "object", "id"):
                    assert getattr(one, field.name) == getattr(other, field.name), (layer, field.name)


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_are_kept_and_change_no_count(newline: str) -> None:
    text = SAMPLES[0].read_text(encoding="utf-8")
    plain, other = zongjie.analyse(text), zongjie.analyse(text.replace("\n", newline))
    assert other.report.text == text.replace("\n", newline)
    for layer in ("sections", "quantities", "problems", "awards"):
        assert len(getattr(plain, layer)) == len(getattr(other, layer)), layer


@pytest.mark.parametrize(
    "text",
    [
        "。",
        "一、",
        "　　",
        "1",
        "(一)",
        "\ufeff总结",
        "年" * 500,
        "1" * 2000,
        "一" * 2000,
        "((" * 500,
        "《" * 500,
    ],
    ids=repr,
)
def test_odd_texts_are_analysed_without_an_exception(text: str) -> None:
    if not text.strip():
        with pytest.raises(zongjie.ZongjieError):
            zongjie.analyse(text)
    else:
        analysis = zongjie.analyse(text)
        assert all(span[1] <= len(text) for span in spans(analysis))
