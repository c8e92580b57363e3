"""The nouns of the project: frozen dataclasses over code-point spans, standard library only."""

from zongjie.document.analysis import Analysis, section_at
from zongjie.document.finding import Finding, Related, Severity
from zongjie.document.plan import Computed, Dropped, Plan, PlanItem, PlanSentence, Quote, Slot
from zongjie.document.profile import BodyKind, Evidence, Level, Period, Profile
from zongjie.document.quantity import Bound, Change, Quantity, QuantityKind
from zongjie.document.report import FileFacts, Origin, Removed, RemovedKind, Report, blank_out, even_line_ends
from zongjie.document.section import ROLES, Outline, Role, Section, Theme, ThemeGroup
from zongjie.document.span import Source, Span
from zongjie.document.statement import Award, Measure, Problem
from zongjie.document.summary import Summary, SummarySentence

__all__ = [
    "ROLES", "Analysis", "Award", "BodyKind", "Bound", "Change", "Computed", "Dropped", "Evidence",
    "FileFacts", "Finding", "Level", "Measure", "Origin", "Outline", "Period", "Plan", "PlanItem",
    "PlanSentence", "Problem", "Profile", "Quantity", "QuantityKind", "Quote", "Related", "Removed",
    "RemovedKind", "Report", "Role", "Section", "Severity", "Slot", "Source", "Span", "Summary",
    "SummarySentence", "Theme", "ThemeGroup", "blank_out", "even_line_ends", "section_at",
]  # fmt: skip
