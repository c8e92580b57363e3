"""The table of achievements: rows, CSV, JSON, the terminal's table."""

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import zongjie
from zongjie.renderers.achievements import (
    COLUMNS,
    csv_pieces,
    json_pieces,
    rows,
    table_pieces,
    write_parquet,
)

TEXT = (
    "某局2024年工作总结\n一、主要工作\n新增企业186家，同比增长7.3%。\n二、下一步打算\n2025年新增企业30家。\n"
)


@pytest.fixture(scope="module")
def analysis() -> zongjie.Analysis:
    return zongjie.analyse(TEXT)


def test_a_row_an_achievement_with_its_place(analysis: zongjie.Analysis) -> None:
    first, second = rows(analysis)
    assert TEXT[first.start : first.end] == first.words == "186家"
    assert (str(first.value), first.unit, first.object, first.period) == ("186", "家", "企业", "2024年")
    assert second.change is not None


def test_targets_have_no_period_but_their_own(analysis: zongjie.Analysis) -> None:
    (target,) = rows(analysis, frozenset(("target",)))
    assert target.period == "2025年"


def test_csv_reads_back(analysis: zongjie.Analysis) -> None:
    text = "".join(csv_pieces([rows(analysis)], "en"))
    told = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert list(told[0]) == list(COLUMNS)
    assert [row["words"] for row in told] == ["186家", "7.3%"]
    assert told[1]["change"] == "同比 +7.3"


@pytest.mark.parametrize("several", [0, 1, 2])
def test_json_is_one_object_for_any_number_of_reports(analysis: zongjie.Analysis, several: int) -> None:
    told = json.loads("".join(json_pieces([rows(analysis)] * several)))
    assert told["schema"] == "zongjie-achievements/1"
    assert len(told["achievements"]) == 2 * several


def test_table_shows_every_row(analysis: zongjie.Analysis) -> None:
    text = "".join(table_pieces([rows(analysis), []]))
    assert text.count("\n") == 5
    assert "186家" in text


def test_parquet_reads_back(analysis: zongjie.Analysis, tmp_path: Path) -> None:
    write_parquet([rows(analysis)], tmp_path / "a.parquet")
    table = pq.read_table(tmp_path / "a.parquet")
    assert table.column("words").to_pylist() == ["186家", "7.3%"]
