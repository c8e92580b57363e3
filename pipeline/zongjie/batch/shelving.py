"""The texts of an archive in a file of their own, for as long as its ledger is made.

In the archive's database they lie compressed, 2,048 together, and reading one costs 0.1 s; here
they lie as they are, and reading one costs less than a hundredth of that. The file is about three
bytes a character, beside the database, and is deleted again; what a killed run has left of it
goes with the next one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb


@contextmanager
def shelved_texts(database: Path) -> Iterator[Path]:
    """The file, while the block lasts: a database with one table, ``texts`` (sha256, text).

    Raises ``duckdb.Error`` or OSError (a full disk).
    """
    path = Path(f"{database}.texts")
    _remove(path)
    try:
        with duckdb.connect(path, config={"memory_limit": "1GB", "threads": 1}) as db:
            attach(db, database, "tables")
            db.execute("CREATE TABLE texts (sha256 VARCHAR, text VARCHAR USING COMPRESSION uncompressed)")
            db.execute("INSERT INTO texts SELECT sha256, text FROM tables.reports")
        yield path
    finally:
        _remove(path)


def attach(db: duckdb.DuckDBPyConnection, path: Path, name: str) -> None:
    """Attach the database at ``path``, for reading."""
    quoted = str(path).replace("'", "''")
    db.execute(f"ATTACH '{quoted}' AS {name} (READ_ONLY)")


def _remove(path: Path) -> None:
    for left in (path, Path(f"{path}.wal")):
        left.unlink(missing_ok=True)
