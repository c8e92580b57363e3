"""``OUT/archive.duckdb``: the tables of the archive, made from the parts, whole or not at all."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

from zongjie.stores.columns import CHILDREN, REPORT, SCHEMA, TABLES, Column
from zongjie.stores.inputs import NAME as INPUTS
from zongjie.stores.parts import PAIRS, REPORTS, Kind, parts_of

NAME = "archive.duckdb"
Inside = Callable[[duckdb.DuckDBPyConnection], None]
Between = Callable[[Path], Sequence[tuple[str, str]]]


def make_database(
    out: Path,
    version: str,
    inside: Inside,
    between: Between,
    *,
    memory: str = "2GB",
    threads: int = 2,
) -> Path:
    """Make ``archive.duckdb`` in OUT from its parts and inputs, and put it under its name.

    The database holds the rows themselves and no path, so it may be moved or copied alone.
    ``version`` is the package's. ``inside`` fills in what only all reports together tell;
    ``between`` may then read the draft (and no more), to make the parts of the ledger; it gives
    the keys (sha256, settings) of those that count. An older database stays until the new one is
    whole.

    Raises ``duckdb.Error`` or OSError (a full disk, a damaged part).
    """
    path, draft = out / NAME, out / f".{NAME}.draft"
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": memory,
        "threads": threads,
        "temp_directory": str(out / f".{NAME}.spill"),
    }
    try:
        draft.unlink(missing_ok=True)
        with duckdb.connect(draft, config=config) as db:
            db.execute("BEGIN")  # each statement by itself would wait for the disk
            _choose(db, out)
            _fill(db)
            inside(db)
            db.execute("COMMIT")
        pairs = between(draft)
        with duckdb.connect(draft, config=config) as db:
            db.execute("BEGIN")
            _add_promises(db, out, pairs)
            _describe(db, version)
            db.execute("DROP TABLE chosen")
            db.execute("COMMIT")
            db.execute("CHECKPOINT")
        _sync(draft)
        draft.replace(path)
    finally:
        for left in (draft, Path(f"{draft}.wal")):
            left.unlink(missing_ok=True)
    return path


def _read(db: duckdb.DuckDBPyConnection, kind: Kind, out: Path) -> None:
    """The rows of all parts of a kind as the temporary view ``whole``."""
    parts = ", ".join(_quoted(str(part)) for part in parts_of(kind, out))
    if parts:
        db.execute(f"CREATE TEMP VIEW whole AS SELECT * FROM read_parquet([{parts}], filename = true)")
    else:
        db.register("whole", kind.schema.append(pa.field("filename", pa.string())).empty_table())


def _choose(db: duckdb.DuckDBPyConnection, out: Path) -> None:
    """The outcome that counts for each report: under the settings asked last, of the latest part.

    ``place`` is where its rows go in every table: reports of one body lie together, by period.
    """
    _read(db, REPORTS, out)
    db.execute("CREATE TEMP TABLE named AS SELECT * FROM read_parquet(?)", [str(out / INPUTS)])
    db.execute(
        "CREATE TABLE chosen AS SELECT * EXCLUDE (body_key, period_end), "
        "  row_number() OVER (ORDER BY body_key, period_end, path, sha256) AS place "
        "FROM (SELECT sha256, settings, min(path) AS path, max(filename) AS filename, "
        "        arg_max(outcome, filename) AS outcome FROM ("
        "          SELECT sha256, min(path) AS path, arg_min(settings, path) AS settings "
        "          FROM named GROUP BY sha256"
        "        ) JOIN whole USING (sha256, settings) GROUP BY sha256, settings"
        ") JOIN ("
        "  SELECT sha256, filename, report.body_key AS body_key, report.period_end AS period_end FROM whole"
        ") USING (sha256, filename)"
    )


def _fill(db: duckdb.DuckDBPyConnection) -> None:
    for table, columns in TABLES.items():
        db.execute(f"CREATE TABLE {table} ({', '.join(f'{_name(c)} {c.type}' for c in columns)})")
    this = "FROM whole JOIN (SELECT sha256, filename, path, place FROM chosen) USING (sha256, filename)"
    report = ", ".join(f"report.{_name(column)}" for column in REPORT)
    db.execute(
        f"INSERT INTO reports SELECT sha256, path, {report}, NULL {this} "
        "WHERE report IS NOT NULL ORDER BY place"
    )
    for table in CHILDREN:
        db.execute(
            f"INSERT INTO {table} SELECT * EXCLUDE (place) "
            f"FROM (SELECT place, sha256, unnest({table}, max_depth := 2) {this}) "
            'ORDER BY place, start, "end"'
        )
    db.execute(
        "INSERT INTO achievements SELECT quantities.* FROM quantities JOIN chosen USING (sha256) "
        "WHERE kind = 'achievement' ORDER BY place, start, \"end\""
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


def _add_promises(db: duckdb.DuckDBPyConnection, out: Path, pairs: Sequence[tuple[str, str]]) -> None:
    """The promises of ``pairs``, and the pairs that failed."""
    _read(db, PAIRS, out)
    sha256, settings = zip(*pairs, strict=True) if pairs else ((), ())
    keys = {"sha256": pa.array(sha256, pa.string()), "settings": pa.array(settings, pa.string())}
    db.register("wanted", pa.table(keys))
    db.execute(
        "CREATE TEMP TABLE latest AS SELECT sha256, settings, max(filename) AS filename "
        "FROM whole JOIN wanted USING (sha256, settings) GROUP BY ALL"
    )
    this = "FROM whole JOIN latest USING (sha256, settings, filename)"
    db.execute(
        "INSERT INTO promises SELECT * EXCLUDE (place) FROM ("
        f"  SELECT place, last_sha256, sha256, unnest(promises, max_depth := 2) {this} "
        "  JOIN (SELECT sha256, place FROM chosen) USING (sha256)"
        ') ORDER BY place, start, "end"'
    )
    db.execute(
        f"INSERT INTO failures SELECT sha256, path, stage, reason {this} "
        "JOIN (SELECT sha256, path FROM chosen) USING (sha256) WHERE stage IS NOT NULL ORDER BY path"
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
