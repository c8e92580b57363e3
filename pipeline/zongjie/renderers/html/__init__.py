"""The analysis as one self-contained page: the text with highlights, and cards linked to them."""

from zongjie.renderers.html.page import to_html

__all__ = ["to_html"]
