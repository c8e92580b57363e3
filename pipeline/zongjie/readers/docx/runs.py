"""The words of a paragraph, run by run, as they stand once all tracked changes are accepted."""

from collections.abc import Iterator

from lxml import etree

from zongjie.readers.docx.package import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}pPr",
    f"{W}rPr",
    f"{W}txbxContent",
    f"{W}drawing",
    f"{W}pict",
    f"{W}object",
}
_SIGNS = {
    f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t",
}  # fmt: skip


def runs_of(paragraph: etree._Element) -> Iterator[str]:
    """The text of each run in order; runs without words give ""."""
    for element in _walk(paragraph, 0):
        if element.tag == f"{W}r":
            yield "".join(_text(element))


def _walk(parent: etree._Element, depth: int) -> Iterator[etree._Element]:
    """Runs in reading order, through hyperlinks, fields, insertions and content controls."""
    for child in parent:
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str) and depth < 40:
            yield from _walk(child, depth + 1)


def _text(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}br" and child.get(f"{W}type") in {"page", "column"}:
            yield ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{W}sym":
            yield _symbol(child.get(f"{W}char"))
        elif child.tag == f"{_MC}AlternateContent":
            yield from _choice(child)


def _choice(alternate: etree._Element) -> Iterator[str]:
    """The first branch that holds plain words (an emoji, say); drawings hold none."""
    for branch in alternate:
        words = "".join(_text(branch))
        if words:
            yield words
            return


def _symbol(code: str | None) -> str:
    """A character of a symbol font: those in the private-use area have no Unicode of their own."""
    try:
        value = int(code or "", 16)
    except ValueError:
        return ""
    return "" if 0xE000 <= value <= 0xF8FF or value > 0x10FFFF or value < 32 else chr(value)
