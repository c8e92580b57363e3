"""Files by local path or by fsspec URL (``s3://…``, ``gs://…``, ``memory://…``)."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from zongjie.errors import SettingsError


def is_remote(path: str) -> bool:
    """Whether ``path`` is a URL.

    >>> is_remote("s3://bucket/a.txt"), is_remote("C:/a.txt")
    (True, False)
    """
    return "://" in path


def digest_of(path: str) -> tuple[str, int]:
    """SHA-256 of the file's bytes, and how many they are. Raises OSError."""
    with _opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()


@contextmanager
def local(path: str) -> Iterator[Path]:
    """The file as a local one, under its own name; a remote one is copied for as long as it is used."""
    if not is_remote(path):
        yield Path(path)
        return
    with tempfile.TemporaryDirectory(prefix="zongjie-") as folder:
        copy = Path(folder) / PurePosixPath(path).name
        with _opened(path) as file:
            copy.write_bytes(file.read())
        yield copy


def remote_files(place: str, endings: tuple[str, ...]) -> list[str]:
    """The files that a URL means: itself, what fits its pattern, or the reports below a folder."""
    fs, root = _filesystem().core.url_to_fs(place)
    if any(sign in root for sign in "*?["):
        found = fs.glob(root)
    elif fs.isdir(root):
        found = [one for one in fs.find(root) if one.lower().endswith(endings)]
    else:
        return [place]
    return sorted(fs.unstrip_protocol(one) for one in found)


def _opened(path: str) -> Any:
    return _filesystem().open(path, "rb").open() if is_remote(path) else Path(path).open("rb")


def _filesystem() -> Any:
    try:
        import fsspec
    except ImportError:
        raise SettingsError(
            "读网络上的文件要有 fsspec：pip install 'zongjie[ray]'。",
            "Remote files need fsspec: pip install 'zongjie[ray]'.",
        ) from None
    return fsspec
