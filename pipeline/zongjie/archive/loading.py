"""What the archive's questions need, read from the database that ``zongjie batch`` made."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from zongjie.archive.recurring import ToldProblem
from zongjie.archive.series import Row
from zongjie.errors import SettingsError
from zongjie.stores.querying import ask


def bodies_named(archive: Path, names: Sequence[str]) -> list[str]:
    """The bodies whose name holds one of ``names``, in that order; all of them for none.

    Raises ``SettingsError`` for a name that no body of the archive has.
    """
    known = [str(row[0]) for row in _rows(archive, _BODIES)]
    if not names:
        return known
    found: dict[str, None] = {}
    for name in names:
        those = [name] if name in known else [one for one in known if name in one]
        if not those:
            raise SettingsError(f"档案里没有单位{name}。", f"the archive has no body named {name}.")
        found.update(dict.fromkeys(those))
    return list(found)


def metric_rows(archive: Path, bodies: Sequence[str]) -> list[Row]:
    """The rows of ``metric_values`` of these bodies with days, a report told twice left out."""
    again = told_again(archive)
    rows = _rows(archive, _METRICS.format(among=_among("m.organisation", bodies)))
    return [Row(*row) for row in rows if row[10] not in again]


def told_problems(archive: Path, bodies: Sequence[str]) -> dict[str, list[ToldProblem]]:
    """The problems that each body admitted."""
    again = told_again(archive)
    found: dict[str, list[ToldProblem]] = defaultdict(list)
    for body, *problem in _rows(
        archive, _PROBLEMS.format(among=_among("coalesce(r.body, r.organisation)", bodies))
    ):
        if problem[2] not in again:
            found[body].append(ToldProblem(*problem))
    return found


def theme_shares(archive: Path, bodies: Sequence[str]) -> list[tuple[str, int, str, float]]:
    """(body, year, theme group, share of the characters) for every year that a report tells of."""
    again = told_again(archive)
    totals: dict[tuple[str, int], float] = defaultdict(float)
    parts: dict[tuple[str, int, str], float] = defaultdict(float)
    for body, year, sha256, group, size in _rows(
        archive, _THEMES.format(among=_among("coalesce(r.body, r.organisation)", bodies))
    ):
        if sha256 not in again:
            totals[body, year] += size
            parts[body, year, group] += size
    return [(*key, size / totals[key[:2]]) for key, size in sorted(parts.items()) if totals[key[:2]]]


def told_again(archive: Path) -> frozenset[str]:
    """The reports that are second copies of another (``reports.repost_of``)."""
    return frozenset(str(row[0]) for row in _rows(archive, _REPOSTS))


def matching(archive: Path, condition: str, limit: int) -> Iterator[tuple[Any, ...]]:
    """Body, year, words of the figure, its clause, sha256 and place, the largest figures first."""
    yield from _rows(archive, _SEARCH.format(condition=condition, limit=limit))


def _rows(archive: Path, sql: str) -> Iterator[tuple[Any, ...]]:
    yield from ask(archive, sql).rows


def _among(column: str, names: Sequence[str]) -> str:
    quoted = ", ".join("'" + name.replace("'", "''") + "'" for name in names)
    return f"{column} IN ({quoted or 'NULL'})"


_BODIES = """
SELECT coalesce(body, organisation) FROM reports WHERE organisation IS NOT NULL
GROUP BY 1 ORDER BY count(*) DESC, 1"""
_REPOSTS = "SELECT sha256 FROM reports WHERE repost_of IS NOT NULL"
_METRICS = """
SELECT m.organisation, m.metric, m.change_kind, m.period_start, m.period_end, m.value, m.value_max, m.unit,
  m.bound, m.role, m.sha256, m.start, m."end", year(r.period_end)
FROM metric_values m JOIN reports r ON r.sha256 = m.sha256
WHERE {among} AND m.period_start IS NOT NULL AND r.period_end IS NOT NULL
ORDER BY r.period_end, m.start"""
_PROBLEMS = """
SELECT coalesce(r.body, r.organisation), year(r.period_end), p.words, p.sha256, p.start, p."end"
FROM problems p JOIN reports r ON r.sha256 = p.sha256
WHERE {among} AND r.period_end IS NOT NULL ORDER BY r.period_end, p.start"""
_THEMES = """
SELECT coalesce(r.body, r.organisation), year(r.period_end), s.sha256, s.theme_group, sum(s."end" - s.start)
FROM sections s JOIN reports r ON r.sha256 = s.sha256
WHERE {among} AND r.period_end IS NOT NULL AND s.theme_group IS NOT NULL AND s.role IN ('achievement', 'plan')
  AND NOT EXISTS (SELECT 1 FROM sections c WHERE c.sha256 = s.sha256 AND c.parent = s.id)
GROUP BY ALL"""
_SEARCH = """
SELECT coalesce(r.body, r.organisation), year(r.period_end), q.words,
  substr(r.text, q.clause_start + 1, q.clause_end - q.clause_start), q.sha256, q.start, q."end", q.kind
FROM quantities q JOIN reports r ON r.sha256 = q.sha256
WHERE q.kind IN ('achievement', 'target', 'baseline') AND q.value IS NOT NULL AND {condition}
ORDER BY q.value DESC, r.period_end DESC LIMIT {limit}"""
