"""What the reports of a folder promised about their problems, gathered once and kept beside them.

The folder gets one hidden file, ``.zongjie-measures.json.gz``: for every report its size and time of
change and the precedents read from it. A later run reads only what is new or has changed. Where the
folder cannot be written to, nothing is kept and every run reads anew.
"""

import gzip
import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from zongjie.analyzer import skim
from zongjie.drafters.precedents import Precedent, Precedents, precedents_of
from zongjie.errors import InputError
from zongjie.readers import read

INDEX = ".zongjie-measures.json.gz"
SCHEMA = "zongjie-measures/1"
_FEW = 24  # files that are read in this process
_CHUNK = 16
_MOST_WORKERS = 8
Row = tuple[Any, ...]
Progress = Callable[[int, int], None]  # files read so far, files to read


@dataclass(frozen=True, slots=True)
class _Known:
    """A file as it was when it was read: size in bytes, time of change in ns, rows of precedents."""

    size: int
    changed: int
    rows: tuple[Row, ...]


def experience(folder: str | Path, files: Sequence[str], progress: Progress | None = None) -> Precedents:
    """The precedents of ``files`` (reports in ``folder``); what cannot be read is passed over."""
    root = Path(folder)
    before = _kept(root / INDEX)
    stamps = {os.path.relpath(name, root): _stamp(name) for name in files}
    fresh = [name for name, stamp in stamps.items() if name not in before or _of(before[name]) != stamp]
    now = {name: known for name, known in before.items() if name in stamps}
    for done, (name, rows) in enumerate(_read_all(root, fresh), 1):
        now[name] = _Known(*stamps[name], rows)
        if progress is not None:
            progress(done, len(fresh))
    if fresh or len(now) != len(before):
        _keep(root / INDEX, now)
    return Precedents([Precedent(*row) for name in sorted(now) for row in now[name].rows])


def _stamp(name: str) -> tuple[int, int]:
    facts = Path(name).stat()
    return facts.st_size, facts.st_mtime_ns


def _of(known: _Known) -> tuple[int, int]:
    return known.size, known.changed


def _read_all(root: Path, names: Sequence[str]) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Each file with its rows, in order; many files by all processors."""
    paths = [str(root / name) for name in names]
    if len(names) <= _FEW:
        yield from zip(names, map(_rows, paths), strict=True)
        return
    workers = min(_MOST_WORKERS, os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from zip(names, pool.map(_rows, paths, chunksize=_CHUNK), strict=True)


def _rows(path: str) -> tuple[Row, ...]:
    try:
        return tuple(astuple(one) for one in precedents_of(skim(read(Path(path)))))
    except (InputError, OSError):
        return ()


def _kept(path: Path) -> dict[str, _Known]:
    """What an earlier run kept; nothing where there is none, or it is not ours."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            table = json.load(file)
        if table["schema"] != SCHEMA:
            return {}
        return {
            name: _Known(size, changed, tuple(tuple(row) for row in rows))
            for name, (size, changed, rows) in table["files"].items()
        }
    except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _keep(path: Path, known: dict[str, _Known]) -> None:
    """Write the index whole or not at all."""
    files = {name: (one.size, one.changed, one.rows) for name, one in sorted(known.items())}
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with gzip.open(partial, "wt", encoding="utf-8", compresslevel=5) as file:
            json.dump({"schema": SCHEMA, "files": files}, file, ensure_ascii=False)
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
