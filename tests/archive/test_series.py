"""What a metric's tellings through the years say of one another."""

from dataclasses import replace
from datetime import date

import pytest

from zongjie.archive.recurring import ToldProblem, recurring
from zongjie.archive.searching import asked, condition
from zongjie.archive.series import Row, series_of
from zongjie.document.series import Series, SeriesPoint
from zongjie.errors import SettingsError


def row(year: int, value: float, **changed: object) -> Row:
    known = Row(
        organisation="柳河市人民政府",
        metric="一般公共预算收入",
        change_kind=None,
        period_start=date(year, 1, 1),
        period_end=date(year, 12, 31),
        value=value,
        value_max=None,
        unit="元",
        bound="exact",
        role="reported",
        sha256=f"{year:064x}",
        start=10,
        end=15,
        told_in=year,
    )
    return replace(known, **changed)  # type: ignore[arg-type]


def one(*rows: Row) -> Series:
    return next(s for s in series_of(rows) if s.change_kind is None)


def point(series: Series, year: int) -> SeriesPoint:
    return next(p for p in series.points if p.end.year == year)


def test_quoted_at_another_value_is_restated() -> None:
    found = one(row(2022, 8.82e9), row(2022, 8.64e9, role="quoted", told_in=2023, sha256="b" * 64))
    notes = point(found, 2022).notes
    assert [note.kind for note in notes] == ["restated"]
    assert "86.4亿元" in notes[0].zh
    assert "88.2亿元" in notes[0].zh


@pytest.mark.parametrize("quoted", [8.82e9, 8.8e9, 8.8195e9])
def test_rounding_is_no_restatement(quoted: float) -> None:
    found = one(row(2022, 8.82e9), row(2022, quoted, role="quoted", told_in=2023, sha256="b" * 64))
    assert point(found, 2022).notes == ()


def test_growth_that_implies_another_base_is_told() -> None:
    growth = row(2023, 5.0, change_kind="同比", unit="%")
    found = one(row(2022, 8.0e9), row(2023, 9.45e9), growth)
    assert [note.kind for note in point(found, 2023).notes] == ["base"]
    assert one(row(2022, 9.0e9), row(2023, 9.45e9), growth).points[1].notes == ()


def test_same_figure_two_years_running_is_stale_unless_round() -> None:
    assert [n.kind for n in point(one(row(2022, 8.82e9), row(2023, 8.82e9)), 2023).notes] == ["stale"]
    assert point(one(row(2022, 8.0e9), row(2023, 8.0e9)), 2023).notes == ()


def test_figure_twenty_times_its_neighbours_is_out_of_range() -> None:
    found = one(row(2021, 8.1e9), row(2022, 8.5e11), row(2023, 8.9e9))
    assert [note.kind for note in point(found, 2022).notes] == ["magnitude"]


def test_units_of_one_dimension_are_one_series_and_gaps_are_told() -> None:
    length = {"metric": "公路里程"}
    found = series_of([row(2020, 20_000.0, unit="米", **length), row(2022, 23.6, unit="公里", **length)])
    assert len(found) == 1
    told = {p.end.year: p.reported.value for p in found[0].points if p.reported}
    assert told in ({2020: 20.0, 2022: 23.6}, {2020: 20_000.0, 2022: 23_600.0})
    assert found[0].missing == (2021,)


def test_target_stands_beside_what_was_reached() -> None:
    found = one(row(2023, 9.0e9), row(2023, 9.2e9, role="target", told_in=2022, bound="at_least"))
    target = point(found, 2023).target
    assert target is not None
    assert (target.value, target.bound) == (9.2e9, "at_least")


def test_problem_told_three_times_has_come_back() -> None:
    told = ["农村公路管护力量薄弱", "企业融资渠道不畅", "农村公路管护力量不足", "农村公路管护经费和力量不够"]
    years = [2020, 2020, 2021, 2022]
    found = recurring(
        ToldProblem(y, words, "a" * 64, 0, len(words)) for y, words in zip(years, told, strict=True)
    )
    assert [one.years for one in found] == [(2020, 2021, 2022)]


def test_question_compares_in_every_unit_of_the_dimension() -> None:
    sql = condition(asked("农村公路 >= 20公里"))
    assert "q.unit = '公里' AND q.value >= 20" in sql
    assert "q.unit = '米' AND q.value >= 20000" in sql
    assert "'农村公路'" in sql


def test_question_cannot_leave_its_quotes() -> None:
    assert condition(asked("';--")).endswith("''';--')")


def test_question_without_words_is_refused() -> None:
    with pytest.raises(SettingsError):
        asked("> 100")
