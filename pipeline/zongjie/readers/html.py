"""Web pages: the main text, headings and tables kept, menus and scripts left behind.

The page is written out block by block (``blocks``); what is main is the smallest element that
holds nearly all of its sentences, with the heading that stands before it. Where no element
does, trafilatura is asked which part is main. trafilatura's own text is not used, because it
drops headings and flattens tables.
"""

import html
import re
from pathlib import Path

import lxml.html
from lxml import etree

from zongjie.readers.blocks import SILENT, Block, blocks_of
from zongjie.readers.content import Content
from zongjie.readers.decoding import Decoded

_SHARE = 0.85  # of the page's sentences that the main element must hold
_STOPS = re.compile("[\u3002\uff1b\uff01\uff1f]")
_TAG = re.compile(
    r"<(?:script|style)\b.{0,100000}?</(?:script|style)>|<[^<>]{0,2000}>", re.DOTALL | re.IGNORECASE
)
_KEPT_WHOLE = {"p", "table", "tbody", "tr", "ul", "ol", "li", "font", "span", "b", "strong"}
_HEADING_WITHIN = 12  # blocks before the main element in which its heading is looked for
_TITLE = re.compile("报告|总结|计划|要点|汇报|述职")
_ENCODING = "utf-8"


def read_html(decoded: Decoded, path: Path) -> Content:
    """The main text of a page, one line a block, cells of a table row parted by tabs.

    Never raises for bad markup: lxml mends it as a browser would.
    """
    root = _parsed(decoded.text)
    if root is None:
        return Content("", "text/html", decoded.encoding, notes=decoded.notes)
    everything, first, end = blocks_of(root, _main(root))
    if not everything:  # nested deeper than the parser goes: the words without the tags
        words = html.unescape(re.sub(r"\s*\n\s*", "\n", _TAG.sub("\n", decoded.text)))
        return Content(words, "text/html", decoded.encoding, notes=decoded.notes)
    main = everything[_heading_before(everything, first) : end]
    if _weight(main) < _SHARE * _weight(everything):
        main = _with_trafilatura(decoded.text, everything)
    text, origins = [], []
    at = 0
    for block in main:
        origins.append(block.origin(at))
        text.append(block.text + "\n")
        at += len(block.text) + 1
    notes = decoded.notes
    if left_out := len(everything) - len(main):
        notes = (
            *notes,
            f"网页导航等 {left_out} 块未计入正文 / {left_out} blocks of menus and the like left out",
        )
    return Content("".join(text), "text/html", decoded.encoding, tuple(origins), notes)


def _parsed(text: str) -> etree._Element | None:
    parser = lxml.html.HTMLParser(encoding=_ENCODING, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(text.encode(_ENCODING, "replace"), parser=parser)
    except etree.ParserError:  # a page without any element
        return None
    body = root.find("body")
    return root if body is None else body


def _main(root: etree._Element) -> etree._Element:
    """Go down while one child alone holds nearly all the sentences of the page."""
    stops = _stops(root)
    at, whole = root, stops[root]
    while whole:
        richest = max(at, key=lambda child: stops.get(child, 0), default=None)
        if richest is None or richest.tag in _KEPT_WHOLE or stops.get(richest, 0) < _SHARE * whole:
            break
        at = richest
    return at


def _stops(root: etree._Element) -> dict[etree._Element, int]:
    """The number of sentence ends in every element: prose has them, menus have not."""
    counts: dict[etree._Element, int] = {}
    for element in reversed(list(root.iter())):
        if not isinstance(element.tag, str) or element.tag in SILENT:
            continue
        own = len(_STOPS.findall(element.text or ""))
        counts[element] = own + sum(
            counts.get(child, 0) + len(_STOPS.findall(child.tail or "")) for child in element
        )
    return counts


def _heading_before(blocks: list[Block], first: int) -> int:
    """Where the heading begins that stands before the main element, if the element has none."""
    if any(_is_title(block, ("h1 ",)) for block in blocks[first : first + 3]):
        return first
    for at in range(first - 1, max(-1, first - 1 - _HEADING_WITHIN), -1):
        if _is_title(blocks[at], ("h1 ", "h2 ")):
            return at
    return first


def _is_title(block: Block, tags: tuple[str, ...]) -> bool:
    if block.place.startswith(tags):
        return True
    return len(block.text) <= 60 and bool(_TITLE.search(block.text)) and not _STOPS.search(block.text)


def _weight(blocks: list[Block]) -> int:
    return sum(len(_STOPS.findall(block.text)) for block in blocks)


def _with_trafilatura(page: str, everything: list[Block]) -> list[Block]:
    """From the first block that trafilatura calls main to the last; all of them if it finds little."""
    import trafilatura

    found = trafilatura.extract(page, favor_recall=True, include_comments=False, include_tables=True)
    lines = {line.strip() for line in (found or "").splitlines() if len(line.strip()) >= 6}
    hits = [at for at, block in enumerate(everything) if block.text.strip() in lines]
    if not hits or sum(len(everything[at].text) for at in hits) < 0.5 * sum(len(b.text) for b in everything):
        return everything
    return everything[_heading_before(everything, hits[0]) : hits[-1] + 1]
