"""The one place that knows the order of the stages."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from zongjie.checks import run_checks
from zongjie.classifiers import classify
from zongjie.cleaners import clean
from zongjie.document import Analysis, Finding, Report, blank_out
from zongjie.drafters import draft
from zongjie.extractors import extract
from zongjie.readers import read, report_of
from zongjie.segmenters import segment
from zongjie.settings import Settings
from zongjie.summarizers import summarize


def analyse(text: str, settings: Settings | None = None) -> Analysis:
    """Analyse a report given as text.

    Raises ``EmptyInput`` if there is nothing but white space in it.
    """
    return analyse_report(report_of(text), settings)


def analyse_file(path: str | Path, settings: Settings | None = None) -> Analysis:
    """Read a file (.txt, .md, .html, .docx; told by content) and analyse it.

    Raises an ``InputError`` (see ``zongjie.errors``) if it cannot be read.
    """
    settings = settings or Settings()
    return analyse_report(read(Path(path), max_size=settings.max_size), settings)


def analyse_report(report: Report, settings: Settings | None = None) -> Analysis:
    """All stages over a report already read, from the cleaners to the draft plan."""
    settings = settings or Settings()
    analysis = check_report(report, settings)
    analysis = replace(analysis, summary=summarize(analysis))

    def verify(plan_text: str) -> tuple[Finding, ...]:
        return _check_plan(plan_text, analysis, settings)

    return replace(analysis, plan=draft(analysis, verify))


def check_report(
    report: Report, settings: Settings | None = None, sources: Sequence[Analysis] = ()
) -> Analysis:
    """The stages up to the findings, without brief and plan: what ``zongjie check`` needs.

    ``sources`` are the analysed reports that a draft is held against (GR01 to GR04).
    """
    analysis = understand(report)
    return replace(analysis, findings=run_checks(analysis, settings, sources))


def understand(report: Report) -> Analysis:
    """The stages up to the extractors: what the report says, before anything is judged."""
    removed = clean(report)
    body = blank_out(report.text, removed)
    outline = segment(body)
    outline = replace(outline, sections=classify(body, outline))
    analysis = Analysis(report=report, body=body, removed=removed, outline=outline)
    return extract(analysis)


def _check_plan(text: str, past: Analysis, settings: Settings) -> tuple[Finding, ...]:
    """The checks over a drafted plan against its report, with places told as the plan's own."""
    checked = check_report(report_of(text, name="plan.txt"), settings, (past,))
    here = past.report.source.sha256

    def place(doc: str | None) -> str | None:
        return "plan" if doc is None else None if doc == here else doc

    return tuple(
        replace(f, related=tuple(replace(r, doc=place(r.doc)) for r in f.related)) for f in checked.findings
    )
