"""Reads many files into an index, on several cores; one bad file never stops the others."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from zongjie.archive.repeats.documents import document_of
from zongjie.archive.repeats.index import Index
from zongjie.archive.repeats.segments import write_segment
from zongjie.errors import ZongjieError
from zongjie.readers import read

_AT_ONCE = 480  # files of one part: few parts are quick to ask, and a worker holds one in some 100 MB
_FEW = 12  # files up to which more processes are not worth their start

Outcome = tuple[str, str | None, ZongjieError | None]  # name, sha256, what went wrong


class BrokenReport(ZongjieError):
    """A report on which our own reading failed: said so, and the rest goes on."""


def add_files(index: Index, names: Sequence[str], max_size: int, jobs: int) -> Iterator[Outcome]:
    """Add the files to ``index``; yield for each its sha256 or the error, in the order of ``names``."""
    known = index.digests()
    parts = [names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE)]
    if jobs < 2 or len(names) <= _FEW:
        outcomes = [_add_part(index.folder, part, max_size, known) for part in parts]
    else:
        if len(parts) < 2 * jobs:
            size = max(1, -(-len(names) // (2 * jobs)))
            parts = [names[at : at + size] for at in range(0, len(names), size)]
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(jobs) as pool:
            count = len(parts)
            outcomes = list(
                pool.map(_add_part, [index.folder] * count, parts, [max_size] * count, [known] * count)
            )
    index.reopen()
    for part in outcomes:
        yield from part


def _add_part(folder: Path, names: Sequence[str], max_size: int, known: set[str]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    documents = {}
    for name in names:
        try:
            report = read(Path(name), max_size=max_size)
            digest = report.source.sha256
            if digest not in known and digest not in documents:
                documents[digest] = document_of(report)
            outcomes.append((name, digest, None))
        except ZongjieError as problem:
            outcomes.append((name, None, problem))
        except Exception as problem:
            what = f"{type(problem).__name__}: {problem}"
            outcomes.append((name, None, BrokenReport(f"{name}：处理失败（{what}）。", f"{name}: {what}")))
    write_segment(folder, documents.values())
    return outcomes
