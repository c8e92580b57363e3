"""``OUT/archive.duckdb``: the tables of the archive, made from the parts, whole or not at all."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

from zongjie.stores.columns import CHILDREN, REPORT, SCHEMA, TABLES, Column
from zongjie.stores.inputs import NAME as INPUTS
from zongjie.stores.parts import SCHEMA as PART
from zongjie.stores.parts import parts_of

NAME = "archive.duckdb"
More = Callable[[duckdb.DuckDBPyConnection], None]


def make_database(
    out: Path, version: str, more: Sequence[More] = (), *, memory: str = "2GB", threads: int = 2
) -> Path:
    """Make ``archive.duckdb`` in OUT from its parts and inputs, and put it under its name.

    The database holds the rows themselves and no path, so it may be moved or copied alone.
    ``version`` is the package's. ``more`` add what only all reports together tell. An older
    database stays until the new one is whole.

    Raises ``duckdb.Error`` or OSError (a full disk, a damaged part).
    """
    path, draft = out / NAME, out / f".{NAME}.draft"
    spill = out / f".{NAME}.spill"
    try:
        draft.unlink(missing_ok=True)
        with duckdb.connect(draft, config={"memory_limit": memory, "threads": threads}) as db:
            db.execute("SET temp_directory = ?", [str(spill)])
            db.execute("SET preserve_insertion_order = false")
            _choose(db, out)
            _fill(db)
            for one in more:
                one(db)
            _describe(db, version)
            db.execute("CHECKPOINT")
        _sync(draft)
        draft.replace(path)
    finally:
        for left in (draft, Path(f"{draft}.wal")):
            left.unlink(missing_ok=True)
    return path


def _choose(db: duckdb.DuckDBPyConnection, out: Path) -> None:
    """The outcome that counts for each report: under the settings asked last, of the latest part."""
    parts = ", ".join(_quoted(str(part)) for part in parts_of(out))
    if parts:
        db.execute(f"CREATE TEMP VIEW whole AS SELECT * FROM read_parquet([{parts}], filename = true)")
    else:
        db.register("whole", PART.append(pa.field("filename", pa.string())).empty_table())
    db.execute("CREATE TEMP TABLE named AS SELECT * FROM read_parquet(?)", [str(out / INPUTS)])
    db.execute(
        "CREATE TEMP TABLE chosen AS SELECT sha256, min(path) AS path, max(filename) AS filename, "
        "arg_max(outcome, filename) AS outcome FROM ("
        "  SELECT sha256, min(path) AS path, arg_min(settings, path) AS settings FROM named GROUP BY sha256"
        ") JOIN whole USING (sha256, settings) GROUP BY sha256"
    )


def _fill(db: duckdb.DuckDBPyConnection) -> None:
    for table, columns in TABLES.items():
        db.execute(f"CREATE TABLE {table} ({', '.join(f'{_name(c)} {c.type}' for c in columns)})")
    this = "FROM whole JOIN chosen USING (sha256, filename)"
    report = ", ".join(f"report.{_name(column)}" for column in REPORT)
    db.execute(
        f"INSERT INTO reports SELECT sha256, path, {report} {this} WHERE report IS NOT NULL ORDER BY sha256"
    )
    for table in CHILDREN:
        db.execute(
            f"INSERT INTO {table} FROM (SELECT sha256, unnest({table}, max_depth := 2) {this}) "
            'ORDER BY sha256, start, "end"'
        )
    db.execute(
        "INSERT INTO achievements SELECT * FROM quantities WHERE kind = 'achievement' "
        'ORDER BY sha256, start, "end"'
    )
    db.execute(
        "INSERT INTO inputs SELECT path, sha256, if(sha256 IS NULL, 'failed', coalesce(outcome, 'pending')), "
        "bytes FROM (SELECT path, sha256, bytes FROM named) LEFT JOIN (SELECT sha256, outcome FROM chosen) "
        "USING (sha256) ORDER BY path"
    )
    db.execute(
        "INSERT INTO failures SELECT sha256, path, stage, reason FROM ("
        f"  SELECT sha256, stage, reason {this} WHERE stage IS NOT NULL"
        ") JOIN (SELECT sha256, path FROM named) USING (sha256) "
        "UNION ALL SELECT NULL, path, 'read', reason FROM named WHERE sha256 IS NULL ORDER BY path"
    )


def _describe(db: duckdb.DuckDBPyConnection, version: str) -> None:
    """Say in the database itself what each column holds, and which version of the tables this is."""
    db.execute("CREATE TABLE about AS SELECT ? AS schema, ? AS zongjie", [SCHEMA, version])
    for table, columns in TABLES.items():
        for column in columns:
            db.execute(f"COMMENT ON COLUMN {table}.{_name(column)} IS {_quoted(column.about)}")


def _name(column: Column) -> str:
    return f'"{column.name}"'


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
