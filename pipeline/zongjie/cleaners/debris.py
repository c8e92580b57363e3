"""Strings that no prose holds, anywhere in the text: comments, escapes, entities, lost spaces."""

import re

from zongjie.document import Removed

_LONGEST_COMMENT = 2000
_LOST_SPACES = re.compile(r"\?{2,}")
_SPACE_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|#160|#12288);")


def debris(text: str) -> list[Removed]:
    """Spans of kind page_furniture; a plain look-up comes first, so that clean text costs little."""
    found: list[Removed] = []
    if "<!--" in text:
        found += _comments(text)
    if "????" in text:
        found += [Removed("page_furniture", m.start(), m.end()) for m in _LOST_SPACES.finditer(text)]
    if "&" in text:
        found += [Removed("page_furniture", m.start(), m.end()) for m in _SPACE_ENTITY.finditer(text)]
    return found


def _comments(text: str) -> list[Removed]:
    found = []
    at = text.find("<!--")
    while at >= 0:
        end = text.find("-->", at + 4, at + _LONGEST_COMMENT)
        if end < 0:
            at = text.find("<!--", at + 4)
            continue
        found.append(Removed("page_furniture", at, end + 3))
        at = text.find("<!--", end + 3)
    return found
