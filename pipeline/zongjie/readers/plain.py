"""Plain text and Markdown; web pages are told from them by their tags and handed on."""

from pathlib import Path

from zongjie.readers.content import Content
from zongjie.readers.decoding import decode


def read_text(data: bytes, path: Path) -> Content:
    """The text as decoded, to the character: line ends, spaces and Markdown marks stay.

    Raises ``UndecodableText`` for binary, or text over 5 % of which is in no known encoding.
    """
    decoded = decode(data, path)
    from zongjie.readers.markup import looks_like_html

    if looks_like_html(decoded.text):
        from zongjie.readers.html import read_html

        return read_html(decoded, path)
    return Content(decoded.text, _media_type(path), decoded.encoding, notes=decoded.notes)


def _media_type(path: Path) -> str:
    """Text holds no proof of being Markdown, so that here alone the name has its say."""
    return "text/markdown" if path.suffix.lower() in {".md", ".markdown"} else "text/plain"
