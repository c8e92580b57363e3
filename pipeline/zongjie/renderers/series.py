"""Metrics through the years: a table on the terminal, CSV, JSON; bodies side by side."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from zongjie.document.series import Series, SeriesPoint, Telling
from zongjie.renderers.decimals import decimal_string, readable_number
from zongjie.renderers.width import display_width, pad, wrap

SCHEMA = "zongjie-series/1"
_BOUNDS = {"about": "约", "more_than": ">", "less_than": "<", "at_least": "≥", "at_most": "≤"}
_HEADS = (("时期", "period"), ("此前目标", "target"), ("当年报告", "reported"), ("后来引用", "quoted later"))
_COLUMNS = (
    "organisation", "metric", "change_kind", "unit", "period_start", "period_end", "role", "value",
    "value_max", "bound", "told_in", "sha256", "start", "end", "notes",
)  # fmt: skip


def to_terminal(series: Sequence[Series], lang: str = "zh", width: int = 80) -> str:
    """Each series as a table, its notes under the line that they are about."""
    return "".join(f"{line}\n" for one in series for line in _table(one, lang, width))


def _table(one: Series, lang: str, width: int) -> Iterator[str]:
    yield f"{one.organisation}  {series_name(one, lang)}"
    rows = [[head[lang == "en"] for head in _HEADS]]
    rows += [
        [p.label, number(p.target, lang), number(p.reported, lang), _quoted(p, lang)] for p in one.points
    ]
    columns = [max(display_width(row[at]) for row in rows) for at in range(len(_HEADS))]
    for at, row in enumerate(rows):
        yield "  " + "  ".join(pad(cell, size) for cell, size in zip(row, columns, strict=True)).rstrip()
        for note in one.points[at - 1].notes if at else ():
            yield from (f"      ! {line}" for line in wrap(note.en if lang == "en" else note.zh, width - 8))
    if one.missing:
        years = (", " if lang == "en" else "、").join(map(str, one.missing))
        yield f"  not told: {years}" if lang == "en" else f"  没有说到的年份：{years}"
    yield ""


def series_name(one: Series, lang: str) -> str:
    """The metric, its kind of change and its unit."""
    kind = f" {one.change_kind}" if one.change_kind else ""
    unit = one.unit or ("" if lang == "en" else "无单位")
    return f"{one.metric}{kind} ({unit})" if lang == "en" else f"{one.metric}{kind}（{unit}）"


def number(one: Telling | None, lang: str) -> str:
    """A figure for the eye: ≥1.2万亿; empty for none."""
    if one is None:
        return ""
    top = "" if one.value_max is None else f"–{readable_number(Decimal(str(one.value_max)), lang)}"
    return f"{_BOUNDS.get(one.bound, '')}{readable_number(Decimal(str(one.value)), lang)}{top}"


def _quoted(point: SeriesPoint, lang: str) -> str:
    return "; ".join(f"{number(one, lang)} ({one.told_in})" for one in point.quoted[:3])


def side_by_side(series: Sequence[Series], lang: str = "zh") -> str:
    """One metric of several bodies: a line a period, a column a body, figures as reported."""
    bodies = list(dict.fromkeys(one.organisation for one in series))
    periods = sorted({(p.end, p.start) for one in series for p in one.points if p.reported})
    cells = {
        (one.organisation, p.end, p.start): number(p.reported, lang) for one in series for p in one.points
    }
    labels = {(p.end, p.start): p.label for one in series for p in one.points}
    rows = [["period" if lang == "en" else "时期", *bodies]]
    rows += [[labels[when], *(cells.get((body, *when), "") for body in bodies)] for when in periods]
    columns = [max(display_width(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = ["  ".join(pad(c, n) for c, n in zip(row, columns, strict=True)).rstrip() for row in rows]
    return "\n".join([series_name(series[0], lang), *lines]) + "\n\n"


def to_csv(series: Sequence[Series]) -> str:
    """One row a telling, with its place in the report that tells it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in series:
        for point in one.points:
            for role, telling in _tellings(point):
                written = _telling(telling)
                head = [one.organisation, one.metric, one.change_kind, one.unit, point.start, point.end, role]
                kinds = " ".join(note.kind for note in point.notes) if role == "reported" else ""
                writer.writerow([*head, *written.values(), kinds])
    return "\ufeff" + out.getvalue()


def to_json(series: Sequence[Series], lang: str = "zh") -> str:
    """Schema ``zongjie-series/1``."""
    told = {"schema": SCHEMA, "series": [_series(one, lang) for one in series]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _series(one: Series, lang: str) -> dict[str, Any]:
    return {
        "organisation": one.organisation,
        "metric": one.metric,
        "change_kind": one.change_kind,
        "unit": one.unit,
        "missing": list(one.missing),
        "points": [_point(point, lang) for point in one.points],
    }


def _point(point: SeriesPoint, lang: str) -> dict[str, Any]:
    return {
        "start": str(point.start),
        "end": str(point.end),
        "reported": None if point.reported is None else _telling(point.reported),
        "quoted": [_telling(one) for one in point.quoted],
        "target": None if point.target is None else _telling(point.target),
        "notes": [
            {
                "kind": note.kind,
                "message": note.en if lang == "en" else note.zh,
                "other": None if note.other is None else _telling(note.other),
            }
            for note in point.notes
        ],
    }


def _tellings(point: SeriesPoint) -> Iterator[tuple[str, Telling]]:
    if point.target is not None:
        yield "target", point.target
    if point.reported is not None:
        yield "reported", point.reported
    yield from (("quoted", one) for one in point.quoted)


def _telling(one: Telling) -> dict[str, Any]:
    return {
        "value": decimal_string(Decimal(str(one.value))),
        "value_max": None if one.value_max is None else decimal_string(Decimal(str(one.value_max))),
        "bound": one.bound,
        "told_in": one.told_in,
        "sha256": one.sha256,
        "start": one.start,
        "end": one.end,
    }
