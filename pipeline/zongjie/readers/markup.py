"""Whether a text is a web page (or a piece of one) rather than words with a tag in them."""

import re

_HEAD = 4096
_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->|\s)*<(?:!doctype\s+html|html\b|head\b|body\b)", re.I | re.S
)
_BLOCK = re.compile(r"<(?:p|div|table|tr|td|section|article|ul|li|br)\b[^<>]{0,300}>", re.I)


def looks_like_html(text: str) -> bool:
    """True for a whole page, and for a fragment that opens with a tag and is built of blocks.

    >>> looks_like_html("<!DOCTYPE html><html><body>总结</body></html>")
    True
    >>> looks_like_html("# 总结\\n<br>一、工作情况")
    False
    """
    head = text[:_HEAD]
    if _OPENING.match(head):
        return True
    start = head.lstrip()
    return start.startswith("<") and _BLOCK.match(start) is not None and len(_BLOCK.findall(head)) >= 3
