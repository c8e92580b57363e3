"""Analyses from the tables, and the texts that are shelved for them."""

from pathlib import Path

import duckdb
import pytest
from small_archive import run_over

from zongjie.analyzer import understand
from zongjie.batch.rebuilding import Stored
from zongjie.batch.shelving import attach, shelved_texts
from zongjie.document import Analysis
from zongjie.readers import read


@pytest.fixture
def database(archive: Path, tmp_path: Path) -> Path:
    run_over(archive, tmp_path / "out")
    return tmp_path / "out" / "archive.duckdb"


def rebuilt(database: Path, name: str) -> Analysis:
    with shelved_texts(database) as texts, duckdb.connect(database) as db:
        attach(db, texts, "shelf")
        ((sha256,),) = db.execute("SELECT sha256 FROM reports WHERE path LIKE ?", [f"%/{name}"]).fetchall()
        return Stored(db, [sha256]).analysis_of(sha256)


def test_rebuilt_analysis_is_the_one_from_the_text(archive: Path, database: Path) -> None:
    fresh, again = understand(read(archive / "03.txt")), rebuilt(database, "03.txt")
    shape = [(s.id, s.parent, s.start, s.end, s.heading, s.role) for s in fresh.sections]
    assert [(s.id, s.parent, s.start, s.end, s.heading, s.role) for s in again.sections] == shape
    assert again.body == fresh.body
    assert again.outline.sentences == fresh.outline.sentences
    assert [(q.id, q.start, q.value) for q in again.quantities] == [
        (q.id, q.start, q.value) for q in fresh.quantities
    ]
    assert shape


def test_sections_of_other_rules_than_todays_are_taken_as_stored(database: Path) -> None:
    with duckdb.connect(database) as db:
        db.execute("UPDATE sections SET id = '9.' || id")
    assert all(section.id.startswith("9.") for section in rebuilt(database, "03.txt").sections)


def test_shelved_texts_are_gone_afterwards_and_those_of_a_killed_run_too(database: Path) -> None:
    left = database.with_name(f"{database.name}.texts")
    left.write_bytes(b"half written")
    with shelved_texts(database) as texts:
        assert texts == left
    assert not list(database.parent.glob("*.texts*"))


def test_shelved_texts_are_gone_after_an_error(database: Path) -> None:
    with pytest.raises(ValueError, match="stop"), shelved_texts(database):
        raise ValueError("stop")
    assert not list(database.parent.glob("*.texts*"))
