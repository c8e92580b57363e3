"""What Markdown (and what is left of HTML) does to headings: code fences, links, lists.

A `#` line is a heading, whatever list of deeds was typed with it. A numbered line of a Markdown
list is one only if it has a body of its own: 1. 2. 3. right after one another are items.
"""

import re
from collections.abc import Sequence
from typing import Protocol

_LONGEST_FENCE = 400
"""A code fence longer than this many paragraphs is taken for one that was never closed."""
_LINK = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9\[\]()]{0,6}\[(?P<text>[^\[\]\n]{1,120})\]\([^()\s]{1,400}\)")
_LISTED = frozenset({"1.", "1)", "(1)", "1.1"})


class _Found(Protocol):
    @property
    def paragraph(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def alone(self) -> bool: ...
    @property
    def ghost(self) -> bool: ...


def fenced(body: str, paragraphs: Sequence[tuple[int, int]]) -> set[int]:
    """The numbers of the paragraphs between ``` and ```, and of the fences themselves."""
    inside: set[int] = set()
    if "```" not in body:
        return inside
    fences = [number for number, (start, _) in enumerate(paragraphs) if body.startswith("```", start)]
    at = 0
    while at + 1 < len(fences):
        if fences[at + 1] - fences[at] <= _LONGEST_FENCE:
            inside.update(range(fences[at], fences[at + 1] + 1))
            at += 1
        at += 1
    return inside


def link_words(body: str, start: int, end: int) -> tuple[int, int]:
    """The words of a heading that begins with a link: the link's text, without its address.

    >>> text = "[官网改版](https://example.org/a)"
    >>> text[slice(*link_words(text, 0, len(text)))]
    '官网改版'
    """
    found = _LINK.match(body, start, end)
    return found.span("text") if found else (start, end)


def bare_items(found: Sequence[_Found], paragraphs: int) -> set[int]:
    """The places in ``found`` of numbered lines that are but items of a Markdown list.

    Only in a text with `#` headings; ``paragraphs`` is how many paragraphs the text has. An item
    is bare if the next paragraph opens the next item or section, or if there is none.
    """
    if not any(one.kind.startswith("md") for one in found):
        return set()
    opening = {one.paragraph for one in found}
    return {
        at
        for at, one in enumerate(found)
        if one.kind in _LISTED
        and one.alone
        and not one.ghost
        and (one.paragraph + 1 in opening or one.paragraph + 1 >= paragraphs)
    }
