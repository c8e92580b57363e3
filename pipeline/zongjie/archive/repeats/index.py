"""An index of documents on disk: made, added to, reopened.

``Index.at(folder)`` opens one or makes a new one. Parts that are being written by another process
are not seen; a process killed while adding leaves an unfinished part that is never read. Many
small parts (one report added at a time) are merged now and then.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from zongjie.archive.repeats.documents import Document
from zongjie.archive.repeats.prepared import Prepared
from zongjie.archive.repeats.segments import Segment, Stored, merge_segments, open_segment, write_segment
from zongjie.archive.repeats.signatures import BANDS, LEAST, ROWS, SEED, SHINGLE
from zongjie.errors import ZongjieError

_FACTS = {"index": "zongjie-repeats", "version": 3, "bands": BANDS, "rows": ROWS, "shingle": SHINGLE}
_FACTS |= {"least": LEAST, "seed": SEED}
_SMALL, _MANY = 64, 16  # documents of a small part; small parts from which they are merged
_KEPT = 600  # documents made ready that are kept in memory


class NoIndex(ZongjieError):
    """The folder holds something else, or an index of another version."""


class Index:
    """Documents are numbered over all parts, in the order of ``segments``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.segments: list[Segment] = []
        self.reports: list[Stored] = []
        self.prepared = lru_cache(maxsize=_KEPT)(self._prepared)
        self.reopen()

    @classmethod
    def at(cls, folder: Path) -> "Index":
        """The index in ``folder``, which is made if it does not exist or is empty.

        Raises ``NoIndex`` for a folder of other things, or of an index made otherwise.
        """
        facts = folder / "index.json"
        if not facts.is_file():
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise _no_index(folder)
            folder.mkdir(parents=True, exist_ok=True)
            facts.write_text(json.dumps(_FACTS, indent=2) + "\n", encoding="utf-8")
        try:
            if json.loads(facts.read_text(encoding="utf-8")) != _FACTS:
                raise _no_index(folder)
        except ValueError:
            raise _no_index(folder) from None
        return cls(folder)

    def reopen(self) -> None:
        """Look again which parts there are."""
        folders = sorted(self.folder.glob("part-*"), key=lambda part: (part.stat().st_mtime_ns, part.name))
        known = {segment.folder: segment for segment in self.segments}
        self._show([known.get(one) or open_segment(one) for one in folders])

    def _show(self, segments: list[Segment]) -> None:
        self.segments = segments
        self.reports = [report for segment in self.segments for report in segment.reports]
        self.prepared.cache_clear()

    def firsts(self) -> list[tuple[int, Segment]]:
        """The parts, each with the number of its first document."""
        found, first = [], 0
        for segment in self.segments:
            found.append((first, segment))
            first += len(segment.reports)
        return found

    def digests(self) -> set[str]:
        """The sha256 of all documents."""
        return {report.source.sha256 for report in self.reports}

    def add(self, documents: Iterable[Document]) -> str | None:
        """Add documents as one part; what is there already (by sha256) is left out."""
        known = self.digests()
        new: dict[str, Document] = {}
        for one in documents:
            if one.source.sha256 not in known:
                new.setdefault(one.source.sha256, one)
        name = write_segment(self.folder, new.values())
        self.reopen()
        return name

    @contextmanager
    def beside(self, document: Document) -> Iterator[None]:
        """While the block lasts ``document`` is in the index, and nothing of it is kept."""
        if document.source.sha256 in self.digests():
            yield
            return
        with TemporaryDirectory(prefix="zongjie-") as folder:
            name = write_segment(Path(folder), [document])
            assert name is not None
            self._show([*self.segments, open_segment(Path(folder) / name)])
            try:
                yield
            finally:
                self._show(self.segments[:-1])

    def tidy(self) -> None:
        """Merge small parts where there are many."""
        small = [segment for segment in self.segments if len(segment.reports) <= _SMALL]
        if len(small) >= _MANY:
            merge_segments(self.folder, small)
            self.reopen()

    def text_of(self, digest: str) -> str:
        """The body of the document with this sha256. Raises ``KeyError``."""
        for segment in self.segments:
            for number, one in enumerate(segment.reports):
                if one.source.sha256 == digest:
                    return segment.body(number)
        raise KeyError(digest)

    def _prepared(self, number: int) -> Prepared:
        for segment in self.segments:
            if number < len(segment.reports):
                return segment.prepared(number)
            number -= len(segment.reports)
        raise IndexError(number)


def _no_index(folder: Path) -> NoIndex:
    return NoIndex(
        f"{folder}：不是本版本的比对索引。请另指一个空文件夹。",
        f"{folder}: not an index of this version. Name an empty folder instead.",
    )
