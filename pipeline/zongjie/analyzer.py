"""The one place that knows the order of the stages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from zongjie.checks import run_checks
from zongjie.checks.suppression import as_furniture, beside_notes, notes_in
from zongjie.classifiers import classify
from zongjie.classifiers.engines import models_of
from zongjie.cleaners import clean
from zongjie.document import Analysis, Finding, Plan, Report, blank_out
from zongjie.document.report_pair import Match
from zongjie.extractors import extract
from zongjie.extractors.measures import extract_measures
from zongjie.extractors.problems import extract_problems
from zongjie.extractors.profile import extract_profile
from zongjie.extractors.quantities import extract_quantities
from zongjie.readers import read, report_of
from zongjie.segmenters import segment
from zongjie.settings import Settings

if TYPE_CHECKING:
    from zongjie.drafters.language_model.conversation import Generate
    from zongjie.drafters.precedents import Precedents


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
    return _after("draft", stages(report, settings))


def check_report(
    report: Report,
    settings: Settings | None = None,
    sources: Sequence[Analysis] = (),
    matches: Sequence[Match] = (),
) -> Analysis:
    """The stages up to the findings, without brief and plan: what ``zongjie check`` needs.

    ``sources`` are the analysed reports that a draft is held against (GR01 to GR04), ``matches``
    what the report shares with an archive's (DU03, DU04; ``archive.repeats.matches_of``).
    """
    return _after("check", stages(report, settings, sources, matches))


def understand(report: Report) -> Analysis:
    """The stages up to the extractors: what the report says, before anything is judged."""
    return _after("extract", stages(report))


def skim(report: Report) -> Analysis:
    """What a report admits and promises: outline, problems and measures, no figures and no checks."""
    analysis = _after("classify", stages(report))
    return replace(analysis, problems=extract_problems(analysis), measures=extract_measures(analysis))


def stages(
    report: Report,
    settings: Settings | None = None,
    sources: Sequence[Analysis] = (),
    matches: Sequence[Match] = (),
) -> Iterator[tuple[str, Analysis]]:
    """The stages in their order, each with the analysis as it stands after it.

    A stage runs when its turn is asked for, so that a caller may stop early or time each one.
    """
    settings = settings or Settings()
    notes = notes_in(report.text)
    removed = beside_notes(clean(report), notes)
    body = blank_out(report.text, (*removed, *as_furniture(notes)))
    analysis = Analysis(report=report, body=body, removed=removed)
    yield "clean", analysis
    analysis = replace(analysis, outline=segment(analysis.body))
    yield "segment", analysis
    models = models_of(settings.engine, settings.model)
    sections = classify(analysis.body, analysis.outline, models)
    analysis = replace(analysis, outline=replace(analysis.outline, sections=sections))
    yield "classify", analysis
    analysis = extract(analysis)
    yield "extract", analysis
    analysis = replace(analysis, findings=run_checks(analysis, settings, sources, matches))
    yield "check", analysis
    # imported here, since checking a report needs neither
    from zongjie.drafters import draft
    from zongjie.summarizers import summarize

    analysis = replace(analysis, summary=summarize(analysis))
    yield "summarize", analysis
    verify = partial(check_plan, past=analysis, settings=settings)
    yield "draft", replace(analysis, plan=draft(analysis, verify))


def draft_report(
    report: Report,
    settings: Settings | None = None,
    *,
    length: int | None = None,
    outline: str | None = None,
    generate: "Generate | None" = None,
    known: "Precedents | None" = None,
    last: Analysis | None = None,
) -> Analysis:
    """All stages, with a plan of about ``length`` characters or after an edited ``outline``.

    ``generate`` is a language model that words the plan (``drafters.language_model``), ``known``
    what other reports did about such problems (``archive.experience``), ``last`` the same body's
    report before this one (``understand``), whose plan lends its headings.
    Raises ``SettingsError`` if the outline is none, or one of another report, and ``ModelError``
    if the model cannot be had.
    """
    from zongjie.drafters import draft

    settings = settings or Settings()
    analysis = _after("summarize", stages(report, settings))
    verify = partial(check_plan, past=analysis, settings=settings)
    return replace(analysis, plan=draft(analysis, verify, length, outline, generate, known, last))


def outline_report(
    report: Report,
    settings: Settings | None = None,
    *,
    length: int | None = None,
    known: "Precedents | None" = None,
    last: Analysis | None = None,
) -> str:
    """The content plan of the next plan as JSON, for a person to edit (see ``draft_report``)."""
    from zongjie.drafters import outline_of

    return outline_of(_after("check", stages(report, settings)), length, known, last)


def _after(last: str, steps: Iterator[tuple[str, Analysis]]) -> Analysis:
    return next(analysis for stage, analysis in steps if stage == last)


def check_plan(plan: Plan, past: Analysis, settings: Settings) -> tuple[Finding, ...]:
    """The checks over a drafted plan against its report, with places told as the plan's own.

    Cleaners and classifiers are not asked: the text is ours, and all of it is plan.
    """
    report = report_of(plan.text, name="plan.txt")
    outline = segment(report.text)
    sections = tuple(replace(section, role="plan") for section in outline.sections)
    drafted = Analysis(report, report.text, outline=replace(outline, sections=sections))
    drafted = replace(drafted, profile=extract_profile(drafted))
    drafted = replace(drafted, quantities=extract_quantities(drafted))
    findings = run_checks(drafted, settings, (past,))
    here = past.report.source.sha256

    def place(doc: str | None) -> str | None:
        return "plan" if doc is None else None if doc == here else doc

    return tuple(replace(f, related=tuple(replace(r, doc=place(r.doc)) for r in f.related)) for f in findings)
