"""Recovers automatic numbers (一、 (一) 1.), which Word keeps out of the text.

A paragraph names a list (numId) and a level, or its style does; the list leads to an abstract
list that holds, per level, the number format, the pattern of the mark and when it restarts.
Source: ECMA-376 part 1, 17.9 (numbering).
"""

import re
from dataclasses import dataclass, replace

from lxml import etree

from zongjie.readers.docx.counting import numeral
from zongjie.readers.docx.package import W
from zongjie.readers.docx.styles import Styles, integer, value

_PLACE = re.compile(r"%([1-9])")
_NO_GAP = "\u3001\uff09)\uff0e\u3002\uff1a\u300b\u3011\u3015\uff0c,."
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    number_format: str = "decimal"
    pattern: str = ""
    restart: int | None = None  # 0: never; n: when level n (counted from 1) comes; None: any above
    suffix: str = "tab"
    legal: bool = False  # all places in Arabic figures, whatever their own format


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The counters of one document; ask for marks in the order of the paragraphs."""

    def __init__(self, part: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._style_levels: dict[tuple[str, str], int] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if part is not None:
            self._read(part)

    def mark(self, paragraph: etree._Element) -> str:
        """The mark before a paragraph, "" if it has none; a space follows one without a stop."""
        found = self._place(paragraph)
        if found is None:
            return ""
        number_id, at = found
        one = self._lists[number_id]
        level = one.levels.get(at, _Level())
        counters = self._counters.setdefault(one.abstract, {})
        self._count(number_id, one, at, counters)
        if level.number_format == "bullet":
            return f"{_BULLET} "
        text = _PLACE.sub(lambda m: _written(int(m[1]) - 1, one, counters, level.legal), level.pattern)
        return text + ("" if not text or level.suffix == "nothing" or text[-1] in _NO_GAP else " ")

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list and level of a paragraph: its own, else its style's; numId 0 means none."""
        style = value(paragraph, "pPr/pStyle")
        number_id = value(paragraph, "pPr/numPr/numId")
        at = integer(value(paragraph, "pPr/numPr/ilvl"))
        if number_id is None:
            inherited = self._styles.numbering(style)
            if inherited is None:
                return None
            number_id = inherited[0]
            at = inherited[1] if at is None else at
        if number_id not in self._lists:
            return None
        if at is None:
            at = self._level_by_style(number_id, style)
        return number_id, at

    def _level_by_style(self, number_id: str, style: str | None) -> int:
        abstract = self._lists[number_id].abstract
        for name in self._styles.lineage(style):
            if (abstract, name) in self._style_levels:
                return self._style_levels[abstract, name]
        return 0

    def _count(self, number_id: str, one: _List, at: int, counters: dict[int, int]) -> None:
        """Advance level ``at``; levels above that were never counted stand at their start."""
        for above in range(at):
            counters.setdefault(above, one.levels.get(above, _Level()).start)
        first = (number_id, at) not in self._begun
        self._begun.add((number_id, at))
        if first and at in one.starts:
            counters[at] = one.starts[at]
        elif at in counters:
            counters[at] += 1
        else:
            counters[at] = one.levels.get(at, _Level()).start
        for below in [level for level in counters if level > at]:
            restart = one.levels.get(below, _Level()).restart
            if restart is None or (restart > 0 and at < restart):
                del counters[below]

    def _read(self, part: etree._Element) -> None:
        abstracts: dict[str, dict[int, _Level]] = {}
        by_style: dict[str, str] = {}
        links: dict[str, str] = {}
        for element in part.iterfind(f"{W}abstractNum"):
            identity = element.get(f"{W}abstractNumId", "")
            abstracts[identity] = dict(self._levels(element, identity))
            if own := value(element, "styleLink"):
                by_style[own] = identity
            if link := value(element, "numStyleLink"):
                links[identity] = link
        for element in part.iterfind(f"{W}num"):
            abstract = value(element, "abstractNumId") or ""
            abstract = by_style.get(links.get(abstract, ""), abstract)
            levels, starts = dict(abstracts.get(abstract, {})), {}
            for override in element.iterfind(f"{W}lvlOverride"):
                at = integer(override.get(f"{W}ilvl")) or 0
                for _, level in self._levels(override, abstract):
                    levels[at] = level
                start = integer(value(override, "startOverride"))
                if start is not None:
                    starts[at] = start
                    levels[at] = replace(levels.get(at, _Level()), start=start)
            self._lists[element.get(f"{W}numId", "")] = _List(abstract, levels, starts)
        self._lists.pop("0", None)

    def _levels(self, parent: etree._Element, abstract: str) -> list[tuple[int, _Level]]:
        found = []
        for element in parent.iterfind(f"{W}lvl"):
            at = integer(element.get(f"{W}ilvl")) or 0
            if style := value(element, "pStyle"):
                self._style_levels[abstract, style] = at
            start = integer(value(element, "start"))
            level = _Level(
                start=1 if start is None else start,
                number_format=_format(element),
                pattern=value(element, "lvlText") or "",
                restart=integer(value(element, "lvlRestart")),
                suffix=value(element, "suff") or "tab",
                legal=element.find(f"{W}isLgl") is not None,
            )
            found.append((at, level))
        return found


def _format(level: etree._Element) -> str:
    """The number format; newer ones stand inside an mc:AlternateContent."""
    found = level.find(f".//{W}numFmt")
    return "decimal" if found is None else found.get(f"{W}val") or "decimal"


def _written(at: int, one: _List, counters: dict[int, int], legal: bool) -> str:
    level = one.levels.get(at, _Level())
    return numeral(counters.get(at, level.start), "decimal" if legal else level.number_format)
