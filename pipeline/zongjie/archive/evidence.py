"""What the clauses of a report could be evidence of: their terms, their names, which tell of the past."""

import re
from functools import lru_cache

from zongjie.archive.abbreviations import shortened
from zongjie.archive.clauses import clauses
from zongjie.archive.zones import NOTES, plan_sections
from zongjie.comparing.similarity import content_words
from zongjie.document import Analysis

_NOT_PAST = re.compile(  # a shortfall, or a promise that stands outside the plan
    r"困难|挑战|还不|不够|不足|有待|短板|不高|不强|偏弱|偏低|差距|尚未|滞后|压力|制约|相当严重"
    r"|^(?:我们|各级|各地|今年|明年|今后|一定)?(?:要|必须|应当|须|将|力争|确保|努力把|继续坚持)"
)
_QUOTED = re.compile(r"[“《]([^”》]{2,20})[”》]")
_NUMBERED = re.compile(r"[0-9]{2,4}条")  # a policy known by the number of its articles


def terms(text: str) -> list[str]:
    """Content words, and the character pairs within those of more than two characters."""
    return _terms(shortened(text))


def _terms(text: str) -> list[str]:
    return [term for word in content_words(text) for term in with_pairs(word)]


@lru_cache(maxsize=1 << 16)
def with_pairs(word: str) -> tuple[str, ...]:
    """A word, and the pairs of characters within it where it is long."""
    pairs = (word[at : at + 2] for at in range(len(word) - 1)) if len(word) > 2 else ()
    return word, *pairs


def names_in(text: str) -> frozenset[str]:
    """Names in quotation marks or brackets, and policies known by their number of articles."""
    return frozenset([*_QUOTED.findall(text), *_NUMBERED.findall(text)])


def past_and_other_clauses(analysis: Analysis) -> list[tuple[int, int, bool]]:
    """The clauses outside plans and notes, each with whether it tells of what was done."""
    sections = analysis.sections
    away = [(s.start, s.end) for s in plan_sections(sections)]
    away += [(s.start, s.end) for s in sections if NOTES.search(s.heading or "")]
    away.sort()
    found, index, reached = [], 0, 0
    for clause in clauses(analysis.body, 0, len(analysis.body)):
        while index < len(away) and away[index][0] <= clause[0]:
            reached = max(reached, away[index][1])
            index += 1
        if clause[0] >= reached:
            found.append((*clause, _NOT_PAST.search(analysis.body, *clause) is None))
    return found
