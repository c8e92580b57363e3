"""What a batch costs and survives: rate, memory over time, scaling, ``kill -9`` at random moments.

The reports may be varied (``varied``), so that an archive of any size can be made of a few.
"""

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from zongjie.batch.limits import Limits
from zongjie.batch.running import Engine, Options, run
from zongjie.batch.survey import Survey
from zongjie.batch.tasks import Outcome
from zongjie.readers import read
from zongjie.settings import Settings

_FIGURE = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d+")  # years stay, so that periods do
_SAMPLE = 0.25  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Cost:
    """One undisturbed run. Times are in seconds, memory in bytes (of all processes together).

    ``seconds`` is all of it, ``analysing`` until the last report. ``processor`` is the time of the
    processor that all processes took until then, ``ledger`` what they took after it. ``share`` of
    ``processor`` was spent inside the analysis of a report; the start of the workers is in the
    rest. ``first`` and ``last`` are the most memory held while the first and the last tenth of the
    reports were done.
    """

    reports: int
    failed: int
    characters: int
    processes: int
    seconds: float
    analysing: float
    processor: float
    ledger: float
    share: float
    first: int
    last: int

    @property
    def rate(self) -> float:
        return self.characters / self.analysing


def varied(files: Sequence[Path], count: int, folder: Path, seed: int = 0) -> list[Path]:
    """``count`` reports made of ``files`` in turn, with other figures in each; the same for a seed."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for number in range(count):
        dice = random.Random(seed * 1_000_003 + number)
        text = read(files[number % len(files)]).text
        path = folder / f"{number:06d}.txt"
        path.write_text(_FIGURE.sub(lambda figure: _other(figure[0], dice), text), "utf-8", newline="")  # noqa: B023
        made.append(path)
    return made


def _other(figure: str, dice: random.Random) -> str:
    if dice.random() < 0.5:
        return figure
    return "".join(dice.choice("123456789" if at == 0 else "0123456789") for at in range(len(figure)))


def measure(
    files: Sequence[Path],
    out: Path,
    processes: int,
    engine: Engine | None = None,
    limits: Limits | None = None,
) -> Cost:
    """Run a batch over ``files`` into the new folder ``out``, and say what it cost."""
    watched = _Watched()
    options = Options(processes=processes, limits=limits or Limits())
    settings = Settings()
    began, used = time.perf_counter(), _processor()
    with watched:
        ran = run([str(path) for path in files], out, lambda path: settings, options, watched, engine)
    seconds = time.perf_counter() - began
    analysing = watched.ended - watched.began
    first, last = watched.tenths()
    return Cost(
        len(watched.done_at), ran.failures, watched.characters, processes, seconds, analysing,
        watched.used - used, _processor() - watched.used, watched.busy / (watched.used - used), first, last,
    )  # fmt: skip


@dataclass
class _Watched:
    """Watches a run, and in a thread of its own the memory of this process and its children."""

    characters: int = 0
    busy: float = 0.0
    began: float = 0.0
    ended: float = 0.0
    used: float = 0.0
    done_at: list[float] = field(default_factory=list)
    memory: list[tuple[float, int]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "_Watched":
        self.thread = threading.Thread(target=self._look, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self.over.set()
        self.thread.join()

    def damaged(self, part: Path, reason: str) -> None: ...

    def surveyed(self, found: Survey) -> None:
        self.began = time.perf_counter()

    def done(self, outcome: Outcome) -> None:
        self.done_at.append(time.perf_counter())
        self.characters += outcome.characters
        self.busy += outcome.processor

    def making_database(self) -> None:
        self.ended, self.used = time.perf_counter(), _processor()

    def following(self, pairs: int) -> None: ...

    def followed(self) -> None: ...

    def _look(self) -> None:
        while not self.over.wait(_SAMPLE):
            held = sum(map(_resident, (os.getpid(), *children_of(os.getpid()))))
            self.memory.append((time.perf_counter(), held))

    def tenths(self) -> tuple[int, int]:
        """The most memory held in the first and in the last tenth of the reports.

        The first tenth begins when every process has done two reports, models and tables being
        loaded by then.
        """
        if len(self.done_at) < 20:
            return 0, 0
        tenth = len(self.done_at) // 10
        first = (self.done_at[min(4, tenth - 1)], self.done_at[tenth])
        last = (self.done_at[-tenth - 1], self.done_at[-1])
        return self._most(*first), self._most(*last)

    def _most(self, start: float, end: float) -> int:
        return max((held for at, held in self.memory if start - _SAMPLE <= at <= end + _SAMPLE), default=0)


def _processor() -> float:
    """Seconds of the processor that this process and its ended children have taken."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def children_of(pid: int) -> list[int]:
    """The processes that ``pid`` has started, theirs included; [] where the system does not tell."""
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            for child in map(int, path.read_text().split()):
                found += [child, *children_of(child)]
        except OSError:
            continue
    return found


def _resident(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Kills:
    """How often the parent or a worker was killed, in how many complete runs; ``same``: all of
    them gave the rows of an undisturbed run."""

    parents: int
    workers: int
    runs: int
    same: bool


def kill_at_random(files: Sequence[Path], folder: Path, moments: int, seed: int = 0) -> Kills:
    """Kill a batch over ``files`` at so many random moments, and compare what it gives in the end."""
    names = [str(path) for path in files]
    began = time.perf_counter()
    _command(names, folder / "undisturbed").wait()
    longest = time.perf_counter() - began
    expected = digest_of_rows(folder / "undisturbed")
    dice = random.Random(seed)
    counts = {"parent": 0, "worker": 0}
    runs, same, out = 0, True, folder / "disturbed"
    running = _command(names, out)
    while sum(counts.values()) < moments:
        try:
            running.wait(dice.uniform(0.05, longest))
        except subprocess.TimeoutExpired:
            workers = children_of(running.pid) if dice.random() < 0.5 else []
            try:
                os.kill(dice.choice(workers) if workers else running.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            counts["worker" if workers else "parent"] += 1
            if workers:
                continue
            running.wait()
        if (out / "archive.duckdb").exists():
            runs, same = runs + 1, same and digest_of_rows(out) == expected
            shutil.rmtree(out)
        running = _command(names, out)
    running.kill()
    running.wait()
    _command(names, out).wait()
    same = same and digest_of_rows(out) == expected
    return Kills(counts["parent"], counts["worker"], runs + 1, same)


def _command(names: Sequence[str], out: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "zongjie", "batch", *names, "-o", str(out), "-j", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def digest_of_rows(out: Path) -> str:
    """A hash of all rows of all tables, sorted."""
    digest = hashlib.sha256()
    for line in _lines(out):
        digest.update(line.encode("utf-8", "replace"))
    return digest.hexdigest()


def _lines(out: Path) -> Iterator[str]:
    with duckdb.connect(out / "archive.duckdb", read_only=True) as db:
        tables = db.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        for (table,) in tables:
            yield f"{table}\n"
            rows = db.execute(f'SELECT * FROM "{table}" ORDER BY ALL').fetchall()
            yield from (f"{row!r}\n" for row in rows)
