"""``zongjie achievements``: several files and folders, one table."""

import csv
import io
import json
from pathlib import Path


def test_folders_and_files_in_one_table(zongjie, report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "另一份.txt").write_text(report.read_text(encoding="utf-8"), encoding="utf-8")
    ran = zongjie("achievements", str(report), str(folder), "--format", "csv", "--lang", "en")
    told = list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff"))))
    assert (ran.code, ran.err) == (0, "")
    assert {row["report"] for row in told} == {report.name, "另一份.txt"}
    assert [row["words"] for row in told][:3] == ["12公里", "30余人次", "5个"]


def test_format_by_the_ending_of_the_output(zongjie, report: Path, tmp_path: Path) -> None:
    path = tmp_path / "成果.json"
    assert zongjie("achievements", str(report), "-o", str(path)).code == 0
    assert len(json.loads(path.read_text(encoding="utf-8"))["achievements"]) == 3


def test_targets_by_kind(zongjie, report: Path) -> None:
    ran = zongjie("achievements", str(report), "--kind", "target")
    assert "10名" in ran.out
    assert "12公里" not in ran.out


def test_one_bad_file_stops_nothing(zongjie, report: Path, tmp_path: Path) -> None:
    ran = zongjie("achievements", str(tmp_path / "没有.txt"), str(report))
    assert ran.code == 2
    assert "没有.txt" in ran.err
    assert "12公里" in ran.out


def test_parquet_wants_a_file(zongjie, report: Path) -> None:
    assert zongjie("achievements", str(report), "--format", "parquet").code == 2
