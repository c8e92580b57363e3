"""One run from the survey to the database; stop it anywhere and run it again."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import duckdb
import pyarrow as pa

from zongjie import __version__
from zongjie.batch.claiming import CannotUse, claim
from zongjie.batch.collecting import Collector
from zongjie.batch.following import Chain, Pair, follow_chain, lost_pair, pairs_of
from zongjie.batch.journal import Journal
from zongjie.batch.limits import Limits
from zongjie.batch.reposts import mark_reposts
from zongjie.batch.shelving import shelved_texts
from zongjie.batch.supervising import Lost, supervise
from zongjie.batch.survey import Done, Survey, survey
from zongjie.batch.tasks import Outcome, Task
from zongjie.batch.work import analyse_task, lost, why_lost
from zongjie.settings import Lang, Settings
from zongjie.stores.database import make_database
from zongjie.stores.inputs import remember
from zongjie.stores.parts import PAIRS, REPORTS, Kind, keys_of, parts_of

DAMAGED = "damaged"  # the folder in OUT to which parts go that cannot be read
Engine = Callable[[Sequence[Task]], Iterator[Outcome]]


class Watcher(Protocol):
    """What wants to know how a run goes on."""

    def damaged(self, part: Path, reason: str) -> None:
        """A part could not be read; it was set aside, and its reports will be run again."""

    def surveyed(self, found: Survey) -> None:
        """The work begins."""

    def done(self, outcome: Outcome) -> None:
        """One more report is done."""

    def making_database(self) -> None:
        """All reports are done."""

    def following(self, pairs: int) -> None:
        """Promises are held against the next reports: so many pairs of reports are left to do."""

    def followed(self) -> None:
        """One more pair is done."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to run. ``processes`` None is one for each core that this process may use; ``lang`` is
    that of the reasons in the ledger."""

    retry_failures: bool = False
    limit: int | None = None
    processes: int | None = None
    limits: Limits = field(default_factory=Limits)
    lang: Lang = "zh"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended. ``failures`` are those of this run's inputs, earlier ones included, and
    pairs of reports (``lost_pairs``) whose promises could not be followed."""

    found: Survey
    analysed: int
    failed: int
    lost_pairs: int = 0

    @property
    def failures(self) -> int:
        return self.failed + self.found.failed + len(self.found.unreadable) + self.lost_pairs


def look(paths: Sequence[str], out: Path, settings_of: Callable[[str], Settings], options: Options) -> Survey:
    """What ``run`` would do (``--dry-run``); nothing is written."""
    done, _ = _read_parts(REPORTS, out)
    return survey(paths, settings_of, done, retry_failures=options.retry_failures, limit=options.limit)


def run(
    paths: Sequence[str],
    out: Path,
    settings_of: Callable[[str], Settings],
    options: Options,
    watcher: Watcher,
    engine: Engine | None = None,
) -> Ran:
    """Analyse the reports in ``paths`` that OUT does not hold yet, and make its database anew.

    Raises ``InUse``, ``CannotUse`` (OUT cannot be written, the disk is full: what is whole
    stays, and the next run goes on from it), ``WorkersDie``, ``SettingsError``.
    """
    with claim(out), _told_as_one(out):
        journal = Journal(out)
        try:
            return _run(paths, out, settings_of, options, watcher, engine, journal)
        except KeyboardInterrupt:
            journal.tell("interrupted")
            raise
        finally:
            journal.close()


def pool_engine(processes: int | None, limits: Limits) -> Engine:
    """Runs the tasks in processes of this machine."""

    def engine(tasks: Sequence[Task]) -> Iterator[Outcome]:
        count = min(processes or cores(), len(tasks))
        for told in supervise(tasks, analyse_task, count, limits):
            yield lost(told, limits) if isinstance(told, Lost) else told

    return engine


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _run(
    paths: Sequence[str],
    out: Path,
    settings_of: Callable[[str], Settings],
    options: Options,
    watcher: Watcher,
    engine: Engine | None,
    journal: Journal,
) -> Ran:
    done = _whole(REPORTS, out, journal, watcher)
    found = survey(paths, settings_of, done, retry_failures=options.retry_failures, limit=options.limit)
    remember(out, found.inputs)
    journal.tell("run", files=len(found.inputs), reports=found.distinct, tasks=len(found.tasks))
    watcher.surveyed(found)
    engine = engine or pool_engine(options.processes, options.limits)
    counts = {True: 0, False: 0}
    if found.tasks:
        with Collector(REPORTS, out, journal) as collector:
            for outcome in engine(found.tasks):
                collector.add(outcome.row)
                counts[outcome.stage is None] += 1
                _tell_outcome(journal, outcome)
                watcher.done(outcome)
    watcher.making_database()
    pairs = _whole(PAIRS, out, journal, watcher)
    lost_pairs = 0

    def follow(database: Path) -> list[tuple[str, str]]:
        nonlocal lost_pairs
        bodies = pairs_of(database, options.lang)
        lost_pairs = _follow(database, bodies, out, pairs, options, journal, watcher)
        return [(pair.key.sha256, pair.key.settings) for body in bodies for pair in body]

    make_database(out, __version__, mark_reposts, follow)
    journal.tell("end", analysed=counts[True], failed=counts[False], lost_pairs=lost_pairs)
    return Ran(found, counts[True], counts[False], lost_pairs)


def _follow(
    database: Path,
    bodies: list[list[Pair]],
    out: Path,
    done: Done,
    options: Options,
    journal: Journal,
    watcher: Watcher,
) -> int:
    """Do the pairs of reports that are not done; how many failed, now or before."""
    failures, todo = 0, list[tuple[Pair, ...]]()
    for body in bodies:
        outcomes = [done.get((pair.key.sha256, pair.key.settings)) for pair in body]
        again = (None, "failed") if options.retry_failures else (None,)
        pairs = tuple(pair for pair, outcome in zip(body, outcomes, strict=True) if outcome in again)
        failures += 0 if options.retry_failures else outcomes.count("failed")
        if pairs:
            todo.append(pairs)
    if not todo:
        return failures
    watcher.following(sum(map(len, todo)))
    processes = min(options.processes or cores(), len(todo))
    with shelved_texts(database) as texts, Collector(PAIRS, out, journal) as collector:
        chains = [Chain(str(database), str(texts), pairs, options.lang) for pairs in todo]
        for told in supervise(chains, follow_chain, processes, options.limits):
            if isinstance(told, Lost):
                reason = why_lost(told, options.limits, options.lang)
                told = [lost_pair(pair, reason) for pair in told.task.pairs]
            for one in told:
                collector.add(one.row)
                failures += one.reason is not None
                failed = {} if one.reason is None else {"reason": one.reason}
                journal.tell("pair", last=one.pair.last, this=one.pair.key.sha256, **failed)
                watcher.followed()
    return failures


def _whole(kind: Kind, out: Path, journal: Journal, watcher: Watcher) -> Done:
    """What is done already; parts that cannot be read are set aside."""
    done, damaged = _read_parts(kind, out)
    for part, reason in damaged:
        aside = out / DAMAGED / kind.folder / part.name
        aside.parent.mkdir(parents=True, exist_ok=True)
        part.rename(aside)
        journal.tell("damaged_part", file=f"{kind.folder}/{part.name}", reason=reason)
        watcher.damaged(aside, reason)
    return done


def _read_parts(kind: Kind, out: Path) -> tuple[dict[tuple[str, str], str], list[tuple[Path, str]]]:
    """What is done, and the parts that cannot be read, with the reason."""
    done: dict[tuple[str, str], str] = {}
    damaged: list[tuple[Path, str]] = []
    for part in parts_of(kind, out):
        try:
            done.update({(sha256, key): outcome for sha256, key, outcome in keys_of(kind, part)})
        except (pa.ArrowException, OSError) as problem:
            damaged.append((part, str(problem).splitlines()[0]))
    return done, damaged


def _tell_outcome(journal: Journal, outcome: Outcome) -> None:
    task = outcome.task
    failed = {} if outcome.stage is None else {"stage": outcome.stage, "reason": outcome.reason}
    journal.tell(
        "report",
        path=task.path,
        sha256=task.sha256,
        characters=outcome.characters,
        seconds=round(outcome.seconds, 4),
        processor=round(outcome.processor, 4),
        **failed,
    )


@contextmanager
def _told_as_one(out: Path) -> Iterator[None]:
    """What the disk refuses, as one error that says what to do."""
    try:
        yield
    except (OSError, duckdb.OperationalError) as problem:
        why = getattr(problem, "strerror", None) or str(problem).splitlines()[0]
        raise CannotUse(
            f"{out}：写不下去了（{why}）。写好的部分都还在：腾出空间或放开权限后，再运行一次同样的命令即可接着做。",
            f"{out}: cannot be written any further ({why}). What is whole is safe: make room, "
            "or give the permission, and run the same command again.",
        ) from problem
