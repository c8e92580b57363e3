"""Runs the checks over an analysis and turns alarms into findings."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from zongjie.checks.base import Alarm, Check
from zongjie.checks.once import forget
from zongjie.checks.registry import Registered, all_checks
from zongjie.checks.suppression import with_suppressed
from zongjie.document import Analysis, Finding, Related
from zongjie.document.report_pair import Match
from zongjie.settings import Settings

_NEIGHBOURHOOD = 20  # characters either side that a finding is known again by


def run_checks(
    analysis: Analysis,
    settings: Settings | None = None,
    sources: Sequence[Analysis] = (),
    matches: Sequence[Match] = (),
) -> tuple[Finding, ...]:
    """All findings, in order of place; ids are "f1", "f2", … in that order.

    Checks that compare a draft with its ``sources``, or a report with what an archive has in common
    with it (``matches``), run only where there are some.
    ``fingerprint`` is stable under insertions elsewhere in the text.
    """
    settings = settings or Settings()
    findings = [
        _finding(one.check, alarm, analysis, settings)
        for one in all_checks()
        if settings.wants(one.check.code)
        for alarm in _alarms(one, analysis, settings, sources, matches)
    ]
    forget()
    findings.sort(key=lambda f: (f.start, f.end, f.code))
    report = analysis.report
    return with_suppressed(_numbered(findings), report.text, report.source.name, settings)


def _alarms(
    one: Registered,
    analysis: Analysis,
    settings: Settings,
    sources: Sequence[Analysis],
    matches: Sequence[Match],
) -> Iterable[Alarm]:
    if one.check.needs == "report":
        return one.find(analysis, settings)
    held_against = sources if one.check.needs == "draft" else matches
    return one.find(analysis, settings, held_against) if held_against else ()


def _finding(check: Check, alarm: Alarm, analysis: Analysis, settings: Settings) -> Finding:
    english = settings.lang == "en"
    own = alarm.severity or check.severity
    return Finding(
        id="",
        code=check.code,
        name=check.name,
        severity=settings.severity.get(check.code, own),  # type: ignore[arg-type]
        message=alarm.en if english else alarm.zh,
        start=alarm.start,
        end=alarm.end,
        caveat=alarm.caveat_en if english else alarm.caveat_zh,
        related=tuple(
            Related(one.start, one.end, one.en if english else one.zh, one.doc) for one in alarm.related
        ),
        evidence=dict(alarm.evidence),
        fix=alarm.fix,
        preview=check.preview,
        fingerprint=_fingerprint(check.code, analysis.report.text, alarm.start, alarm.end),
    )


def _fingerprint(code: str, text: str, start: int, end: int) -> str:
    around = (text[max(0, start - _NEIGHBOURHOOD) : start], text[end : end + _NEIGHBOURHOOD])
    words = "\x1f".join((code, text[start:end], *around))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _numbered(findings: list[Finding]) -> tuple[Finding, ...]:
    seen: Counter[str] = Counter()
    numbered = []
    for at, one in enumerate(findings, 1):
        ordinal = seen[one.fingerprint]
        seen[one.fingerprint] += 1
        numbered.append(replace(one, id=f"f{at}", fingerprint=f"{one.fingerprint}-{ordinal}"))
    return tuple(numbered)
