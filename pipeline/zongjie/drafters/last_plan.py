"""The rubrics of last period's plan, filled with what this period's report says of each.

A body keeps its rubrics from year to year; who has last period's report gives the draft its structure.
Only headings are taken from there; what stands under them is read in this report, so that nothing is
told a second time, and a rubric of which this report says nothing is left out.
"""

from collections.abc import Set

from zongjie.document import Analysis
from zongjie.drafters.clauses import Clause
from zongjie.drafters.content import ContentPlan
from zongjie.drafters.own_words import own_words
from zongjie.drafters.rubrics import Rubric, own_rubrics

_MOST = 12  # deeds of a rubric


def last_rubrics(
    last: Analysis, analysis: Analysis, content: ContentPlan, turn: int = 0
) -> tuple[Rubric, ...]:
    """The rubrics of ``last``'s plan of which ``analysis`` speaks, with deeds and places of the latter."""
    found = []
    for rubric in own_rubrics(last, turn):
        words = own_words(rubric.heading)
        place = place_of(words, analysis)
        if place is None:
            continue
        label = rubric.theme.label if rubric.theme else ""
        deeds = [
            promise.deed
            for strand in content.strands
            for promise in strand.promises
            if strand.theme.label == label or own_words(promise.deed.object) & words
        ]
        clauses = tuple(
            Clause(deed.start, deed.end, f"{deed.verb}{deed.object}", len(own_words(deed.object) & words))
            for deed in deeds[:_MOST]
        )
        found.append(Rubric(rubric.heading, *place, rubric.theme, clauses))
    return tuple(found)


def place_of(words: Set[str], analysis: Analysis) -> tuple[int, int] | None:
    """The sentence of the report that names most of ``words``; None where none names any."""
    there = [word for word in words if word in analysis.body]
    most, best = 0, None
    for start, end in analysis.outline.sentences if there else ():
        count = sum(analysis.body.find(word, start, end) >= 0 for word in there)
        if count > most:
            most, best = count, (start, end)
            if most == len(there):
                break
    return best
