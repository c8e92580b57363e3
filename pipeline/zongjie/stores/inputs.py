"""``OUT/inputs.parquet``: every file that was ever asked for, and what was in it then.

It is written whole when a run starts, so that the archive knows of all its files whenever the
run ends; a file named again replaces its old row.
"""

import os
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

NAME = "inputs.parquet"
SCHEMA = pa.schema(
    [("path", pa.string()), ("sha256", pa.string()), ("bytes", pa.int64()), ("settings", pa.string()),
     ("reason", pa.string())]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Input:
    """A file: its bytes by their SHA-256, the settings that hold for it (a hash).

    Where it cannot be opened ``sha256`` is None and ``reason`` says why.
    """

    path: str
    sha256: str | None
    bytes: int | None
    settings: str
    reason: str | None = None


def remember(out: Path, inputs: Iterable[Input]) -> None:
    """Add ``inputs`` to those of OUT, atomically. Raises OSError where that cannot be written."""
    known = {one.path: one for one in (*remembered(out), *inputs)}
    rows = sorted(known.values(), key=lambda one: one.path)
    columns = list(zip(*map(astuple, rows), strict=True)) if rows else [()] * len(SCHEMA)
    table = pa.table([pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)],
                     schema=SCHEMA)  # fmt: skip
    draft = out / f".{NAME}.draft"
    try:
        with draft.open("wb") as file:
            pq.write_table(table, file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(out / NAME)
    finally:
        draft.unlink(missing_ok=True)


def remembered(out: Path) -> list[Input]:
    """The inputs of OUT; [] where there is none, or where the list is damaged (a run makes it anew)."""
    try:
        rows = pq.read_table(out / NAME, schema=SCHEMA).to_pylist()
    except (FileNotFoundError, pa.ArrowException, OSError):
        return []
    return [Input(**row) for row in rows]
