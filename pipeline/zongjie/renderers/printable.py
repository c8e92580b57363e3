"""Keeps out the characters that XML cannot hold."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(words: str) -> str:
    """``words`` with every character that XML 1.0 forbids as U+FFFD.

    >>> printable("总结\\x00")
    '总结\\ufffd'
    """
    return _FORBIDDEN.sub("\ufffd", words)
