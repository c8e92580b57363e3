"""Figures across years: the same metric of one body linked, and what does not fit.

What to call: ``series_of(rows)`` with rows of the table ``metric_values`` of one body or many. Units
of one dimension are reconciled; 较上年 and 同比 are one growth. The notes are those of a careful
reader, each with the other telling, and none says who is right:

- ``restated``: quoted later at another value than reported then (beyond rounding);
- ``base`` (NM11): this year's level and growth imply another last year than was reported. Growth of
  output is at constant prices and revenue often 同口径: the known reason is told with it;
- ``stale`` (NM12): a level of three digits or more, the same to the last digit two years running;
- ``magnitude`` (NM08): twenty times its neighbours, or a twentieth.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from statistics import median

from zongjie.document.series import Series, SeriesNote, SeriesPoint, Telling
from zongjie.lexicons.units import units
from zongjie.renderers.decimals import readable_number

_GROWTH = frozenset(("同比", "较上年"))
_REAL = re.compile(r"生产总值|增加值|总产值|人均")  # growth at constant prices
_REAL_OFF, _NOMINAL_OFF = 0.15, 0.03  # how far an implied base may be off
_FAR = 20
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A row of ``metric_values``, with the year that its report is of."""

    organisation: str
    metric: str
    change_kind: str | None
    period_start: date
    period_end: date
    value: float
    value_max: float | None
    unit: str | None
    bound: str
    role: str
    sha256: str
    start: int
    end: int
    told_in: int


def series_of(rows: Iterable[Row]) -> tuple[Series, ...]:
    """The series of all bodies and metrics in the rows, by body and metric, the longest first."""
    groups: dict[tuple[str, str, str | None, str | None], list[Row]] = defaultdict(list)
    for row in rows:
        kind = "同比" if row.change_kind in _GROWTH else row.change_kind
        known = units().get(row.unit or "")
        base = known.base if known else row.unit
        groups[row.organisation, row.metric, kind, base].append(row)
    made = {key: _series(key, group) for key, group in groups.items()}
    noted = [_with_bases(one, made.get((*key[:2], "同比", "%"))) for key, one in made.items()]
    return tuple(sorted(noted, key=lambda one: (one.organisation, -len(one.points), one.metric)))


def _series(key: tuple[str, str, str | None, str | None], rows: list[Row]) -> Series:
    unit = max({row.unit for row in rows}, key=lambda u: (sum(row.unit == u for row in rows), u or ""))
    periods: dict[tuple[date, date], list[Row]] = defaultdict(list)
    for row in rows:
        periods[row.period_start, row.period_end].append(row)
    points = [_point(days, those, unit) for days, those in sorted(periods.items())]
    if key[2] is None:
        points = _noted(points)
    years = {point.end.year for point in points if point.reported or point.quoted}
    missing = tuple(y for y in range(min(years), max(years)) if y not in years) if years else ()
    return Series(key[0], key[1], key[2], unit, tuple(points), missing)


def _point(days: tuple[date, date], rows: list[Row], unit: str | None) -> SeriesPoint:
    rows = sorted(rows, key=lambda row: (row.told_in, row.start))
    told = {role: [_telling(row, unit) for row in rows if row.role == role] for role in _ROLES}
    quoted = tuple(told["quoted"])
    reported = told["reported"][0] if told["reported"] else None
    target = told["target"][-1] if told["target"] else None
    notes = []
    for later in quoted:
        if reported is not None and later.told_in > reported.told_in and not agree(reported, later):
            was, now = _words(reported, unit, "zh"), _words(later, unit, "zh")
            notes.append(
                SeriesNote(
                    "restated",
                    f"{later.told_in}年的报告改称{now}，当年报的是{was}",
                    f"the report of {later.told_in} says {_words(later, unit, 'en')}; "
                    f"it was reported as {_words(reported, unit, 'en')}",
                    later,
                )
            )
            break
    return SeriesPoint(*days, reported, quoted, target, tuple(notes))


_ROLES = ("reported", "quoted", "target")


def _telling(row: Row, unit: str | None) -> Telling:
    factor = _factor(row.unit, unit)
    top = None if row.value_max is None else row.value_max * factor
    return Telling(row.value * factor, top, row.bound, row.sha256, row.start, row.end, row.told_in)


def _factor(one: str | None, other: str | None) -> float:
    known = units()
    if one == other or one is None or other is None or one not in known or other not in known:
        return 1.0
    return float(known[one].factor / known[other].factor)


def agree(one: Telling, other: Telling) -> bool:
    """Whether two tellings are one figure: equal when rounded to the coarser one's digits.

    A bound (超过6万亿元) agrees with what it allows.
    """
    if one.bound == other.bound == "exact":
        step = max(_last_digit(one.value), _last_digit(other.value))
        return abs(one.value - other.value) <= step * 0.51
    loose, other = (one, other) if one.bound != "exact" else (other, one)
    if loose.bound in ("more_than", "at_least"):
        return other.value >= loose.value * 0.995
    if loose.bound in ("less_than", "at_most"):
        return other.value <= loose.value * 1.005
    return abs(one.value - other.value) <= abs(loose.value) * 0.05


def _last_digit(value: float) -> float:
    """The worth of the last digit that is not a zero: 1.28e11 → 1e9."""
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    return 10.0 ** (exponent if isinstance(exponent, int) else 0)


def _noted(points: list[SeriesPoint]) -> list[SeriesPoint]:
    """The points with notes on figures copied from last year and on magnitudes."""
    yearly = [p for p in points if p.reported and p.start.year == p.end.year]
    found: dict[int, list[SeriesNote]] = defaultdict(list)
    for before, point in itertools.pairwise(yearly):
        one, other = before.reported, point.reported
        if one and other and point.end.year == before.end.year + 1 and _copied(one, other):
            found[id(point)].append(
                SeriesNote("stale", "与上年一字不差", "the same to the last digit as the year before", one)
            )
    for at, point in enumerate(yearly):
        near = [p.reported.value for p in yearly[max(0, at - 2) : at + 3] if p is not point and p.reported]
        if point.reported and len(near) >= 2 and _is_far(point.reported.value, median(near)):
            found[id(point)].append(
                SeriesNote(
                    "magnitude", "与前后几年差了许多倍", "many times its neighbours, or a fraction of them"
                )
            )
    return [replace(p, notes=(*p.notes, *found[id(p)])) if id(p) in found else p for p in points]


def _copied(one: Telling, other: Telling) -> bool:
    if one.value != other.value or one.bound != "exact" or other.bound != "exact":
        return False
    digits = Decimal(str(one.value)).normalize().as_tuple().digits
    return len(digits) >= _DIGITS and one.sha256 != other.sha256


def _is_far(value: float, usual: float) -> bool:
    return value > 0 and usual > 0 and max(value / usual, usual / value) >= _FAR


def _with_bases(levels: Series, growth: Series | None) -> Series:
    """The levels with notes on last years that the growth implies otherwise (NM11)."""
    if levels.change_kind is not None or growth is None:
        return levels
    rates = {p.end.year: p.reported for p in growth.points if p.reported and p.start.year == p.end.year}
    known = {p.end.year: p.reported for p in levels.points if p.reported and p.start.year == p.end.year}
    off = _REAL_OFF if _REAL.search(levels.metric) else _NOMINAL_OFF
    points = []
    for point in levels.points:
        rate, before = rates.get(point.end.year), known.get(point.end.year - 1)
        level = point.reported if point.start.year == point.end.year else None
        exact = level and rate and before and {level.bound, rate.bound, before.bound} == {"exact"}
        if exact and level and rate and before and rate.value > -100 and before.value:
            implied = level.value / (1 + rate.value / 100)
            if abs(implied - before.value) > off * abs(before.value):
                point = replace(point, notes=(*point.notes, _base_note(levels, implied, before)))
        points.append(point)
    return replace(levels, points=tuple(points))


def _base_note(levels: Series, implied: float, before: Telling) -> SeriesNote:
    worth = Telling(float(f"{implied:.4g}"), None, "exact", "", 0, 0, 0)
    unit = levels.unit
    unit = levels.unit
    zh = f"按增速倒推，上年应是{_words(worth, unit, 'zh')}，上年报的是{_words(before, unit, 'zh')}"
    en = f"its growth implies {_words(worth, unit, 'en')} for the year before, "
    en += f"reported was {_words(before, unit, 'en')}"
    real = _REAL.search(levels.metric) is not None
    zh += "（增速按可比价，也可能是修订）" if real else "（可能是同口径增长，也可能是修订）"
    en += " (growth at constant prices, or a revision)" if real else " (growth on like terms, or a revision)"
    return SeriesNote("base", zh, en, before)


def _words(one: Telling, unit: str | None, lang: str) -> str:
    number = readable_number(Decimal(str(one.value)), lang)
    return f"{number}{'' if lang == 'zh' or unit in ('%', None) else ' '}{unit or ''}"
