"""An analysis from the tables of the archive, as far as the ledger reads it.

Furniture, paragraphs and sentences come from the text again, which is quick; sections,
quantities and statements from the tables, which is quicker than finding them anew, and holds
when they were found by other rules than today's. Title, findings, brief and plan are left out.

What to call: ``Stored(db, sha256s)`` once for some reports, with the file of ``batch/shelving.py``
attached as ``shelf``, then ``stored.analysis_of(sha256)``.
"""

from collections import defaultdict
from collections.abc import Iterable
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
    Outline,
    Period,
    Problem,
    Profile,
    Quantity,
    Report,
    Section,
    Theme,
)
from zongjie.segmenters.paragraphs import paragraphs
from zongjie.segmenters.sentences import sentences

_QUANTITY = (
    'id, start, "end", kind, value, value_max, unit, bound, ratio, reason, object, action, metric, '
    "change_kind, change_from, change_to, change_amount, rank, period, of, "
    "clause_start, clause_end, section, part_of"
)
_SECTION = (
    'id, parent, level, number, heading, heading_start, heading_end, start, "end", '
    "role, theme, theme_group, theme_probability"
)
_STATEMENT = 'id, start, "end", section'
_IN_ORDER = 'start, "end"'
_REPORT = (
    "path, media_type, encoding, characters, title, organisation, kind, level, places, bodies, "
    "sessions, period_start, period_end, period_label, is_report"
)


class Stored:
    """The rows of some reports, read with one query a table; their texts, from ``shelf``, one by one.

    Raises ``duckdb.Error``.
    """

    def __init__(self, db: duckdb.DuckDBPyConnection, sha256s: Iterable[str]) -> None:
        wanted = sorted(set(sha256s))
        self._db = db
        self._reports = _rows(db, wanted, "reports", _REPORT, "sha256")
        self._sections = _rows(db, wanted, "sections", _SECTION, "start, level")
        self._quantities = _rows(db, wanted, "quantities", _QUANTITY, _IN_ORDER)
        self._problems = _rows(db, wanted, "problems", _STATEMENT, _IN_ORDER)
        self._measures = _rows(db, wanted, "measures", _STATEMENT, _IN_ORDER)

    def analysis_of(self, sha256: str) -> Analysis:
        """The analysis of the report ``sha256``, without findings, brief and plan.

        Raises KeyError if the report is none of those that were asked for.
        """
        ((path, media_type, encoding, characters, *card),) = self._reports[sha256]
        ((text,),) = self._db.execute("SELECT text FROM shelf.texts WHERE sha256 = ?", [sha256]).fetchall()
        report = Report(text, FileFacts(path.rpartition("/")[2], sha256, media_type, encoding, characters))
        cleaned = next(analysis for _, analysis in stages(report))
        spans = paragraphs(cleaned.body)
        sections = tuple(_section(*row) for row in self._sections.get(sha256, ()))
        return replace(
            cleaned,
            outline=Outline(None, sections, tuple(spans), tuple(sentences(cleaned.body, spans))),
            profile=_profile(*card),
            quantities=tuple(_quantity(*row) for row in self._quantities.get(sha256, ())),
            problems=tuple(Problem(*row) for row in self._problems.get(sha256, ())),
            measures=tuple(Measure(*row) for row in self._measures.get(sha256, ())),
        )


def _section(
    id: str, parent: str | None, level: int, number: str | None, heading: str | None,
    heading_start: int | None, heading_end: int | None, start: int, end: int,
    role: Any, label: Any, group: Any, probability: float,
) -> Section:  # fmt: skip
    theme = Theme(label, group, probability) if label else None
    return Section(
        id, parent, level, number, heading, heading_start, heading_end, start, end,
        role, theme, (theme,) if theme else (),
    )  # fmt: skip


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


def _rows(
    db: duckdb.DuckDBPyConnection, wanted: list[str], table: str, columns: str, order: str
) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each report, by its sha256, in their order."""
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    query = f"SELECT sha256, {columns} FROM {table} WHERE sha256 IN (SELECT unnest(?)) ORDER BY {order}"
    for sha256, *row in db.execute(query, [wanted]).fetchall():
        found[sha256].append(tuple(row))
    return found
