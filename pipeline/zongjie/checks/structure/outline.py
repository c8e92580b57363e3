"""What the structure checks ask of the outline: own text, children, siblings, marks."""

import re
from collections import defaultdict
from functools import lru_cache

from zongjie.checks.base import Side
from zongjie.checks.once import once
from zongjie.comparing.marks import Mark, MarkKind, read_mark
from zongjie.document import Analysis, Section

RANKED = frozenset({"part", "chapter", "subchapter", "一、", "(一)", "1.", "(1)", "①"})
"""Kinds of mark that number sections in order (一是 and the like are lists)."""

_OPENS = r"(?:^|[\n。；：:！？!?*#>])[ \u3000\t]{0,6}"
_LINE = r"(?:^|[\n*#>])[ \u3000\t*]{0,6}"
_HAN = "〇一二三四五六七八九十"


def mark_of(section: Section) -> Mark | None:
    """The mark of a section, read again from its number as written."""
    return _read(section.number) if section.number else None


@lru_cache(maxsize=4096)
def _read(number: str) -> Mark | None:
    return read_mark(number, 0, len(number))


@once
def families(analysis: Analysis) -> dict[str | None, list[Section]]:
    """Parent id → its sections in order (None for the top)."""
    grouped: dict[str | None, list[Section]] = defaultdict(list)
    for section in analysis.sections:
        if section.heading is not None:
            grouped[section.parent].append(section)
    return dict(grouped)


def own_span(section: Section, children: list[Section]) -> tuple[int, int]:
    """The text of a section after its heading and before its first child."""
    end = children[0].start if children else section.end
    return section.body_start, max(section.body_start, end)


def own_text(analysis: Analysis, section: Section, children: list[Section]) -> str:
    """The words of a section's own text, without the end stop of the heading."""
    start, end = own_span(section, children)
    return analysis.body[start:end].strip(" \t\r\n\u3000*。．.:：;；")


def number_span(analysis: Analysis, section: Section) -> tuple[int, int]:
    """Where the number of a section stands."""
    number = section.number or ""
    at = analysis.body.find(number, section.start, section.body_start)
    start = at if at >= 0 else section.start
    return start, start + len(number)


def heading_place(section: Section, zh: str, en: str) -> tuple[Side, ...]:
    """The heading as the other side of a clash."""
    if section.heading_start is None or section.heading_end is None:
        return ()
    return (Side(section.heading_start, section.heading_end, zh, en),)


@once
def by_id(analysis: Analysis) -> dict[str, Section]:
    """Id → section."""
    return {one.id: one for one in analysis.sections}


def is_markdown(analysis: Analysis, section: Section, sections: dict[str, Section]) -> bool:
    """Whether the section is a Markdown heading, or an item of a list below one."""
    one: Section | None = section
    while one is not None:
        if analysis.body.startswith("#", one.start):
            return True
        one = sections.get(one.parent or "")
    return False


def mark_stands(between: str, kind: MarkKind, value: int) -> bool:
    """Whether a mark of the value opens a line or a sentence of ``between``, be it no heading.

    In the other numerals (2、 for 二、) it counts unless a list in those numerals runs there.
    """
    bracketed = kind in ("(一)", "(1)", "①")
    here, before = [_han(value), str(value)], [_han(value - 1), str(value - 1)]
    if kind in ("1.", "(1)", "①"):
        here.reverse()
        before.reverse()
    if _opens(between, here[0], bracketed):
        return True
    return not _opens(between, before[1], bracketed) and _opens(between, here[1], bracketed)


def _opens(text: str, numeral: str, bracketed: bool) -> bool:
    if numeral.isdecimal():
        value = int(numeral)
        wide = numeral.translate({48 + digit: 0xFF10 + digit for digit in range(10)})
        numeral = f"(?:{numeral}|{wide})"
    else:
        value = 0
    if bracketed:
        sign = f"|{chr(ord('①') + value - 1)}" if 1 <= value <= 20 else ""
        form = rf"[(（﹙]\s?{numeral}\s?[)）﹚]|{_OPENS}{numeral}[)）]{sign}"
    else:
        form = rf"{_LINE}{numeral}\s?[、.．]|{_OPENS}(?:{numeral}\s?[、.．](?![0-9])|第{numeral}[,，、是])"
    return re.search(form, text, re.MULTILINE) is not None


def _han(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _HAN[tens] + "十") + (_HAN[ones] if ones else "")
