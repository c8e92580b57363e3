"""The labels of number expressions, with the texts of the reports that they stand in.

A report is a file below the folder of real reports, or a member of ``archive.tar.xz`` there
(``archive/city/…``): the archive is then unpacked once, in memory, for the members asked for.
"""

import json
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ARCHIVE = "archive.tar.xz"


@dataclass(frozen=True, slots=True)
class Gold:
    """One report's labels: ``ranges`` are the half-open spans that were labelled whole."""

    report: str
    ranges: tuple[tuple[int, int], ...]
    labels: tuple[dict[str, Any], ...]


def golds(labels: Path) -> list[Gold]:
    """The labels report by report: a line a report, or a line a label beside ``passages.jsonl``."""
    told = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    passages = labels.with_name("passages.jsonl")
    if not passages.is_file():
        return [Gold(one["report"], tuple(map(tuple, one["ranges"])), tuple(one["labels"])) for one in told]
    ranges: dict[str, list[tuple[int, int]]] = {}
    for line in passages.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        ranges.setdefault(one["report"], []).append((one["from"], one["to"]))
    by_report: dict[str, list[dict[str, Any]]] = {report: [] for report in ranges}
    for label in told:
        by_report[label["report"]].append({key: value for key, value in label.items() if value is not None})
    return [Gold(report, tuple(ranges[report]), tuple(found)) for report, found in by_report.items()]


def read_text(path: Path) -> str:
    """The text of a report in UTF-8, without its byte-order mark."""
    return _decoded(path.read_bytes())


def texts(reports: Iterable[str], folder: Path, archive: bool = True) -> Iterator[tuple[str, str]]:
    """(report, text) of those that are there; members of the archive last."""
    members = set()
    for report in reports:
        path = folder / report
        if path.is_file():
            yield report, read_text(path)
        elif report.startswith("archive/"):
            members.add(report)
    if members and archive and (folder / _ARCHIVE).is_file():
        yield from _members(folder / _ARCHIVE, members)


def _members(archive: Path, wanted: set[str]) -> Iterator[tuple[str, str]]:
    with tarfile.open(archive, "r|xz") as opened:
        for member in opened:
            if member.name in wanted and (file := opened.extractfile(member)) is not None:
                yield member.name, _decoded(file.read())


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", errors="replace").removeprefix("\ufeff")
