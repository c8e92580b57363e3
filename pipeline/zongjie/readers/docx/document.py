"""Word documents: paragraphs with their automatic numbers, tables as rows, each with its origin.

Text is what a reader of the accepted document sees: insertions stand, deletions do not. Heads,
feet, text boxes, notes and comments are no part of the text; ``Report.notes`` says what of
them there is, so that nothing is dropped in silence.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from lxml import etree

from zongjie.document import Origin
from zongjie.readers.content import Content
from zongjie.readers.docx.asides import asides
from zongjie.readers.docx.numbering import Numbering
from zongjie.readers.docx.package import W, open_package
from zongjie.readers.docx.runs import runs_of
from zongjie.readers.docx.styles import Styles, value

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo"}
_MAX_NESTING = 20
_Kind = Literal["heading", "list_item", "paragraph"]


def read_docx(data: bytes, path: Path) -> Content:
    """The text of a .docx, one line a paragraph or a table row, cells parted by tabs.

    Raises ``DamagedFile`` for a package cut short or encrypted, ``UndecodableText`` for a zip
    that is no Word document.
    """
    package = open_package(data, path)
    styles = Styles(package.styles)
    writer = _Writer(styles, Numbering(package.numbering, styles))
    body = package.document.find(f"{W}body")
    if body is not None:
        writer.blocks(body)
    return Content("".join(writer.parts), MEDIA_TYPE, "utf-8", tuple(writer.origins), asides(package))


class _Writer:
    """Collects the text and the origin of each run and cell."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.parts: list[str] = []
        self.origins: list[Origin] = []
        self._styles = styles
        self._numbering = numbering
        self._at = 0
        self._paragraphs = 0
        self._tables = 0

    def blocks(self, parent: etree._Element) -> None:
        for element in _unwrapped(parent, 0):
            if element.tag == f"{W}p":
                self._paragraph(element)
            elif element.tag == f"{W}tbl":
                self._table(element)

    def _write(self, text: str) -> int:
        """Append; the place where ``text`` begins."""
        start = self._at
        self.parts.append(text)
        self._at += len(text)
        return start

    def _paragraph(self, paragraph: etree._Element) -> None:
        self._paragraphs += 1
        mark = self._numbering.mark(paragraph)
        style = value(paragraph, "pPr/pStyle")
        heading = self._styles.is_heading(style) or value(paragraph, "pPr/outlineLvl") in set("012345678")
        kind: _Kind = "heading" if heading else "list_item" if mark else "paragraph"
        place = f"paragraph {self._paragraphs}"
        if mark:
            start = self._write(mark)
            self.origins.append(Origin(start, self._at, kind, f"{place} / number"))
        for number, text in enumerate(runs_of(paragraph), 1):
            if text:
                start = self._write(text)
                self.origins.append(Origin(start, self._at, kind, f"{place} / run {number}"))
        self._write("\n")

    def _table(self, table: etree._Element) -> None:
        self._tables += 1
        for row_number, row in enumerate(_children(table, "tr"), 1):
            for cell_number, cell in enumerate(_children(row, "tc"), 1):
                if cell_number > 1:
                    self._write("\t")
                start = self._write(self._cell(cell))
                if self._at > start:
                    place = f"table {self._tables} / row {row_number} / cell {cell_number}"
                    self.origins.append(Origin(start, self._at, "table_cell", place))
            self._write("\n")

    def _cell(self, cell: etree._Element) -> str:
        """The paragraphs of a cell on one line; a table inside it is told row by row."""
        lines = []
        for paragraph in cell.iter(f"{W}p"):
            line = (self._numbering.mark(paragraph) + "".join(runs_of(paragraph))).strip()
            if line:
                lines.append(" ".join(line.split("\n")))
        return " ".join(lines)


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in _unwrapped(parent, 0) if one.tag == W + name)


def _unwrapped(parent: etree._Element, depth: int) -> Iterator[etree._Element]:
    """Children, with content controls, custom XML and tracked insertions taken off."""
    for child in parent:
        if child.tag in _WRAPPERS and depth < _MAX_NESTING:
            yield from _unwrapped(child, depth + 1)
        else:
            yield child
