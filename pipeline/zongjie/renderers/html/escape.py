"""Makes any text safe to stand in HTML, and visible."""

from html import escape as _escape

_CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"} | {0x7F: 0x2421}
_CONTROLS |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)


def e(words: object) -> str:
    """``words`` escaped for element content and quoted attributes; controls become their pictures.

    >>> e('<b title="1">&\\x00')
    '&lt;b title=&quot;1&quot;&gt;&amp;␀'
    """
    return _escape(str(words).translate(_CONTROLS), quote=True)
