"""Puts a plan together: text, items and sentences with offsets into that text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from zongjie.document import Computed, Plan, PlanItem, PlanSentence, Quote, Slot, Source, Theme
from zongjie.document.plan import PlanSentenceKind

_STRAIGHT = re.compile(r'"([^"\n]{1,40})"')
_SLOT = re.compile(r"【(待填|核对)：([^【】]{1,60})】")


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence before it has a place: words, kind, the spans of the report it rests on.

    ``spare`` are plainer words to take where a check finds fault with ``text``, which rest on
    ``spare_sources`` only.
    """

    text: str
    kind: PlanSentenceKind
    sources: tuple[tuple[int, int], ...]
    spare: str = ""
    spare_sources: tuple[tuple[int, int], ...] = ()
    computed: tuple[tuple[int, int, str], ...] = ()  # numbers worked out: offsets in ``text``, formula
    quotes: tuple[Quote, ...] = ()  # what other reports say

    def plainer(self, words: str = "") -> "Draft":
        """The sentence in its spare words (or in ``words``), citing what those rest on."""
        own = self.spare_sources or self.sources
        return replace(self, text=words or self.spare, sources=own, spare="", spare_sources=())


@dataclass(slots=True)
class DraftItem:
    """A headed item before it has a place. ``number`` is its mark (一、 · （一） · 1.)."""

    level: int
    heading: str
    sentences: list[Draft] = field(default_factory=list)
    answers: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    theme: Theme | None = None
    id: str = ""  # its name in an outline


def build(title: str, period: str | None, items: list[DraftItem]) -> Plan:
    """The plan with its text; every offset is a code point of that text."""
    parts, at = [title, "\n"], len(title) + 1
    built = []
    for serial, (item, head) in enumerate(zip(items, _heads(items), strict=True), 1):
        start = at + (item.level < 3)
        at += len(head)
        parts.append(head)
        sentences = []
        for one in item.sentences:
            sentences.append(_placed(one, at))
            parts.append(sentences[-1].text)
            at = sentences[-1].end
        end = at if item.sentences else at - 1
        if item.sentences:
            parts.append("\n")
            at += 1
        built.append(
            PlanItem(
                f"i{serial}", item.level, _curly(item.heading), start, end, tuple(sentences),
                item.answers, item.carries, item.theme,
            )
        )  # fmt: skip
    text = "".join(parts)
    quotes = dict.fromkeys(quote for item in items for one in item.sentences for quote in one.quotes)
    return Plan(title, period, text, tuple(built), quotes=tuple(quotes))


def size_of(title: str, items: list[DraftItem]) -> int:
    """How many characters the text of the plan will have."""
    said = (len(one.text) for item in items for one in item.sentences)
    ends = sum(bool(item.sentences) for item in items)
    return len(title) + 1 + sum(map(len, _heads(items))) + sum(said) + ends


def _heads(items: list[DraftItem]) -> Iterator[str]:
    """What stands before the sentences of each item: its mark and heading, with the line's end."""
    counters = [0, 0, 0]
    for at, item in enumerate(items):
        counters[item.level - 1] += 1
        for below in range(item.level, 3):
            counters[below] = 0
        alone = item.level == 3 and _alone(items, at)
        mark = "" if alone else _mark(item.level, counters[item.level - 1])
        run_in = item.level == 3 and bool(item.sentences)
        gap = "\n" if item.level < 3 else ""
        yield f"{gap}{mark}{_curly(item.heading)}{'。' if run_in else chr(10)}"


def _alone(items: list[DraftItem], at: int) -> bool:
    """Whether an item is the only one under its heading: it needs no number."""
    before = at == 0 or items[at - 1].level < items[at].level
    return before and (at + 1 == len(items) or items[at + 1].level < items[at].level)


def _placed(one: Draft, at: int) -> PlanSentence:
    text = _curly(one.text)
    slots = tuple(Slot(at + m.start(), at + m.end(), m[2]) for m in _SLOT.finditer(text))
    own = [Source(start, end) for start, end in one.sources]
    sources = tuple(dict.fromkeys([*own, *(Source(q.start, q.end, q.doc) for q in one.quotes)]))
    computed = tuple(Computed(at + start, at + end, formula) for start, end, formula in one.computed)
    return PlanSentence(text, at, at + len(text), one.kind, sources, slots, computed)


def _curly(words: str) -> str:
    """Straight quotation marks of the report's own words, in pairs, as Chinese ones."""
    return _STRAIGHT.sub(r"“\1”", words)


def _mark(level: int, count: int) -> str:
    if level == 3:
        return f"{count}."
    chinese = _chinese(count)
    return f"{chinese}、" if level == 1 else f"（{chinese}）"


def _chinese(count: int) -> str:
    digits = "零一二三四五六七八九"
    if count < 10:
        return digits[count]
    tens, rest = divmod(count, 10)
    return f"{digits[tens] if tens > 1 else ''}十{digits[rest] if rest else ''}"
