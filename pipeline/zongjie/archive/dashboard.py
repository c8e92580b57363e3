"""Gathers what the dashboard shows from the database of an archive."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zongjie.archive.loading import bodies_named, metric_rows, told_again, told_problems
from zongjie.archive.metric_names import is_known
from zongjie.archive.recurring import recurring
from zongjie.archive.series import series_of
from zongjie.document.ledger import STATUSES
from zongjie.document.series import Series, Telling
from zongjie.lexicons.themes import taxonomy
from zongjie.renderers.dashboard.data import DashboardData
from zongjie.renderers.series import number
from zongjie.stores.querying import ask

METRICS = 14  # the metrics that most bodies tell
_NOTES, _KEPT, _PROBLEMS, _FIGURES = 4_000, 12_000, 600, 12
_WIDEST, _BEFORE = 110, 60  # characters of a sentence, and of it before the clause


def gathered(archive: Path, lang: str = "zh") -> DashboardData:
    """All lists of the dashboard; reports told twice are counted once."""
    data = DashboardData()
    texts = _Texts(archive)
    again = told_again(archive)
    names = bodies_named(archive, ())
    known = {name: at for at, name in enumerate(names)}
    levels = dict(_rows(archive, _LEVELS))
    data.bodies = [(name, levels.get(name) or "") for name in names]
    reports = _reports(archive, data, known, again, lang)
    series = series_of(metric_rows(archive, names))
    _add_metrics(texts, data, known, reports, series)
    _add_notes(texts, data, known, series, lang)
    _add_figures(archive, texts, data, known, again)
    _add_promises(archive, data, known)
    _add_problems(archive, data, known, names)
    return data


def _reports(
    archive: Path, data: DashboardData, known: dict[str, int], again: frozenset[str], lang: str
) -> dict[str, int]:
    groups = taxonomy().groups
    data.themes = [group.en if lang == "en" else group.zh for group in groups]
    order = {str(group.key): at for at, group in enumerate(groups)}
    shares: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(order))
    for sha256, group, size in _rows(archive, _THEMES):
        shares[sha256][order[group]] += size
    found: dict[str, int] = {}
    for sha256, body, year, path, characters, figures in _rows(archive, _REPORTS):
        if sha256 in again or body not in known:
            continue
        found[sha256] = len(data.reports)
        total = sum(shares[sha256]) or 1.0
        percent = [round(100 * one / total) for one in shares[sha256]]
        data.reports.append((known[body], year, Path(path).name, characters, figures, percent))
    return found


def _add_metrics(
    texts: "_Texts",
    data: DashboardData,
    known: dict[str, int],
    reports: dict[str, int],
    series: tuple[Series, ...],
) -> None:
    counts: dict[tuple[str, str, str], int] = defaultdict(int)
    for one in series:
        if is_known(one.metric) and one.change_kind in (None, "同比"):
            counts[one.metric, one.change_kind or "", one.unit or ""] += sum(
                p.reported is not None for p in one.points
            )
    chosen = sorted(counts, key=lambda key: -counts[key])[:METRICS]
    data.metrics = list(chosen)
    order = {key: at for at, key in enumerate(chosen)}
    wanted: list[tuple[int, int, int, Telling]] = []
    for one in series:
        at = order.get((one.metric, one.change_kind or "", one.unit or ""))
        if at is None:
            continue
        wanted += [
            (known[one.organisation], at, point.end.year, point.reported)
            for point in one.points
            if point.reported is not None and point.start.year == point.end.year
        ]
    words = texts.clauses([telling for *_, telling in wanted])
    for body, at, year, telling in wanted:
        where = data.sentence(words.get((telling.sha256, telling.start), ""))
        report = reports.get(telling.sha256, -1)
        data.points.append((body, at, year, float(f"{telling.value:.6g}"), telling.bound, report, where))


def _add_notes(
    texts: "_Texts", data: DashboardData, known: dict[str, int], series: tuple[Series, ...], lang: str
) -> None:
    found: list[tuple[Any, ...]] = []
    for one in series:
        if not is_known(one.metric):
            continue
        for point in one.points:
            for note in point.notes:
                if point.reported is not None:
                    message = note.en if lang == "en" else note.zh
                    found.append(
                        (
                            note.kind,
                            known[one.organisation],
                            one,
                            point.end.year,
                            message,
                            point.reported,
                            note.other,
                        )
                    )
    found = found[:_NOTES]
    tellings = [telling for row in found for telling in row[5:] if telling is not None]
    words = texts.clauses(tellings)

    def where(telling: Telling | None) -> int:
        text = "" if telling is None else words.get((telling.sha256, telling.start), "")
        return data.sentence(text) if text else -1

    for kind, body, one, year, message, own, other in found:
        name = one.metric + (f" {one.change_kind}" if one.change_kind else "")
        value = number(own, lang) + (one.unit or "")
        data.notes.append((kind, body, name, year, value, message, where(own), where(other)))


def _add_figures(
    archive: Path, texts: "_Texts", data: DashboardData, known: dict[str, int], again: frozenset[str]
) -> None:
    """Some figures of each theme and year, chosen by a hash."""
    order = {str(group.key): at for at, group in enumerate(taxonomy().groups)}
    for group, year, body, words, start, end, sha256 in _rows(archive, _FIGURES_SQL.format(limit=_FIGURES)):
        if sha256 not in again and body in known:
            where = data.sentence(texts.words(sha256, start, end))
            data.figures.append((order[group], year, known[body], words, where))


def _add_promises(archive: Path, data: DashboardData, known: dict[str, int]) -> None:
    counts: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0] * len(STATUSES))
    for body, year, status, count in _rows(archive, _PROMISES):
        if body in known:
            counts[known[body], year][STATUSES.index(status)] += count
    data.promises = [(*key, told) for key, told in sorted(counts.items())]
    for body, year, status, promise, evidence, reason in _rows(archive, _KEPT_SQL.format(limit=_KEPT)):
        if body in known:
            row = (known[body], year, STATUSES.index(status), _short(promise), _short(evidence or ""), reason)
            data.kept.append(row)


def _add_problems(archive: Path, data: DashboardData, known: dict[str, int], names: list[str]) -> None:
    found = [
        (len(one.years), known[body], [(p.year, _short(p.words)) for p in one.told])
        for body, told in told_problems(archive, names).items()
        for one in recurring(told)
    ]
    found.sort(key=lambda row: (-row[0], row[1]))
    data.problems = [(body, told) for _, body, told in found[:_PROBLEMS]]


class _Texts:
    """The texts of the archive, read once, and where the clause of each figure of a metric lies."""

    def __init__(self, archive: Path) -> None:
        self._texts: dict[str, str] = dict(_rows(archive, "SELECT sha256, text FROM reports"))
        self._clauses = {(row[0], row[1]): (row[2], row[3]) for row in _rows(archive, _CLAUSES)}

    def words(self, sha256: str, start: int, end: int) -> str:
        """The clause with as much of its sentence before it as helps: what grew, and when."""
        text = self._texts[sha256]
        opens = max(text.rfind(stop, max(0, start - _BEFORE), start) + 1 for stop in "。；！？\n")
        comma = text.find("，", max(0, start - _BEFORE), start) + 1
        return _short(text[opens or comma or start : end])

    def clauses(self, tellings: list[Telling]) -> dict[tuple[str, int], str]:
        """The clause of each telling, by report and place."""
        keys = {(one.sha256, one.start) for one in tellings} & self._clauses.keys()
        return {key: self.words(key[0], *self._clauses[key]) for key in keys}


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"


def _rows(archive: Path, sql: str) -> Iterator[tuple[Any, ...]]:
    yield from ask(archive, sql).rows


_LEVELS = "SELECT coalesce(body, organisation), any_value(level) FROM reports GROUP BY 1"
_REPORTS = """
SELECT r.sha256, coalesce(r.body, r.organisation), year(r.period_end), r.path, r.characters,
  (SELECT count(*) FROM achievements a WHERE a.sha256 = r.sha256)
FROM reports r WHERE r.period_end IS NOT NULL ORDER BY 3, 2"""
_THEMES = """
SELECT s.sha256, s.theme_group, sum(s."end" - s.start) FROM sections s
WHERE s.theme_group IS NOT NULL AND s.role IN ('achievement', 'plan')
  AND NOT EXISTS (SELECT 1 FROM sections c WHERE c.sha256 = s.sha256 AND c.parent = s.id)
GROUP BY ALL"""
_CLAUSES = """
SELECT m.sha256, m.start, q.clause_start, q.clause_end
FROM metric_values m JOIN quantities q ON q.sha256 = m.sha256 AND q.start = m.start
WHERE q.clause_start IS NOT NULL"""
_FIGURES_SQL = """
SELECT * FROM (
  SELECT s.theme_group, year(r.period_end) AS year, coalesce(r.body, r.organisation), q.words,
    q.clause_start, q.clause_end, r.sha256
  FROM achievements q JOIN reports r ON r.sha256 = q.sha256
    JOIN sections s ON s.sha256 = q.sha256 AND s.id = q.section
  WHERE q.clause_start IS NOT NULL AND s.theme_group IS NOT NULL AND r.period_end IS NOT NULL
    AND q.metric IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY s.theme_group, year(r.period_end) ORDER BY hash(q.sha256, q.start))
    <= {limit})
ORDER BY ALL"""
_PROMISES = """
SELECT coalesce(r.body, r.organisation), year(r.period_end), p.status, count(*)
FROM promises p JOIN reports r ON r.sha256 = p.this_sha256
WHERE r.period_end IS NOT NULL GROUP BY ALL"""
_KEPT_SQL = """
SELECT * FROM (
  SELECT coalesce(r.body, r.organisation), year(r.period_end), p.status, p.words, p.evidence_words, p.reason
  FROM promises p JOIN reports r ON r.sha256 = p.this_sha256
  WHERE r.period_end IS NOT NULL
  ORDER BY row_number() OVER (
    PARTITION BY year(r.period_end), p.status ORDER BY p.value IS NULL, hash(p.last_sha256, p.start)
  ), hash(p.last_sha256, p.start) LIMIT {limit})
ORDER BY ALL"""
