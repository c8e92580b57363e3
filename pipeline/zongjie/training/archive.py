"""The archive of reports, read one by one from its folder or from its tar file."""

import csv
import io
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, slots=True)
class ArchivedReport:
    """A report of the archive: its path inside, the body that wrote it (MANIFEST.tsv), its text."""

    path: str
    body: str
    text: str


def archived_reports(archive: Path) -> Iterator[ArchivedReport]:
    """All reports of ``archive``, by path, whatever the order on disk.

    ``archive`` is a folder that holds MANIFEST.tsv, or a tar file of such a folder. Raises
    FileNotFoundError if there is no MANIFEST.tsv.
    """
    files = dict(_from_folder(archive) if archive.is_dir() else _from_tar(archive))
    if "MANIFEST.tsv" not in files:
        raise FileNotFoundError(f"{archive}: no MANIFEST.tsv in it")
    manifest = files.pop("MANIFEST.tsv").decode("utf-8")
    bodies = {row["file"]: row["body"] for row in csv.DictReader(io.StringIO(manifest), delimiter="\t")}
    for path in sorted(files):
        yield ArchivedReport(path, bodies.get(path, ""), files[path].decode("utf-8-sig", "replace"))


def _from_folder(archive: Path) -> Iterator[tuple[str, bytes]]:
    for path in archive.rglob("*"):
        if path.suffix in (".txt", ".tsv") and path.is_file():
            yield path.relative_to(archive).as_posix(), path.read_bytes()


def _from_tar(archive: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            if member.isfile() and path.suffix in (".txt", ".tsv"):
                file = tar.extractfile(member)
                if file is not None:
                    inside = path.relative_to(path.parts[0]) if len(path.parts) > 1 else path
                    yield inside.as_posix(), file.read()
