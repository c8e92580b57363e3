"""The engines beside one another: the same gold, each engine's figures in a column."""

import json
from pathlib import Path

from zongjie.classifiers.engines import Engine, models_of
from zongjie.errors import SettingsError
from zongjie.training.evaluate import judge, measure
from zongjie.training.gold import gold_sections
from zongjie.training.places import ENCODER, GOLD, REPORTS

ROWS = ("role_macro_f1", "group_micro_f1", "leaf_micro_f1", "leaf_macro_f1_10", "top_2", "calibration_error")
PARTS = ("government", "others")


def evaluate_engines(
    engines: tuple[Engine, ...] = ("linear", "neural"), model: str | None = None, gold: Path = GOLD,
    reports: Path = REPORTS, split: str = "test",
) -> str:  # fmt: skip
    """A table of figures, engines side by side; and the AUC of the encoder as metrics.json tells it.

    An engine that cannot be had is named with the reason.
    """
    labels = [one for one in gold_sections(gold) if one.split == split]
    columns: dict[str, dict[str, object]] = {}
    notes: list[str] = []
    for engine in engines:
        try:
            judged = judge(labels, reports, models_of(engine, model))
        except SettingsError as problem:
            notes += [f"{engine}：{problem.zh}", f"{engine}: {problem.en}"]
            continue
        if judged:
            columns[engine] = measure(judged, len(labels))
    lines = [" " * 32 + "".join(f"{name:>10}" for name in columns)] if columns else []
    for part in ("", *PARTS):
        for row in ROWS:
            figures = [_figure(column, part, row) for column in columns.values()]
            if figures:
                lines.append(f"{part or 'all':12}{row:20}" + "".join(f"{one:10.4f}" for one in figures))
    return "\n".join([*lines, *_separation(), *notes])


def _figure(column: dict[str, object], part: str, row: str) -> float:
    table = column[part] if part else column
    assert isinstance(table, dict)
    return float(table[row])


def _separation() -> list[str]:
    """Heading against body within one report, as it was measured when the encoder was made."""
    path = ENCODER / "metrics.json"
    if not path.is_file():
        return []
    sets = json.loads(path.read_text(encoding="utf-8"))
    found = {name: told for name, told in sets.items() if isinstance(told, dict) and "encoder" in told}
    return ["", "heading-body AUC (models/encoder/metrics.json)"] + [
        f"  {name:20} " + "  ".join(f"{judge} {figure}" for judge, figure in told.items())
        for name, told in found.items()
    ]
