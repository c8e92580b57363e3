"""One analysis as rows of the archive's tables, in the order of ``columns``.

The names are those of the JSON contract (``zongjie/1``); a nested object becomes columns
(``change.kind`` is ``change_kind``), a decimal a double beside the words it was read from.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from zongjie.document import (
    Analysis,
    Award,
    Finding,
    Measure,
    PlanItem,
    Problem,
    Quantity,
    Section,
    Theme,
)
from zongjie.document.ledger import Ledger, LedgerEntry
from zongjie.document.metric_value import MetricValue

Row = tuple[Any, ...]
Body = tuple[str | None, str | None, str | None, str | None]  # key, name, rule, doubt
_LONGEST = 200  # characters of a finding's words


def report_row(analysis: Analysis, body: Body) -> Row:
    """The row of ``reports``, without sha256 and path."""
    source, profile, period = analysis.report.source, analysis.profile, analysis.profile.period
    return (
        source.media_type, source.encoding, source.characters,
        profile.title, profile.organisation, *body, profile.kind, profile.level,
        profile.places, profile.bodies, profile.sessions,
        period and period.start, period and period.end, period and period.label,
        profile.is_report, analysis.summary.text, analysis.plan.title, analysis.plan.text,
        analysis.report.text,
    )  # fmt: skip


def child_rows(analysis: Analysis, metric_values: Iterable[MetricValue] = ()) -> dict[str, list[Row]]:
    """The rows of every other table, by its name, without sha256."""
    text = analysis.report.text
    return {
        "sections": [_section(one) for one in analysis.sections],
        "quantities": [_quantity(one, text) for one in analysis.quantities],
        "awards": [_award(one) for one in analysis.awards],
        "problems": [_statement(one, text) for one in analysis.problems],
        "measures": [_statement(one, text) for one in analysis.measures],
        "findings": [_finding(one, text) for one in analysis.findings],
        "plan_items": [_plan_item(one) for one in analysis.plan.items],
        "metric_values": [_metric_value(one) for one in metric_values],
    }


def _section(s: Section) -> Row:
    return (
        s.id, s.parent, s.level, s.number, s.heading, s.heading_start, s.heading_end,
        s.start, s.end, s.role, *_theme(s.theme), s.theme and round(float(s.theme.probability), 4),
    )  # fmt: skip


def _theme(theme: Theme | None) -> tuple[str | None, str | None]:
    return (theme.label, theme.group) if theme else (None, None)


def _quantity(q: Quantity, text: str) -> Row:
    change, clause = q.change, q.clause or (None, None)
    return (
        q.id, q.start, q.end, text[q.start : q.end], q.kind, _number(q.value), _number(q.value_max),
        q.unit, q.bound, q.ratio or (), q.reason, q.object, q.action, q.metric,
        change and change.kind, change and _number(change.from_), change and _number(change.to),
        change and _number(change.amount), q.rank, q.period, q.of, q.part_of, *clause, q.section,
    )  # fmt: skip


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _award(award: Award) -> Row:
    return (award.start, award.end, award.title, award.level, award.recipient)


def _statement(told: Problem | Measure, text: str) -> Row:
    return (told.id, told.start, told.end, text[told.start : told.end], told.section)


def _finding(f: Finding, text: str) -> Row:
    return (
        f.id, f.code, f.name, f.severity, f.preview, f.message, f.caveat, f.start, f.end,
        text[f.start : min(f.end, f.start + _LONGEST)], f.fix, f.suppressed, f.fingerprint,
    )  # fmt: skip


def _plan_item(item: PlanItem) -> Row:
    return (
        item.id, item.level, item.heading, item.start, item.end, *_theme(item.theme),
        len(item.sentences), item.answers, item.carries,
    )  # fmt: skip


def _metric_value(m: MetricValue) -> Row:
    return (
        m.organisation, m.metric, m.change_kind, m.period_start, m.period_end,
        _number(m.value), _number(m.value_max), m.unit, m.bound, m.role, m.start, m.end,
    )  # fmt: skip


def promise_rows(ledger: Ledger, lang: str) -> list[Row]:
    """The rows of ``promises`` for two reports, without their sha256; reasons in ``lang``."""
    return [_promise(entry, ledger, lang) for entry in ledger.entries]


def _promise(entry: LedgerEntry, ledger: Ledger, lang: str) -> Row:
    p, best = entry.promise, entry.evidence[0] if entry.evidence else None
    return (
        p.id, p.start, p.end, ledger.last.text[p.start : p.end], p.section, p.object, p.action, p.metric,
        _number(p.value), _number(p.value_max), p.unit, p.bound, p.change_kind, p.due, entry.status,
        best and best[0], best and best[1], best and ledger.this.text[best[0] : best[1]],
        [place for one in entry.evidence for place in one], entry.reason(lang), entry.score,
    )  # fmt: skip
