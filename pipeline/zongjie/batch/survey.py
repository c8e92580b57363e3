"""What a run is asked for: each file by its content, once a content, and what is done already."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass

from zongjie import __version__
from zongjie.batch.places import digest_of
from zongjie.batch.tasks import Task
from zongjie.settings import Settings
from zongjie.stores.columns import VERSION
from zongjie.stores.inputs import Input

Done = Mapping[tuple[str, str], str]  # (sha256, hash of the settings) → analysed or failed
_READERS = 8  # files that are read at the same time; more help only over a network


@dataclass(frozen=True, slots=True)
class Survey:
    """All files asked for, and the tasks that are left of them, in the order of the work.

    ``distinct`` counts contents, ``analysed`` and ``failed`` those done by earlier runs.
    """

    inputs: tuple[Input, ...]
    tasks: tuple[Task, ...]
    distinct: int
    analysed: int
    failed: int

    @property
    def unreadable(self) -> tuple[Input, ...]:
        return tuple(one for one in self.inputs if one.sha256 is None)

    @property
    def bytes(self) -> int:
        return sum(task.size for task in self.tasks)


def survey(
    paths: Sequence[str],
    settings_of: Callable[[str], Settings],
    done: Done,
    *,
    retry_failures: bool = False,
    limit: int | None = None,
) -> Survey:
    """Read every file once, and find out what is to be done.

    The first file by name stands for all of one content. ``limit`` takes that many of the tasks
    that are left, the first by name; the longest come first in the work, so that no worker is
    left alone with a long one at the end.

    Raises ``SettingsError`` for settings that mean nothing.
    """
    found = tuple(_look_at(sorted(set(paths)), settings_of))
    firsts: dict[str, tuple[Input, Settings]] = {}
    for one, settings in found:
        if one.sha256 is not None:
            firsts.setdefault(one.sha256, (one, settings))
    tasks, outcomes = [], []
    for sha256, (one, settings) in firsts.items():
        outcome = done.get((sha256, one.settings))
        if outcome is None or (outcome == "failed" and retry_failures):
            tasks.append(Task(one.path, sha256, one.bytes or 0, settings, one.settings))
        else:
            outcomes.append(outcome)
    tasks = sorted(tasks[:limit], key=lambda task: (-task.size, task.path))
    failed = outcomes.count("failed")
    return Survey(tuple(one for one, _ in found), tuple(tasks), len(firsts), len(outcomes) - failed, failed)


def hash_of(settings: Settings) -> str:
    """A hash of all that decides what is found in a report, the version of the tables included."""
    told = asdict(settings) | {"fail_on": None, "version": (__version__, VERSION)}
    return hashlib.sha256(_canonical(told).encode()).hexdigest()[:16]


def _canonical(value: object) -> str:
    if isinstance(value, Mapping):
        return repr(sorted((str(key), _canonical(inner)) for key, inner in value.items()))
    return repr([_canonical(one) for one in value]) if isinstance(value, list | tuple) else repr(value)


def _look_at(
    paths: Iterable[str], settings_of: Callable[[str], Settings]
) -> Iterator[tuple[Input, Settings]]:
    hashes: dict[int, str] = {}  # folders share their settings, so hash each once

    def key(settings: Settings) -> str:
        if id(settings) not in hashes:
            kept.append(settings)
            hashes[id(settings)] = hash_of(settings)
        return hashes[id(settings)]

    kept: list[Settings] = []
    with ThreadPoolExecutor(_READERS) as readers:
        for path, (sha256, size, reason) in zip(paths, readers.map(_digest, paths), strict=True):
            settings = settings_of(path)
            yield Input(path, sha256, size, key(settings), reason), settings


def _digest(path: str) -> tuple[str | None, int | None, str | None]:
    """(SHA-256, bytes, None), or (None, None, why it cannot be read)."""
    try:
        return *digest_of(path), None
    except OSError as problem:
        return None, None, problem.strerror or str(problem)
