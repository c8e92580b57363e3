"""Parts: Parquet files of up to 32 outcomes, one row a report, its tables as lists of structs.

A part appears by an atomic rename when it is whole, and is never written again. The number in
its name grows, and of two outcomes with one key the later part's counts (``--retry-failures``
adds one). ``OUT/parts`` has the reports (``REPORTS``), ``OUT/ledger`` pairs of reports of one
body with the promises of the first (``PAIRS``; ``sha256`` is the second).
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from zongjie.stores.columns import CHILDREN, PROMISES, REPORT, Column

MOST = 32  # outcomes in a part
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


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of parts: the folder in OUT that they lie in, and their columns."""

    folder: str
    schema: pa.Schema


def _kind(folder: str, *columns: tuple[str, pa.DataType]) -> Kind:
    return Kind(folder, pa.schema([*((name, pa.string()) for name in (*KEY, "stage", "reason")), *columns]))


def _struct(columns: Iterable[Column]) -> pa.StructType:
    return pa.struct([(column.name, _ARROW[column.type]) for column in columns])


REPORTS = _kind(
    "parts",
    ("report", _struct(REPORT)),
    *((name, pa.list_(_struct(columns))) for name, columns in CHILDREN.items()),
)
PAIRS = _kind("ledger", ("last_sha256", pa.string()), ("promises", pa.list_(_struct(PROMISES))))


def write_part(kind: Kind, rows: Sequence[bytes], out: Path, number: int) -> Path:
    """Write the rows (as ``outcomes`` packs them) as part ``number``: whole, on the disk, then named.

    Raises OSError (a full disk, a folder that may not be written); nothing is left then.
    """
    path = out / kind.folder / f"part-{number:08d}.parquet"
    draft = path.with_name(f".{path.name}.draft")
    try:
        with draft.open("wb") as file:
            pq.write_table(
                pa.concat_tables([_unpacked(row) for row in rows]).combine_chunks(),
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


def _unpacked(row: bytes) -> pa.Table:
    with pa.ipc.open_stream(row) as reader:
        return reader.read_all()


def parts_of(kind: Kind, out: Path) -> list[Path]:
    """The parts of OUT in their order."""
    return sorted((out / kind.folder).glob("part-*.parquet"))


def number_of(part: Path) -> int:
    """The number in the name of a part."""
    return int(part.stem.removeprefix("part-"))


def keys_of(kind: Kind, part: Path) -> Iterator[tuple[str, str, str]]:
    """(sha256, settings, outcome) of every row of the part, after reading all of it.

    Raises OSError or pyarrow's ArrowException where it is damaged (every page has a checksum).
    """
    with pq.ParquetFile(part, page_checksum_verification=True) as file:
        if file.schema_arrow.names != kind.schema.names:
            raise pa.ArrowInvalid("columns of another version")
        for group in range(file.num_row_groups):
            table = file.read_row_group(group, use_threads=False)
            yield from zip(*(table.column(name).to_pylist() for name in KEY), strict=True)
