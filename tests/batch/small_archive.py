"""A small archive of our own, and what a run over it gives."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from zongjie.batch.running import Options, Ran, run
from zongjie.batch.survey import Survey
from zongjie.batch.tasks import Outcome, Task
from zongjie.batch.work import analyse_task
from zongjie.settings import Settings

REPORT = """{place}{year}年工作总结

一、工作开展情况

(一)抓实饮水工程。全年新修水渠{canals}公里,培训管水员30余人次,比上年增长{growth}%。

(二)办好民生实事。建成村级食堂{canteens}个,获得市级先进集体称号。

二、存在的不足

一是管水员队伍不够稳定,年轻人不愿意来。

三、{next}年打算

(一)稳住队伍。再招募管水员{keepers}名以上。
"""


def report(number: int) -> str:
    """A little report, another one for every number."""
    place = ("河湾镇", "柳坪镇", "石桥乡", "青崖县")[number % 4]
    year = 2015 + number // 4
    return REPORT.format(
        place=place, year=year, next=year + 1, canals=10 + number, growth=3 + number % 9,
        canteens=2 + number % 7, keepers=5 + number,
    )  # fmt: skip


def make_archive(folder: Path, reports: int = 40) -> Path:
    """A folder with small reports, a copy of one of them, an empty file and a picture."""
    (folder / "old").mkdir(parents=True)
    for number in range(reports):
        (folder / f"{number:02d}.txt").write_text(report(number), "utf-8")
    (folder / "old" / "copy.txt").write_text(report(0), "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    return folder


@dataclass
class Watched:
    """Keeps all that a run tells."""

    damaged_parts: list[str] = field(default_factory=list)
    found: Survey | None = None
    outcomes: list[Outcome] = field(default_factory=list)

    def damaged(self, part: Path, reason: str) -> None:
        self.damaged_parts.append(part.name)

    def surveyed(self, found: Survey) -> None:
        self.found = found

    def done(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)

    def making_database(self) -> None: ...

    def following(self, pairs: int) -> None: ...

    def followed(self) -> None: ...


def here(tasks: Sequence[Task]) -> Iterator[Outcome]:
    """An engine without processes."""
    return map(analyse_task, tasks)


def files(folder: Path) -> list[str]:
    return [str(path) for path in sorted(folder.rglob("*.txt"))]


def run_over(
    folder: Path,
    out: Path,
    options: Options | None = None,
    *,
    engine: Callable[[Sequence[Task]], Iterator[Outcome]] = here,
    settings: Settings | None = None,
    watched: Watched | None = None,
) -> Ran:
    """A run over the reports of a folder, in this process unless another engine is given."""
    told = settings or Settings()
    return run(files(folder), out, lambda path: told, options or Options(), watched or Watched(), engine)


def tables(out: Path) -> dict[str, list[str]]:
    """All rows of the database, sorted, by table."""
    with duckdb.connect(out / "archive.duckdb", read_only=True) as db:
        names = [name for (name,) in db.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return {name: sorted(map(repr, db.execute(f'SELECT * FROM "{name}"').fetchall())) for name in names}


def rows(out: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(out / "archive.duckdb", read_only=True) as db:
        return db.execute(sql).fetchall()
