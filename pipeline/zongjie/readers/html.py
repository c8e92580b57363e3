"""Web pages: the main text, headings and tables kept, menus and scripts left behind.

The page is written out block by block (``blocks``); what is main is the smallest element that
holds nearly all of its sentences. Where no element does, trafilatura is asked which part is
main. trafilatura's own text is not used, because it drops headings and flattens tables.
"""

from pathlib import Path

import lxml.html
from lxml import etree

from zongjie.readers.blocks import Block, blocks_of
from zongjie.readers.content import Content
from zongjie.readers.decoding import Decoded

_SHARE = 0.85  # of the page's sentences that the main element must hold
_STOPS = "\u3002\uff1b\uff01\uff1f;!?"
_MAX_DEPTH = 200
_ENCODING = "utf-8"


def read_html(decoded: Decoded, path: Path) -> Content:
    """The main text of a page, one line a block, cells of a table row parted by tabs.

    Never raises for bad markup: lxml mends it as a browser would.
    """
    root = _parsed(decoded.text)
    if root is None:
        return Content("", "text/html", decoded.encoding, notes=decoded.notes)
    everything = blocks_of(root)
    main = blocks_of(_main(root))
    if _weight(main) < _SHARE * _weight(everything):
        main = _with_trafilatura(decoded.text, everything)
    text, origins = [], []
    at = 0
    for block in main:
        origins.append(block.origin(at))
        text.append(block.text + "\n")
        at += len(block.text) + 1
    left_out = len(everything) - len(main)
    note = f"网页导航等 {left_out} 块未计入正文 / {left_out} blocks of menus and the like are no part of the text"
    notes = (*decoded.notes, note) if left_out else decoded.notes
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
    whole = _sentences(root)
    at = root
    for _ in range(_MAX_DEPTH):
        richest = max(at, key=_sentences, default=None)
        if richest is None or richest.tag in _KEPT_WHOLE or not whole or _sentences(richest) < _SHARE * whole:
            return at
        at = richest
    return at


_KEPT_WHOLE = {"p", "table", "tbody", "tr", "ul", "ol", "font", "span"}


def _sentences(element: etree._Element) -> int:
    """Stops inside an element: prose has them, menus have not."""
    if not isinstance(element.tag, str) or element.tag in {"script", "style", "noscript"}:
        return 0
    return sum(piece.count(stop) for piece in element.itertext() for stop in _STOPS[:4])


def _weight(blocks: list[Block]) -> int:
    return sum(block.text.count(stop) for block in blocks for stop in _STOPS[:4])


def _with_trafilatura(page: str, everything: list[Block]) -> list[Block]:
    """From the first block that trafilatura calls main to the last; all of them if it finds little."""
    import trafilatura

    found = trafilatura.extract(page, favor_recall=True, include_comments=False, include_tables=True)
    lines = {line.strip() for line in (found or "").splitlines() if len(line.strip()) >= 6}
    hits = [at for at, block in enumerate(everything) if block.text.strip() in lines]
    if not hits or sum(len(everything[at].text) for at in hits) < 0.5 * sum(len(b.text) for b in everything):
        return everything
    first = hits[0]
    while first and everything[first - 1].kind == "heading":
        first -= 1
    return everything[first : hits[-1] + 1]
