"""What became of a report, or of a pair of reports, as one row of a part."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from zongjie.document import Analysis
from zongjie.document.ledger import Ledger
from zongjie.document.metric_value import MetricValue
from zongjie.stores.parts import PAIRS, REPORTS, Kind
from zongjie.stores.rows import Body, Row, child_rows, promise_rows, report_row

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Key:
    """What tells one outcome from another: the report, and a hash of all that the outcome hangs on."""

    sha256: str
    settings: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no result: the stage that it died in, and the reason."""

    stage: str
    reason: str


def analysed(
    key: Key,
    analysis: Analysis,
    metric_values: Iterable[MetricValue] = (),
    body: Body = (None, None, None, None),
) -> bytes:
    """A report that was analysed."""
    schema = REPORTS.schema
    tables = child_rows(analysis, metric_values)
    lists = [_list(rows, schema.field(name).type) for name, rows in tables.items()]
    report = _structs([report_row(analysis, body)], schema.field("report").type)
    return _packed(REPORTS, [*_head(key, "analysed"), report, *lists])


def followed(key: Key, last_sha256: str, ledger: Ledger, lang: str) -> bytes:
    """A pair of reports, with what became of the promises of the first; ``key`` is of the second."""
    promises = _list(promise_rows(ledger, lang), PAIRS.schema.field("promises").type)
    return _packed(PAIRS, [*_head(key, "analysed"), _texts(last_sha256), promises])


def failed(kind: Kind, key: Key, why: Failure) -> bytes:
    """A report, or a pair, that failed."""
    head = _head(key, "failed", why.stage, why.reason)
    rest = [kind.schema.field(at).type for at in range(len(head), len(kind.schema))]
    empty = [pa.array([[]], one) if pa.types.is_list(one) else pa.nulls(1, one) for one in rest]
    return _packed(kind, [*head, *empty])


def _head(key: Key, outcome: str, stage: str | None = None, reason: str | None = None) -> list[pa.Array]:
    return [_texts(one) for one in (key.sha256, key.settings, outcome, stage, reason)]


def _texts(value: str | None) -> pa.Array:
    return _array([value], pa.string())


def _list(rows: Sequence[Row], kind: pa.ListType) -> pa.ListArray:
    return pa.ListArray.from_arrays(pa.array([0, len(rows)], pa.int32()), _structs(rows, kind.value_type))


def _structs(rows: Sequence[Row], kind: pa.StructType) -> pa.StructArray:
    fields = [kind.field(at) for at in range(kind.num_fields)]
    columns: Any = zip(*rows, strict=True) if rows else ((),) * len(fields)
    arrays = [_array(column, field.type) for column, field in zip(columns, fields, strict=True)]
    return pa.StructArray.from_arrays(arrays, fields=fields)


def _array(column: Sequence[Any], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(column, kind)
    except UnicodeEncodeError:  # half a surrogate pair, which UTF-8 cannot hold; the length stays
        return pa.array([one and _SURROGATE.sub("\ufffd", one) for one in column], kind)


def _packed(kind: Kind, columns: Sequence[pa.Array]) -> bytes:
    """The row as bytes, to go from one process to another."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, kind.schema) as writer:
        writer.write_batch(pa.record_batch(list(columns), schema=kind.schema))
    return bytes(sink.getvalue())
