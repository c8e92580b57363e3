"""Where results go: to standard output, or to a file that appears only when it is whole."""

import os
import secrets
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from zongjie.errors import ZongjieError


class CannotWrite(ZongjieError):
    """The place that ``-o`` names cannot be written to."""


def destination(output: str | None, source: str, suffix: str, *, several: bool) -> Path | None:
    """The file for the result of one report, or None for standard output.

    With several reports, or where ``output`` is a folder, it lies in that folder under the
    report's own name with ``suffix``.
    """
    if output is None or output == "-":
        return None
    path = Path(output)
    if several or path.is_dir() or output.endswith(("/", os.sep)):
        return path / (Path(source).stem + suffix)
    return path


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
