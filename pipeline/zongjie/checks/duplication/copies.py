"""What DU01 and DU02 share: the passages of a report, told apart, and their evidence."""

import re
from collections.abc import Iterator

from zongjie.checks.base import Side
from zongjie.checks.once import once
from zongjie.comparing.differences import Difference
from zongjie.comparing.repeats import RepeatedPassage, repeated_passages
from zongjie.document import Analysis
from zongjie.document.finding import EvidenceValue

_SHOWN = 20  # differences in the evidence
_LONGEST = 40  # characters of a difference that are shown
_GLOSSARY = re.compile(
    r"^[ \t　*#【（(—-]{0,8}(?:《?政府工作报告》?(?:中|有关|部分|相关)|有关|部分|相关|附[:：])?"
    r"(?:名词|用语|术语|词语|注释|注解|附件|附注|附录)(?:解释|注释|说明|和说明)?[ \t　*】）):：0-9]{0,8}$",
    re.MULTILINE,
)
_QUOTES = re.compile("原文[:：][ \u3000“「]{0,2}$")  # a glossary after the report that quotes it
_SENTENCE_ENDS = "。！？!?;；\n"


@once
def passages(analysis: Analysis) -> tuple[RepeatedPassage, ...]:
    """The repeated passages of a report; not its title, nor what a glossary after it takes up."""
    found = repeated_passages(analysis.body)
    if not found:
        return ()
    title = analysis.outline.title or (-1, -1)
    glossary = _glossary(analysis.body)
    return tuple(
        one
        for one in found
        if not any(_within(place, title) for place in one.places)
        and not any(_QUOTES.search(analysis.body, max(0, at - 5), at) for at, _ in one.places[1:])
        and (one.identical or one.places[-1][0] < glossary)
        and (one.places[0][0] >= glossary or one.places[-1][0] < glossary)
    )


def _glossary(body: str) -> int:
    """Where the glossary (名词解释) after a report begins; the end of the text where there is none."""
    return next((found.start() for found in _GLOSSARY.finditer(body, len(body) * 2 // 5)), len(body))


def is_one_sentence(analysis: Analysis, passage: RepeatedPassage) -> bool:
    """Whether the two places say the same, and that in one sentence."""
    start, end = passage.places[0]
    inner = analysis.body[start:end].rstrip(_SENTENCE_ENDS + " ”’\"')）")
    return passage.identical and passage.times == 2 and not any(c in _SENTENCE_ENDS for c in inner)


def other_places(passage: RepeatedPassage) -> tuple[Side, ...]:
    """The places but the first, as the finding's other sides."""
    return tuple(Side(start, end, "重复处", "the repeat") for start, end in passage.places[1:])


def evidence(analysis: Analysis, passage: RepeatedPassage) -> dict[str, EvidenceValue]:
    """Length, share that is equal, times, and the differences as (offset, words, offset, words)."""
    start, end = passage.places[0]
    return {
        "characters": end - start,
        "share_equal": passage.share,
        "characters_outside_set_phrases": passage.fresh,
        "times": passage.times,
        "differences": tuple(_shown(analysis, passage.differences)),
        "differences_in_all": len(passage.differences),
    }


def _shown(analysis: Analysis, differences: tuple[Difference, ...]) -> Iterator[EvidenceValue]:
    for one in differences[:_SHOWN]:
        here = analysis.report.text[one.start : one.end][:_LONGEST]
        there = analysis.report.text[one.other_start : one.other_end][:_LONGEST]
        yield one.start, here, one.other_start, there


def _within(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]
