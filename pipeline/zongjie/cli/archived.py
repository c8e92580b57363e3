"""The archive that ``zongjie check --archive`` holds a report against."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from zongjie.cli.inputs import Asked, settings_for
from zongjie.cli.language import Say
from zongjie.cli.runs import tell
from zongjie.document import Report
from zongjie.document.report_pair import Match
from zongjie.errors import MissingInput

if TYPE_CHECKING:
    from zongjie.archive.repeats import Index


class Archive:
    """An index of reports; without one, nothing matches."""

    def __init__(self, index: "Index | None") -> None:
        self._index = index

    def matches(self, report: Report) -> tuple[Match, ...]:
        """What ``report`` shares with the archive's reports."""
        if self._index is None:
            return ()
        from zongjie.archive.repeats import matches_of

        return matches_of(self._index, report)


@contextmanager
def archive_at(where: str | None, asked: Asked, say: Say) -> Iterator[Archive]:
    """The index in a folder (made by ``zongjie repeats --index``), or one of the reports in it.

    Raises ``MissingInput`` where there is no such folder or no report in it.
    """
    if where is None:
        yield Archive(None)
        return
    from zongjie.archive.repeats import Index

    folder = Path(where)
    if (folder / "index.json").is_file():
        yield Archive(Index.at(folder))
        return
    with TemporaryDirectory(prefix="zongjie-") as place:
        yield Archive(_made(folder, Path(place) / "index", asked, say))


def _made(folder: Path, place: Path, asked: Asked, say: Say) -> "Index":
    import os

    from zongjie.archive.repeats import Index, add_files
    from zongjie.cli.repeats import reports_in

    names = list(reports_in(folder)) if folder.is_dir() else [str(folder)] if folder.is_file() else []
    if not names:
        raise MissingInput(
            f"{folder}：没有可比对的报告。--archive 要给放报告的文件夹，"
            "或 zongjie repeats --index 建的索引。",
            f"{folder}: no reports to compare with. Name a folder of reports, or an index.",
        )
    index = Index.at(place)
    limit = settings_for(names[0], asked).max_size
    for _, _, problem in add_files(index, names, limit, os.cpu_count() or 1):
        if problem is not None:
            tell(problem.message(say.lang))
    return index
