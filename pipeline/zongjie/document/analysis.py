"""Everything known about one report: the report and the layers laid over it."""

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import attrgetter

from zongjie.document.finding import Finding
from zongjie.document.plan import Plan
from zongjie.document.profile import Profile
from zongjie.document.quantity import Quantity
from zongjie.document.report import Removed, Report
from zongjie.document.section import Outline, Section
from zongjie.document.statement import Award, Measure, Problem
from zongjie.document.summary import Summary

_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Analysis:
    """A report and its layers, frozen. Stages add a layer by ``dataclasses.replace``.

    ``body`` is the text with scrape furniture blanked out, of the same length, so that an
    offset means the same in both. It is what every stage reads.
    """

    report: Report
    body: str
    removed: tuple[Removed, ...] = ()
    outline: Outline = field(default_factory=lambda: Outline(None, (), (), ()))
    profile: Profile = field(default_factory=Profile)
    quantities: tuple[Quantity, ...] = ()
    problems: tuple[Problem, ...] = ()
    measures: tuple[Measure, ...] = ()
    awards: tuple[Award, ...] = ()
    findings: tuple[Finding, ...] = ()
    summary: Summary = field(default_factory=Summary)
    plan: Plan = field(default_factory=Plan)

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.outline.sections

    @property
    def achievements(self) -> tuple[Quantity, ...]:
        """The quantities of kind achievement: the same objects, the same ids."""
        return tuple(q for q in self.quantities if q.kind == "achievement")

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that holds ``offset``."""
        return section_at(self.sections, offset)


def section_at(sections: tuple[Section, ...], offset: int) -> Section | None:
    """The innermost of ``sections`` (in reading order, as ``Outline`` keeps them) at ``offset``.

    Logarithmic: the last section that starts at or before ``offset`` is the innermost one,
    because siblings follow one another without a gap; what lies past its end belongs to none.
    """
    at = bisect_right(sections, offset, key=_START)
    if at == 0:
        return None
    section = sections[at - 1]
    return section if offset < section.end else None
