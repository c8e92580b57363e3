"""The archive can be asked, and nothing else can be done with it."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from zongjie.errors import MissingInput, SettingsError
from zongjie.stores.answers import csv_pieces, json_pieces, table_of, write_xlsx
from zongjie.stores.columns import TABLES
from zongjie.stores.database import make_database
from zongjie.stores.examples import EXAMPLES
from zongjie.stores.inputs import Input, remember
from zongjie.stores.querying import Answer, ask


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one file that could not be opened, and no report."""
    out = tmp_path_factory.mktemp("out")
    remember(out, [Input("没有.txt", None, None, "0", "No such file")])
    make_database(out, "0", lambda db: None, lambda path: ())
    return out


@pytest.fixture
def answer() -> Answer:
    rows = [("河湾镇", 236.0, None, ["甲", "乙"]), ("=1+1", 0.5, True, [])]
    return Answer(("name", "value", "flag", "list"), iter(rows))


def test_tables_and_columns_are_those_documented(empty: Path) -> None:
    asked = "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal"
    told = list(ask(empty, asked).rows)
    columns = {name: [column for table, column, _ in told if table == name] for name in TABLES}
    assert columns == {name: [one.name for one in listed] for name, listed in TABLES.items()}
    assert all(comment for table, _, comment in told if table != "about")
    page = (Path(__file__).parents[2] / "docs" / "archive-tables.md").read_text("utf-8")
    for table, listed in TABLES.items():
        _, _, section = page.partition(f"\n## {table}\n")
        section = section.partition("\n## ")[0]
        assert [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")] == [
            one.name for one in listed
        ], table


def test_file_that_cannot_be_opened_is_an_input_and_a_failure(empty: Path) -> None:
    assert list(ask(empty, "SELECT path, outcome FROM inputs").rows) == [("没有.txt", "failed")]
    assert list(ask(empty, "SELECT path, stage, reason FROM failures").rows) == [
        ("没有.txt", "read", "No such file")
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_ready_questions_can_be_asked(empty: Path, example: object) -> None:
    list(ask(empty, example.sql).rows)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "sql",
    [
        "SELEC 1",
        "SELECT nothing FROM reports",
        "DROP TABLE reports",
        "INSERT INTO reports(sha256) VALUES ('x')",
        "COPY reports TO '{}/x.csv'",
        "SELECT * FROM read_text('{}/secret.txt')",
        "ATTACH '{}/other.duckdb'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
    ],
)
def test_question_that_wants_more_than_reading_is_refused(empty: Path, tmp_path: Path, sql: str) -> None:
    (tmp_path / "secret.txt").write_text("geheim")
    with pytest.raises(SettingsError):
        list(ask(empty, sql.format(tmp_path)).rows)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.txt"]


def test_archive_that_is_not_there_or_damaged_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="zongjie batch"):
        ask(tmp_path, "SELECT 1")
    (tmp_path / "archive.duckdb").write_bytes(b"nothing" * 1000)
    with pytest.raises(MissingInput, match="打不开"):
        ask(tmp_path, "SELECT 1")


def test_csv_guards_formulas_and_writes_whole_numbers_whole(answer: Answer) -> None:
    text = "".join(csv_pieces(answer))
    assert text.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(text[1:]))) == [
        ["name", "value", "flag", "list"],
        ["河湾镇", "236", "", "甲, 乙"],
        ["'=1+1", "0.5", "true", ""],
    ]


def test_json_is_a_list_of_objects(answer: Answer) -> None:
    assert json.loads("".join(json_pieces(answer)))[0] == {
        "name": "河湾镇", "value": 236.0, "flag": None, "list": ["甲", "乙"],
    }  # fmt: skip
    assert json.loads("".join(json_pieces(Answer(("a",), iter(()))))) == []


def test_workbook_holds_numbers_as_numbers_and_no_formula(answer: Answer, tmp_path: Path) -> None:
    assert write_xlsx(answer, tmp_path / "a.xlsx") == 0
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<v>236</v>" in sheet
    assert "<f>" not in sheet
    assert "河湾镇" in sheet
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_table_shows_the_first_rows_and_counts_all() -> None:
    shown, count = table_of(Answer(("n",), iter([(n,) for n in range(10)])), 3)
    assert (shown, count) == ([["0"], ["1"], ["2"]], 10)
