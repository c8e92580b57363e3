"""Which reader a file wants, told by its first bytes and never by its name."""

from collections.abc import Callable
from pathlib import Path

from zongjie.errors import DamagedFile, InputError, UndecodableText
from zongjie.readers.content import Content

Reader = Callable[[bytes, Path], Content]

_ZIP = b"PK\x03\x04"
_ZIP_EMPTY = (b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "PDF 文件", "a PDF"),
    (b"\x89PNG\r\n", "PNG 图片", "a PNG picture"),
    (b"\xff\xd8\xff", "JPEG 图片", "a JPEG picture"),
    (b"GIF8", "GIF 图片", "a GIF picture"),
    (b"BM", "BMP 图片", "a BMP picture"),
    (b"II*\x00", "TIFF 图片", "a TIFF picture"),
    (b"MM\x00*", "TIFF 图片", "a TIFF picture"),
    (b"RIFF", "音视频或 WebP 文件", "an audio, video or WebP file"),
    (b"{\\rtf", "RTF 文件", "an RTF document"),
    (b"Rar!\x1a\x07", "RAR 压缩包", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z 压缩包", "a 7z archive"),
    (b"\x1f\x8b\x08", "gzip 压缩包", "a gzip archive"),
    (b"\xfd7zXZ\x00", "xz 压缩包", "an xz archive"),
    (b"\x7fELF", "可执行程序", "a program"),
    (b"SQLite format 3\x00", "SQLite 数据库", "an SQLite database"),
)
_TEXTUAL = (b"{\\rtf",)  # signatures that need no NUL or control byte behind them


def format_of(data: bytes, path: Path) -> Reader:
    """The reader for ``data``; ``path`` is only named in messages.

    Raises ``UndecodableText`` or ``DamagedFile`` for what no reader can read, saying what it is.
    """
    if data.startswith(_ZIP) or data.startswith(_ZIP_EMPTY):
        from zongjie.readers.docx import read_docx

        return read_docx
    if data.startswith(_OLE):
        raise _compound(data, path)
    foreign = _foreign(data)
    if foreign:
        raise UndecodableText(
            f"{path}：这是{foreign[0]}，不是文字。请先另存为 .docx 或 .txt（扫描件须先识别）再运行。",
            f"{path}: this is {foreign[1]}, not a report in words. Save it as .docx or .txt first "
            "(a scan must be recognised first).",
        )
    from zongjie.readers.plain import read_text

    return read_text


def _foreign(data: bytes) -> tuple[str, str] | None:
    for signature, zh, en in _FOREIGN:
        if data.startswith(signature) and (signature in _TEXTUAL or _looks_binary(data[:512])):
            return zh, en
        if signature == b"%PDF-" and signature in data[:1024] and b"obj" in data[:4096]:
            return zh, en
    return None


def _looks_binary(head: bytes) -> bool:
    return any(byte < 32 and byte not in b"\t\n\r\f\x1a\x1b" for byte in head) or head.startswith(b"%PDF-")


def _compound(data: bytes, path: Path) -> InputError:
    """Word 97–2003, or any Office file locked by a password: both are OLE compound files."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return DamagedFile(
            f"{path}：这份 Word 文档设有打开密码，读不了。请先在 Word 中取消密码再运行。",
            f"{path}: this Word document is locked by a password. Take the password off in Word first.",
        )
    if holds("WordDocument"):
        return UndecodableText(
            f"{path}：这是旧版 Word 文档（.doc 或 .wps）。请在 Word 或 WPS 中另存为 .docx 再运行。",
            f"{path}: this is an old Word document (.doc or .wps). Save it as .docx in Word or WPS first.",
        )
    return UndecodableText(
        f"{path}：这是旧版 Office 文件（不是 Word 文档）。请把报告另存为 .docx 或 .txt 再运行。",
        f"{path}: this is an old Office file, no Word document. Save the report as .docx or .txt first.",
    )
