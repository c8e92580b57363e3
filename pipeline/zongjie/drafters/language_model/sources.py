"""The numbered sources that a model may cite: sentences of the report that an item rests on."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from zongjie.comparing.similarity import shared_words
from zongjie.document import Analysis
from zongjie.drafters.building import DraftItem
from zongjie.drafters.own_words import COMMON
from zongjie.drafters.pairs import PairIndex

_LONGEST = 160  # characters of one source that are shown
_MOST = 8  # sources of one item
_MOST_PROMISES = 240
_NEAR = 3  # promises looked at for one item
_LEAF = 3


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """``words`` are what stands at ``[start, end)`` of the report, on one line."""

    number: int
    start: int
    end: int
    words: str


def numbered(items: Sequence[DraftItem], analysis: Analysis) -> dict[str, tuple[NumberedSource, ...]]:
    """Item id → its sources, numbered through all items; a sentence that two items rest on has one number.

    An item may cite what its offline words rest on, and promises of the report that speak of its matter.
    """
    promises = [(m.start, m.end) for m in analysis.measures[:_MOST_PROMISES]]
    index = PairIndex([analysis.body[start : min(end, start + _LONGEST)] for start, end in promises])
    numbers: dict[tuple[int, int], NumberedSource] = {}
    found: dict[str, tuple[NumberedSource, ...]] = {}
    for item in items:
        spans = [span for sentence in item.sentences for span in sentence.sources]
        if item.level == _LEAF:
            near = [promises[at] for at in index.nearest(item.heading, _NEAR)]
            spans += [
                (start, end)
                for start, end in near
                if _akin(item.heading, analysis.body[start:end][:_LONGEST])
            ]
        own = []
        for span in list(dict.fromkeys(_widened(span, analysis) for span in spans))[:_MOST]:
            if span not in numbers:
                words = " ".join(analysis.body[slice(*span)].split())
                numbers[span] = NumberedSource(len(numbers) + 1, *span, words)
            own.append(numbers[span])
        found[item.id] = tuple(own)
    return found


def _akin(heading: str, promise: str) -> bool:
    return any(word not in COMMON for word in shared_words(heading, promise))


def _widened(span: tuple[int, int], analysis: Analysis) -> tuple[int, int]:
    """The sentence that holds the span, where it is not too long; else the span, cut to what is shown."""
    start, end = span
    sentences = analysis.outline.sentences
    at = bisect_right(sentences, start, key=lambda one: one[0]) - 1
    if at >= 0:
        first, last = sentences[at]
        if first <= start and end <= last and last - first <= _LONGEST:
            return first, last
    return start, min(end, start + _LONGEST)
