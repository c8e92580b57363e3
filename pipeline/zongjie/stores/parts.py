"""Parts: Parquet files of up to 32 outcomes, one row a report, its tables as lists of structs.

A part appears by an atomic rename when it is whole, and is never written again. It lies in
``OUT/parts``; the number in its name grows, and of two outcomes of one report the later part's
counts (``--retry-failures`` adds one).
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from zongjie.document import Analysis
from zongjie.document.metric_value import MetricValue
from zongjie.stores.columns import CHILDREN, REPORT, Column
from zongjie.stores.rows import Body, Row, child_rows, report_row

FOLDER = "parts"
MOST = 32  # reports in a part
_SURROGATE = re.compile("[\ud800-\udfff]")
KEY = ("sha256", "settings", "outcome")

_ARROW: dict[str, pa.DataType] = {
    "VARCHAR": pa.string(),
    "INTEGER": pa.int32(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "VARCHAR[]": pa.list_(pa.string()),
    "INTEGER[]": pa.list_(pa.int32()),
}


def _struct(columns: Iterable[Column]) -> pa.StructType:
    return pa.struct([(column.name, _ARROW[column.type]) for column in columns])


_STRUCTS = {name: _struct(columns) for name, columns in CHILDREN.items()}
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in (*KEY, "stage", "reason")),
        ("report", _struct(REPORT)),
        *((name, pa.list_(kind)) for name, kind in _STRUCTS.items()),
    ]
)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a report gave no analysis: the stage that it died in, and the reason."""

    stage: str
    reason: str


def analysed(
    sha256: str,
    settings: str,
    analysis: Analysis,
    metric_values: Iterable[MetricValue] = (),
    body: Body = (None, None, None, None),
) -> pa.RecordBatch:
    """The outcome of a report that was analysed, as one row."""
    key = [_texts(sha256), _texts(settings), _texts("analysed"), _texts(None), _texts(None)]
    tables = child_rows(analysis, metric_values)
    lists = [
        pa.ListArray.from_arrays(pa.array([0, len(tables[name])], pa.int32()), _structs(tables[name], kind))
        for name, kind in _STRUCTS.items()
    ]
    report = _structs([report_row(analysis, body)], SCHEMA.field("report").type)
    return pa.record_batch([*key, report, *lists], schema=SCHEMA)


def failed(sha256: str, settings: str, failure: Failure) -> pa.RecordBatch:
    """The outcome of a report that failed, as one row."""
    key = [_texts(one) for one in (sha256, settings, "failed", failure.stage, failure.reason)]
    empty = [pa.array([[]], pa.list_(kind)) for kind in _STRUCTS.values()]
    return pa.record_batch([*key, pa.nulls(1, SCHEMA.field("report").type), *empty], schema=SCHEMA)


def _texts(value: str | None) -> pa.Array:
    return pa.array([value], pa.string())


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


def packed(batch: pa.RecordBatch) -> bytes:
    """The row as bytes, to go from one process to another."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, SCHEMA) as writer:
        writer.write_batch(batch)
    return bytes(sink.getvalue())


def unpacked(data: bytes) -> pa.Table:
    """The row of ``packed``."""
    with pa.ipc.open_stream(data) as reader:
        return reader.read_all()


def write_part(tables: Sequence[pa.Table], out: Path, number: int) -> Path:
    """Write the rows as part ``number`` of OUT: whole, on the disk, then under its name.

    Raises OSError (a full disk, a folder that may not be written); nothing is left then.
    """
    path = out / FOLDER / f"part-{number:08d}.parquet"
    draft = path.with_name(f".{path.name}.draft")
    try:
        with draft.open("wb") as file:
            pq.write_table(
                pa.concat_tables(tables).combine_chunks(),
                file,
                compression="zstd",
                compression_level=1,
                write_page_checksum=True,
            )
            file.flush()
            os.fsync(file.fileno())
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def parts_of(out: Path) -> list[Path]:
    """The parts of OUT in their order."""
    return sorted((out / FOLDER).glob("part-*.parquet"))


def number_of(part: Path) -> int:
    """The number in the name of a part."""
    return int(part.stem.removeprefix("part-"))


def keys_of(part: Path) -> Iterator[tuple[str, str, str]]:
    """(sha256, settings, outcome) of every report in the part, after reading all of it.

    Raises OSError or pyarrow's ArrowException where it is damaged (every page has a checksum).
    """
    with pq.ParquetFile(part, page_checksum_verification=True) as file:
        if file.schema_arrow.names != SCHEMA.names:
            raise pa.ArrowInvalid("columns of another version")
        for group in range(file.num_row_groups):
            table = file.read_row_group(group, use_threads=False)
            yield from zip(*(table.column(name).to_pylist() for name in KEY), strict=True)
