"""The report as read, and what of it is scrape furniture."""

import re
from dataclasses import dataclass, field
from typing import Literal

RemovedKind = Literal["site_title", "byline", "blurb", "tail", "page_furniture"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the stretch ``[start, end)`` of the text came from, e.g. ``paragraph 3 / run 1``."""

    start: int
    end: int
    kind: Literal["paragraph", "heading", "list_item", "table_cell", "header", "footer", "textbox"]
    place: str


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The file behind a report (``source`` in the JSON contract)."""

    name: str
    sha256: str
    media_type: str
    encoding: str | None
    characters: int


@dataclass(frozen=True, slots=True)
class Report:
    """A report exactly as decoded: no normalising, no stripping, line ends kept.

    Every other layer points into ``text`` by code points; the text never changes.
    ``notes`` are things the reader wants said (text boxes left out, tracked changes).
    """

    text: str
    source: FileFacts
    origins: tuple[Origin, ...] = ()
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Removed:
    """Scrape furniture: marked, never deleted; only the checks RS02 and RS08 read it."""

    kind: RemovedKind
    start: int
    end: int


_LONE_RETURN = re.compile(r"\r(?!\n)")


def even_line_ends(text: str) -> str:
    """``text`` with each lone carriage return as a line feed: same length, same offsets.

    Old files and some scrapers end lines so; after this a line end always holds a line feed.

    >>> even_line_ends("总结\\r\\r\\n报告")
    '总结\\n\\r\\n报告'
    """
    return _LONE_RETURN.sub("\n", text) if "\r" in text else text


def blank_out(text: str, removed: tuple[Removed, ...]) -> str:
    """The text with furniture turned into spaces: same length, same offsets, line ends kept
    (a lone carriage return as a line feed, see ``even_line_ends``).

    This is ``Analysis.body``, which every stage after the cleaners reads.

    >>> blank_out("(精编)总结", (Removed("site_title", 0, 4),))
    '    总结'
    """
    parts, at = [], 0
    for one in sorted(removed, key=lambda r: r.start):
        start = max(one.start, at)
        parts.append(text[at:start])
        parts.append("".join(c if c in "\r\n" else " " for c in text[start : one.end]))
        at = max(at, one.end)
    parts.append(text[at:])
    return even_line_ends("".join(parts))
