"""An analysis from the tables of the archive, as far as the ledger reads it.

Furniture and outline come from the text again, which is quick; roles, themes, quantities and
statements from the tables, which is quicker than finding them anew. Findings, brief and plan
are left out.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import duckdb

from zongjie.analyzer import stages
from zongjie.document import (
    Analysis,
    Change,
    FileFacts,
    Measure,
    Period,
    Problem,
    Profile,
    Quantity,
    Report,
    Theme,
)

_QUANTITY = (
    'id, start, "end", kind, value, value_max, unit, bound, ratio, reason, object, action, metric, '
    "change_kind, change_from, change_to, change_amount, rank, period, of, "
    "clause_start, clause_end, section, part_of"
)
_REPORT = (
    "path, sha256, media_type, encoding, characters, text, title, organisation, kind, level, places, bodies, "
    "sessions, period_start, period_end, period_label, is_report"
)


def analysis_of(db: duckdb.DuckDBPyConnection, sha256: str) -> Analysis:
    """The analysis of the report ``sha256``, without findings, brief and plan."""
    (told,) = db.execute(f"SELECT {_REPORT} FROM reports WHERE sha256 = ?", [sha256]).fetchall()
    path, sha256, media_type, encoding, characters, text, *card = told
    facts = FileFacts(path.rpartition("/")[2], sha256, media_type, encoding, characters)
    analysis = _outlined(Report(text, facts))
    return replace(
        analysis,
        outline=replace(analysis.outline, sections=_classified(db, sha256, analysis)),
        profile=_profile(*card),
        quantities=tuple(_quantity(*row) for row in _rows(db, sha256, "quantities", _QUANTITY)),
        problems=tuple(Problem(*row) for row in _rows(db, sha256, "problems", 'id, start, "end", section')),
        measures=tuple(Measure(*row) for row in _rows(db, sha256, "measures", 'id, start, "end", section')),
    )


def _outlined(report: Report) -> Analysis:
    steps = stages(report)
    return next(analysis for stage, analysis in steps if stage == "segment")


def _classified(db: duckdb.DuckDBPyConnection, sha256: str, analysis: Analysis) -> tuple[Any, ...]:
    columns = "id, role, theme, theme_group, theme_probability"
    told = {row[0]: row[1:] for row in _rows(db, sha256, "sections", columns)}
    sections = []
    for section in analysis.sections:
        role, label, group, probability = told[section.id]
        theme = Theme(label, group, probability) if label else None
        sections.append(replace(section, role=role, theme=theme, themes=(theme,) if theme else ()))
    return tuple(sections)


def _profile(
    title: str, organisation: str, kind: Any, level: Any, places: list[str], bodies: list[str],
    sessions: list[str], start: Any, end: Any, label: str, is_report: bool,
) -> Profile:  # fmt: skip
    return Profile(
        title, organisation, kind, level, tuple(places), tuple(bodies), tuple(sessions),
        Period(start, end, label) if start else None, is_report=is_report,
    )  # fmt: skip


def _quantity(
    id: str, start: int, end: int, kind: Any, value: float | None, value_max: float | None, unit: str | None,
    bound: Any, ratio: list[int], reason: str | None, object: str | None, action: str | None,
    metric: str | None, change: str | None, from_: float | None, to: float | None, amount: float | None,
    rank: int | None, period: str | None, of: str | None, clause_start: int | None, clause_end: int | None,
    section: str | None, part_of: str | None,
) -> Quantity:  # fmt: skip
    return Quantity(
        id, start, end, kind, _decimal(value), _decimal(value_max), unit, bound,
        (ratio[0], ratio[1]) if ratio else None, reason, object, action, metric,
        Change(change, _decimal(from_), _decimal(to), _decimal(amount)) if change is not None else None,
        rank, period, of,
        None if clause_start is None or clause_end is None else (clause_start, clause_end),
        section, part_of=part_of,
    )  # fmt: skip


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(repr(value))


def _rows(db: duckdb.DuckDBPyConnection, sha256: str, table: str, columns: str) -> list[tuple[Any, ...]]:
    return db.execute(
        f'SELECT {columns} FROM {table} WHERE sha256 = ? ORDER BY start, "end"', [sha256]
    ).fetchall()
