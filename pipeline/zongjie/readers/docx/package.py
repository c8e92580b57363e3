"""The parts of a .docx package, with a clear error where the package is damaged."""

import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from zongjie.errors import DamagedFile, TooLarge, UndecodableText

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DAMAGE = (  # what zipfile, zlib and lxml raise over a package that is cut short or overwritten
    zipfile.BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError, NotImplementedError, OSError,
    ValueError, LookupError, RuntimeError,
)  # fmt: skip
_MAX_PART = 512 * 2**20  # bytes of one part unpacked: a guard against zip bombs
_OTHERS = (
    ("xl/", "Excel 工作簿", "an Excel workbook"),
    ("ppt/", "PowerPoint 演示文稿", "a PowerPoint presentation"),
    ("content.xml", "OpenDocument 文档", "an OpenDocument file"),
    ("META-INF/container.xml", "EPUB 电子书", "an EPUB book"),
)


@dataclass(frozen=True, slots=True)
class Package:
    """The parsed parts that a reader needs; those that are not there are None."""

    document: etree._Element
    numbering: etree._Element | None
    styles: etree._Element | None
    margins: tuple[etree._Element, ...]
    footnotes: etree._Element | None
    comments: etree._Element | None


def open_package(data: bytes, path: Path) -> Package:
    """Unzip and parse.

    Raises ``DamagedFile`` if the zip or its XML is cut short or encrypted, ``UndecodableText``
    if it is a zip but no Word document, ``TooLarge`` if a part unpacks to over 512 MiB.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            main = _main_part(archive, names, path)
            folder = main.rpartition("/")[0] + "/" if "/" in main else ""
            margins = sorted(
                n
                for n in names
                if n.startswith((folder + "header", folder + "footer")) and n.endswith(".xml")
            )

            def part(name: str) -> etree._Element | None:
                return _parse(archive, folder + name, path) if folder + name in names else None

            return Package(
                document=_parse(archive, main, path),
                numbering=part("numbering.xml"),
                styles=part("styles.xml"),
                margins=tuple(_parse(archive, name, path) for name in margins),
                footnotes=part("footnotes.xml"),
                comments=part("comments.xml"),
            )
    except _DAMAGE as problem:
        raise DamagedFile(
            f"{path}：这份 .docx 不完整或已损坏（{problem}）。请从原处重新取得，或在 Word 中打开修复后另存。",
            f"{path}: this .docx is cut short or damaged ({problem}). Get it again, "
            "or let Word repair and save it.",
        ) from problem


def _main_part(archive: zipfile.ZipFile, names: set[str], path: Path) -> str:
    if "word/document.xml" in names:
        return "word/document.xml"
    for name in sorted(names):  # some writers call it word/document2.xml
        if name.startswith("word/document") and name.endswith(".xml"):
            return name
    for start, zh, en in _OTHERS:
        if any(name.startswith(start) for name in names):
            raise UndecodableText(
                f"{path}：这是{zh}，不是 Word 文档。请把报告另存为 .docx 或 .txt 再运行。",
                f"{path}: this is {en}, no Word document. Save the report as .docx or .txt first.",
            )
    raise UndecodableText(
        f"{path}：这是 zip 压缩包，不是 Word 文档。请先解压，再对其中的报告运行。",
        f"{path}: this is a zip archive, no Word document. Unpack it and run on the report inside.",
    )


def _parse(archive: zipfile.ZipFile, name: str, path: Path) -> etree._Element:
    info = archive.getinfo(name)
    if info.flag_bits & 1:
        raise DamagedFile(
            f"{path}：这份 .docx 的内容被加密。请先取消密码再运行。",
            f"{path}: the parts of this .docx are encrypted. Take the password off first.",
        )
    mib = info.file_size / 2**20
    if info.file_size > _MAX_PART:
        raise TooLarge(
            f"{path}：其中的 {name} 解压后有 {mib:.0f} MiB，不像正常文档（--max-size 不解除这一限制）。",
            f"{path}: {name} in it unpacks to {mib:.0f} MiB, which no real document does "
            "(--max-size does not lift this limit).",
        )
    xml = archive.read(info).replace(_STRICT, _TRANSITIONAL)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
    return etree.fromstring(xml, parser)
