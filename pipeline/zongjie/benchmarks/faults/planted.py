"""A report with a fault in it, and the places where faults may go."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from zongjie.document import Analysis, Role

Make = Callable[[Random], str]
"""Makes a sentence with the fault marked by ⟦ ⟧."""


@dataclass(frozen=True, slots=True)
class Planted:
    """``text`` holds a fault that the check ``code`` should tell, in ``[start, end)``.

    ``name`` is the file's name that belongs to it (None: any), ``source`` the report that a draft
    with the fault rests on.
    """

    code: str
    text: str
    start: int
    end: int
    name: str | None = None
    source: str | None = None


Change = Callable[[Analysis, Random], Planted | None]
"""Damages a report; None where it has no fit place."""


def made_of(*templates: str) -> Make:
    """One of ``templates``, with {a} < {b} < {c} drawn between 12 and 96 and {n} between 2 and 9."""

    def make(random: Random) -> str:
        a, b, c = sorted(random.sample(range(12, 97), 3))
        return random.choice(templates).format(a=a, b=b, c=c, n=random.randint(2, 9))

    return make


def sentence_end(analysis: Analysis, random: Random, role: Role = "achievement") -> int | None:
    """A place behind a sentence in a paragraph of prose in a section of ``role``, or None."""
    text, body = analysis.report.text, analysis.body
    ends = [
        end
        for _, end in analysis.outline.sentences
        if body[end - 1 : end] == "。"
        and text[end : end + 1] not in "”』」）"
        and (section := analysis.section_at(end - 1)) is not None
        and section.role == role
        and end - 1 > section.body_start
    ]
    return random.choice(ends) if ends else None


def inserted(code: str, text: str, at: int, marked: str) -> Planted:
    """``text`` with the sentence ``marked`` at ``at``; ⟦ ⟧ in it mark the fault."""
    before, _, rest = marked.partition("⟦")
    fault, _, after = rest.partition("⟧")
    start = at + len(before)
    return Planted(code, text[:at] + before + fault + after + text[at:], start, start + len(fault))


def replaced(code: str, text: str, start: int, end: int, words: str) -> Planted:
    """``text`` with ``words`` in the place of ``[start, end)``."""
    return Planted(code, text[:start] + words + text[end:], start, start + max(1, len(words)))
