"""An HTML element written out block by block: paragraphs, headings, list items, table rows."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from zongjie.document import Origin

Kind = Literal["paragraph", "heading", "list_item", "table_cell"]

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADINGS | {
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "li", "dl",
    "dt", "dd", "blockquote", "pre", "table", "thead", "tbody", "tfoot", "tr", "caption", "figure",
    "figcaption", "form", "fieldset", "center", "address", "body", "hr", "td", "th", "title",
}  # fmt: skip
SILENT = {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "button",
           "input", "textarea", "math", "canvas", "audio", "video"}  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = "\x1e"  # stands for <br> until spaces are folded
_MAX_DEPTH = 400


@dataclass(frozen=True, slots=True)
class Block:
    """One line of text (no line end in it) and the element it came from."""

    text: str
    kind: Kind
    place: str

    def origin(self, at: int) -> Origin:
        """Where the block came from, for a text in which it begins at ``at``."""
        return Origin(at, at + len(self.text), self.kind, self.place)


def blocks_of(root: etree._Element, main: etree._Element) -> tuple[list[Block], int, int]:
    """The blocks of ``root`` in reading order, and the half-open range of those inside ``main``.

    White space is folded as a browser does.
    """
    writer = _Writer(main)
    writer.walk(root, 0)
    writer.flush()
    first, end = writer.range or (0, len(writer.blocks))
    return writer.blocks, first, end


class _Writer:
    def __init__(self, main: etree._Element) -> None:
        self.range: tuple[int, int] | None = None
        self._main = main
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._tag = "body"
        self._seen: Counter[str] = Counter()

    def flush(self) -> None:
        """Close the line in hand; a <br> in it parts it into several."""
        whole = "".join(self._pieces)
        self._pieces.clear()
        for line in whole.split(_BREAK):
            text = _SPACE.sub(" ", line).strip(" ")
            if text.strip("\xa0\u3000 "):
                self._add(text, self._tag)

    def walk(self, element: etree._Element, depth: int) -> None:
        """Descend; block elements begin and end lines, tables are written row by row."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SILENT or _hidden(element):
            return
        if depth > _MAX_DEPTH:  # nobody writes so deep: take the words as they come
            self._pieces.extend(str(words) for words in element.itertext())
            return
        block = tag in _BLOCKS
        if block or element is self._main:
            self.flush()
        begun = len(self.blocks)
        outer, self._tag = self._tag, tag if block else self._tag
        if tag == "tr" and _is_data(element):
            self._row(element)
        else:
            if tag == "br":
                self._pieces.append(_BREAK)
            self._pieces.append(element.text or "")
            for child in element:
                self.walk(child, depth + 1)
                self._pieces.append(child.tail or "")
        if block or element is self._main:
            self.flush()
        if element is self._main:
            self.range = (begun, len(self.blocks))
        self._tag = outer

    def _row(self, row: etree._Element) -> None:
        cells = [_folded(cell) for cell in row if cell.tag in {"td", "th"}]
        if any(cells):
            self._add("\t".join(cells), "tr")

    def _add(self, text: str, tag: str) -> None:
        self._seen[tag] += 1
        kind: Kind = (
            "heading" if tag in _HEADINGS
            else "list_item" if tag in {"li", "dt", "dd"}
            else "table_cell" if tag == "tr"
            else "paragraph"
        )  # fmt: skip
        self.blocks.append(Block(text, kind, f"{tag} {self._seen[tag]}"))


def _is_data(row: etree._Element) -> bool:
    """A row of data, not of a table that lays out the page: no blocks of prose in its cells."""
    return not any(
        inner.tag in {"table", "div", "ul", "ol"} | _HEADINGS
        or (inner.tag == "p" and len(_folded(inner)) > 200)
        for inner in row.iterdescendants()
    )


def _folded(element: etree._Element) -> str:
    return " ".join(_SPACE.sub(" ", "".join(_visible(element, 0))).replace(_BREAK, " ").split(" ")).strip()


def _visible(element: etree._Element, depth: int) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in SILENT or depth > _MAX_DEPTH:
        return
    yield element.text or ""
    for child in element:
        if child.tag in {"p", "br"}:
            yield " "
        yield from _visible(child, depth + 1)
        yield child.tail or ""


def _hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None
