"""Where results go: to standard output, or to a file that appears only when it is whole."""

import os
import secrets
import stat
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from zongjie.errors import ZongjieError


class CannotWrite(ZongjieError):
    """The place that ``-o`` names cannot be written to."""


class Destinations:
    """Where the result of each report of one run goes; no two share a file, none hits an input.

    ``output`` is what ``-o`` says: None or "-" is standard output. With ``several`` reports, or
    where it is a folder, results lie in it under the reports' own names.
    """

    def __init__(self, output: str | None, inputs: Sequence[str], suffix: str) -> None:
        self.output = None if output == "-" else output
        self.several = len(inputs) > 1
        self.suffix = suffix
        self.inputs = {Path(name).resolve() for name in inputs if name != "-"}
        self.used: set[Path] = set()

    def path(self, source: str) -> Path | None:
        """The file for the result of ``source``; None is standard output.

        Raises ``CannotWrite`` where that would overwrite a report.
        """
        if self.output is None:
            return None
        path = Path(self.output)
        if self.several or path.is_dir() or self.output.endswith(("/", os.sep)):
            path /= ("stdin" if source == "-" else Path(source).stem) + self.suffix
        return self._safe(self._unused(path))

    def own(self) -> Path | None:
        """One file for the results of all reports."""
        return None if self.output is None else self._safe(Path(self.output))

    def _safe(self, path: Path) -> Path:
        if path.resolve() in self.inputs:
            raise CannotWrite(
                f"{path}：这是要读的报告，写进去会把它覆盖。请另起一个名字。",
                f"{path}: this is a report to be read and would be overwritten. Choose another name.",
            )
        self.used.add(path)
        return path

    def _unused(self, path: Path) -> Path:
        number, free = 1, path
        while free in self.used:
            number += 1
            free = path.with_name(f"{path.stem}-{number}{path.suffix}")
        return free


Content = str | bytes | Iterable[str]


def put(content: Content, path: Path | None) -> None:
    """Write ``content`` as UTF-8 to ``path`` (whole or not at all), or to standard output.

    A huge result may come in pieces.

    Raises ``CannotWrite``; folders on the way are made.
    """
    pieces = [content] if isinstance(content, str | bytes) else content
    if path is None:
        sys.stdout.flush()
        _write(pieces, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    try:
        _write_whole(pieces, path)
    except OSError as problem:
        raise CannotWrite(
            f"{path}：写不进去（{problem.strerror}）。请换个地方，或看看权限和空间。",
            f"{path}: cannot be written ({problem.strerror}). Choose another place.",
        ) from problem


def _write(pieces: Iterable[str | bytes], file: BinaryIO) -> None:
    for piece in pieces:
        file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace"))


def _write_whole(pieces: Iterable[str | bytes], path: Path) -> None:
    path = path.resolve()
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):  # a pipe, a device
        with path.open("wb") as file:
            _write(pieces, file)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        with draft.open("wb") as file:
            _write(pieces, file)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            draft.chmod(stat.S_IMODE(path.stat().st_mode))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
