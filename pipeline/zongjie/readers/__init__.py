"""From a file to a report: told apart by content, decoded without loss, nothing normalised.

``read(path)`` looks at the bytes, not at the ending of the name, and hands them to one module
per format. Errors say what was found, where, and what to do (``zongjie.errors``).
"""

import hashlib
from pathlib import Path

from zongjie.document import FileFacts, Report
from zongjie.errors import EmptyInput, MissingInput, TooLarge
from zongjie.readers.formats import format_of

DEFAULT_MAX_SIZE = 64 * 2**20  # bytes


def read(path: Path, *, max_size: int = DEFAULT_MAX_SIZE) -> Report:
    """The report in the file ``path`` (.txt, .md, .html or .docx, told by content).

    ``source.sha256`` is of the file's bytes; a byte-order mark is no part of ``text``.

    Raises:
        MissingInput: no such file, a folder, or a file that may not be read.
        TooLarge: more than ``max_size`` bytes.
        EmptyInput: nothing in it but white space.
        UndecodableText: a picture, a PDF, an old .doc, or text over 5 % of which is damaged.
        DamagedFile: a .docx that is cut short or locked by a password.
    """
    data = _bytes(path, max_size)
    reader = format_of(data, path)
    content = reader(data, path)
    if _is_blank(content.text):
        raise _empty(str(path))
    facts = FileFacts(
        name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=content.media_type,
        encoding=content.encoding,
        characters=len(content.text),
    )
    return Report(content.text, facts, content.origins, content.notes)


def report_of(text: str, name: str = "text") -> Report:
    """A report from text already in hand; the text stays as it is, to the character.

    Raises ``EmptyInput`` if there is nothing but white space in it.

    >>> report_of("上半年工作总结").source.characters
    7
    """
    if _is_blank(text):
        raise _empty(name)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Report(text, FileFacts(name, digest, "text/plain", None, len(text)))


def _bytes(path: Path, max_size: int) -> bytes:
    if path.is_dir():
        raise MissingInput(
            f"{path}：这是一个文件夹，不是文件。请给出其中某一份报告的路径。",
            f"{path}: this is a folder, not a file. Name one report inside it.",
        )
    try:
        size = path.stat().st_size
        if size > max_size:
            raise _too_large(path, size, max_size)
        data = path.read_bytes()
    except FileNotFoundError as problem:
        raise MissingInput(
            f"{path}：没有这个文件。请检查路径和文件名。",
            f"{path}: no such file. Check the path and the name.",
        ) from problem
    except OSError as problem:
        raise MissingInput(
            f"{path}：打不开（{problem.strerror or problem}）。请检查路径和读取权限。",
            f"{path}: cannot be opened ({problem.strerror or problem}). Check the path and your permissions.",
        ) from problem
    if len(data) > max_size:  # a pipe or a device tells no size beforehand
        raise _too_large(path, len(data), max_size)
    if not data:
        raise _empty(str(path))
    return data


def _is_blank(text: str) -> bool:
    return (
        not text
        or text.isspace()
        or (len(text) < 4096 and not text.strip("\ufeff\u200b\u2060 \t\r\n\u3000\xa0"))
    )


def _empty(where: str) -> EmptyInput:
    return EmptyInput(
        f"{where}：里面没有文字（空文件或只有空白）。请确认选对了文件。",
        f"{where}: there are no words in it (empty, or white space only). Make sure it is the right file.",
    )


def _too_large(path: Path, size: int, max_size: int) -> TooLarge:
    mib, limit = size / 2**20, max_size / 2**20
    return TooLarge(
        f"{path}：文件有 {mib:.1f} MiB，超过上限 {limit:.1f} MiB。确需处理时请用 --max-size 调高上限。",
        f"{path}: {mib:.1f} MiB, more than the limit of {limit:.1f} MiB. "
        "Raise it with --max-size if you must.",
    )
