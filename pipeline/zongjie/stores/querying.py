"""Questions in SQL to ``archive.duckdb``: it can be read, and nothing else can be touched."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from zongjie.errors import MissingInput, SettingsError
from zongjie.stores.database import NAME

_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "lock_configuration": True,
}
_AT_ONCE = 1000  # rows fetched at a time


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of an answer and its rows, which come as they are asked for."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def ask(archive: Path, sql: str) -> Answer:
    """Run one SQL statement on the database ``archive`` (a file, or the OUT of a batch).

    The statement may read the tables, but neither write them nor reach files or the network.

    Raises:
        MissingInput: there is no database.
        SettingsError: the statement means nothing, or asks for what is not allowed.
    """
    path = archive / NAME if archive.is_dir() else archive
    if not path.is_file():
        raise MissingInput(
            f"{path}：没有这个数据库。请先运行 zongjie batch 报告文件夹 -o {archive}。",
            f"{path}: no such database. Run zongjie batch REPORTS -o {archive} first.",
        )
    try:
        db = duckdb.connect(path, read_only=True, config=_LOCKED)
    except duckdb.Error as problem:
        raise MissingInput(
            f"{path}：打不开（{_first_line(problem)}）。再运行一次 zongjie batch 会重新生成。",
            f"{path}: cannot be opened ({_first_line(problem)}). Run zongjie batch again to make it anew.",
        ) from problem
    try:
        db.execute(sql)
    except duckdb.Error as problem:
        db.close()
        raise _meaningless(problem) from problem
    columns = tuple(str(one[0]) for one in db.description or ())
    return Answer(columns, _rows(db))


def _rows(db: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    try:
        while some := db.fetchmany(_AT_ONCE):
            yield from some
    except duckdb.Error as problem:
        raise _meaningless(problem) from problem
    finally:
        db.close()


def _meaningless(problem: duckdb.Error) -> SettingsError:
    return SettingsError(
        f"这句 SQL 不成：\n{problem}\n表和列见 docs/archive-tables.md，例子见 zongjie query --examples。",
        f"this SQL does not work:\n{problem}\nTables and columns: docs/archive-tables.md; "
        "examples: zongjie query --examples.",
    )


def _first_line(problem: Exception) -> str:
    return str(problem).splitlines()[0]
