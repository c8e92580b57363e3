"""Puts outcomes into parts: at the latest every 32 reports, or every minute."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from types import TracebackType

from zongjie.batch.journal import Journal
from zongjie.batch.tasks import Outcome
from zongjie.stores.parts import FOLDER, MOST, number_of, parts_of, unpacked, write_part

_SECONDS = 60.0


class Collector:
    """Writes a part in a thread of its own while the next outcomes come in.

    Leaving the ``with`` writes what is left, after an interruption too. An OSError of writing
    (a full disk) is raised by the next call.
    """

    def __init__(self, out: Path, journal: Journal) -> None:
        self.out, self.journal = out, journal
        (out / FOLDER).mkdir(exist_ok=True)
        for draft in (out / FOLDER).glob(".part-*.draft"):  # of a run that was killed
            draft.unlink()
        self.number = max(map(number_of, parts_of(out)), default=0)
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

    def add(self, outcome: Outcome) -> None:
        """Take an outcome; write a part where it is time."""
        self.rows.append(outcome.row)
        if len(self.rows) >= MOST or monotonic() - self.since > _SECONDS:
            self._write()

    def _write(self) -> None:
        self._wait()
        self.since = monotonic()
        if self.rows:
            self.number += 1
            self.writing = self.thread.submit(_write, self.rows, self.out, self.number)
            self.rows = []

    def _wait(self) -> None:
        if self.writing is not None:
            writing, self.writing = self.writing, None
            part = writing.result()
            self.journal.tell("part", file=part.name, bytes=part.stat().st_size)


def _write(rows: list[bytes], out: Path, number: int) -> Path:
    return write_part([unpacked(row) for row in rows], out, number)
