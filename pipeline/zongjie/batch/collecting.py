"""Puts outcomes into parts: at the latest every 32 reports, or every minute."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from types import TracebackType

from zongjie.batch.journal import Journal
from zongjie.stores.parts import MOST, Kind, number_of, parts_of, write_part

_SECONDS = 60.0


class Collector:
    """Writes a part in a thread of its own while the next outcomes come in.

    Leaving the ``with`` writes what is left, after an interruption too. An OSError of writing
    (a full disk) is raised by the next call.
    """

    def __init__(self, kind: Kind, out: Path, journal: Journal) -> None:
        self.kind, self.out, self.journal = kind, out, journal
        (out / kind.folder).mkdir(exist_ok=True)
        for draft in (out / kind.folder).glob(".part-*.draft"):  # of a run that was killed
            draft.unlink()
        self.number = max(map(number_of, parts_of(kind, out)), default=0)
        self.rows: list[bytes] = []
        self.since = monotonic()
        self.thread = ThreadPoolExecutor(1)
        self.writing: Future[Path] | None = None

    def __enter__(self) -> "Collector":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, where: TracebackType | None
    ) -> None:
        try:
            if not isinstance(problem, OSError):
                self._write()
                self._wait()
        finally:
            self.thread.shutdown()

    def add(self, row: bytes) -> None:
        """Take an outcome; write a part where it is time."""
        self.rows.append(row)
        if len(self.rows) >= MOST or monotonic() - self.since > _SECONDS:
            self._write()

    def _write(self) -> None:
        self._wait()
        self.since = monotonic()
        if self.rows:
            self.number += 1
            self.writing = self.thread.submit(write_part, self.kind, self.rows, self.out, self.number)
            self.rows = []

    def _wait(self) -> None:
        if self.writing is not None:
            writing, self.writing = self.writing, None
            part = writing.result()
            self.journal.tell("part", file=f"{self.kind.folder}/{part.name}", bytes=part.stat().st_size)
