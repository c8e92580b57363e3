"""Achievements of many reports as one table: rows, CSV, JSON, a terminal table, Parquet."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from zongjie.document import Analysis, Change, QuantityKind
from zongjie.renderers.decimals import decimal_string
from zongjie.renderers.formulas import guarded
from zongjie.renderers.width import pad, shorten

SCHEMA = "zongjie-achievements/1"
COLUMNS = (
    "report", "organisation", "period", "section", "words", "value", "value_max", "unit", "bound",
    "object", "action", "metric", "change", "start", "end",
)  # fmt: skip
_NAMES = (
    "报告", "单位", "时期", "章节", "原文", "数值", "上限", "计量单位", "界限",
    "对象", "动作", "指标", "变化", "起", "止",
)  # fmt: skip
_SHOWN = (
    ("words", "原文", 14), ("value", "数值", 14), ("unit", "单位", 8), ("object", "对象", 24),
    ("action", "动作", 8), ("change", "变化", 16), ("period", "时期", 14), ("section", "章节", 24),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One quantity; ``value`` and ``value_max`` count in ``unit``, ``start`` and ``end`` are code points.

    ``period`` is what the sentence names, else (but for a target) the report's own.
    """

    report: str
    organisation: str | None
    period: str | None
    section: str | None
    words: str
    value: Decimal | None
    value_max: Decimal | None
    unit: str | None
    bound: str
    object: str | None
    action: str | None
    metric: str | None
    change: Change | None
    start: int
    end: int


def rows(analysis: Analysis, kinds: frozenset[QuantityKind] = frozenset(("achievement",))) -> list[Row]:
    """The quantities of ``kinds`` in reading order, a row each."""
    text, profile = analysis.report.text, analysis.profile
    headings = {s.id: " ".join(w for w in (s.number, s.heading) if w) or None for s in analysis.sections}
    whole = None if profile.period is None else profile.period.label
    return [
        Row(
            analysis.report.source.name, profile.organisation,
            q.period or (None if q.kind == "target" else whole),
            None if q.section is None else headings.get(q.section), text[q.start : q.end],
            q.value, q.value_max, q.unit, q.bound, q.object, q.action, q.metric, q.change, q.start, q.end,
        )
        for q in analysis.quantities
        if q.kind in kinds
    ]  # fmt: skip


def change_words(change: Change | None) -> str:
    """A change in a cell: 同比 +7.3, 从…到… 12→7, 首次突破.

    >>> change_words(Change("同比", amount=Decimal("-3.1")))
    '同比 -3.1'
    """
    if change is None:
        return ""
    if change.from_ is not None and change.to is not None:
        return f"{change.kind} {decimal_string(change.from_)}→{decimal_string(change.to)}"
    if change.amount is None:
        return change.kind
    sign = "+" if change.amount > 0 else ""
    return f"{change.kind} {sign}{decimal_string(change.amount)}"


def csv_pieces(several: Iterable[list[Row]], lang: str = "zh") -> Iterator[str]:
    """CSV with a byte-order mark, so that spreadsheets read the Chinese."""
    yield "\ufeff" + _line(COLUMNS if lang == "en" else _NAMES)
    for told in several:
        yield "".join(_line(_cells(row)) for row in told)


def json_pieces(several: Iterable[list[Row]]) -> Iterator[str]:
    """``{"schema": "zongjie-achievements/1", "achievements": [ … ]}``, one object a line."""
    yield f'{{"schema": "{SCHEMA}", "achievements": ['
    first = True
    for told in several:
        for row in told:
            yield ("\n" if first else ",\n") + json.dumps(_plain(row), ensure_ascii=False)
            first = False
    yield "\n]}\n"


def table_pieces(several: Iterable[list[Row]], lang: str = "zh") -> Iterator[str]:
    """A table a report under its name, for the terminal."""
    for told in several:
        if not told:
            continue
        head = "  ".join(pad(key if lang == "en" else name, width) for key, name, width in _SHOWN)
        count = f"{len(told)} achievements" if lang == "en" else f"{len(told)} 项"
        yield f"{told[0].report} · {told[0].organisation or ''} · {count}\n{head.rstrip()}\n"
        for row in told:
            cells = dict(zip(COLUMNS, _cells(row), strict=True))
            line = "  ".join(pad(shorten(cells[key], width), width) for key, _, width in _SHOWN)
            yield line.rstrip() + "\n"
        yield "\n"


def write_parquet(several: Iterable[list[Row]], path: Path) -> None:
    """Parquet, a row group a report; the columns of the CSV, values as decimal strings and doubles."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts = [name for name in COLUMNS if name not in ("start", "end")]
    fields = [(name, pa.string()) for name in texts] + [("start", pa.int64()), ("end", pa.int64())]
    schema = pa.schema([*fields, ("number", pa.float64())])
    draft = path.with_name(f".{path.name}.part")
    try:
        with pq.ParquetWriter(draft, schema) as writer:
            for told in several:
                if told:
                    writer.write_table(pa.Table.from_pylist([_record(row) for row in told], schema=schema))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _record(row: Row) -> dict[str, Any]:
    cells: dict[str, Any] = dict(zip(COLUMNS, _cells(row), strict=True))
    cells = {name: value or None for name, value in cells.items()}
    number = None if row.value is None else float(row.value)
    return {**cells, "start": row.start, "end": row.end, "number": number}


def _cells(row: Row) -> list[str]:
    return [
        row.report, row.organisation or "", row.period or "", row.section or "", row.words,
        "" if row.value is None else decimal_string(row.value),
        "" if row.value_max is None else decimal_string(row.value_max),
        row.unit or "", row.bound, row.object or "", row.action or "", row.metric or "",
        change_words(row.change), str(row.start), str(row.end),
    ]  # fmt: skip


def _plain(row: Row) -> dict[str, Any]:
    change = row.change
    told: dict[str, Any] = {name: getattr(row, name) for name in COLUMNS}
    for name in ("value", "value_max"):
        told[name] = None if told[name] is None else decimal_string(told[name])
    told["change"] = change and {
        "kind": change.kind,
        "from": None if change.from_ is None else decimal_string(change.from_),
        "to": None if change.to is None else decimal_string(change.to),
        "amount": None if change.amount is None else decimal_string(change.amount),
    }
    return told


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(map(guarded, cells))
    return out.getvalue()
