"""``zongjie batch`` and ``zongjie query`` as a user runs them."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def zongjie(tmp_path: Path) -> Run:
    def run(*args: str) -> "subprocess.CompletedProcess[str]":
        env = {**os.environ, "ZONGJIE_LANG": "zh", "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-m", "zongjie", *args]
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", cwd=tmp_path, env=env, timeout=300
        )

    return run


def test_archive_is_analysed_asked_and_told_of_its_failures(archive: Path, zongjie: Run) -> None:
    dry = zongjie("batch", "archive", "-o", "out", "--dry-run")
    assert (dry.returncode, "7 个文件，6 份不同的报告" in dry.stdout) == (0, True)
    assert not (archive.parent / "out").exists()

    ran = zongjie("batch", "archive", "-o", "out", "-j", "2")
    assert ran.returncode == 1
    assert "这次分析了 4 份。失败 2 份" in ran.stdout
    assert "份/秒" in ran.stderr

    asked = zongjie("query", "SELECT count(*) AS n FROM reports", "--out", "out")
    assert (asked.returncode, asked.stdout.split()[:2]) == (0, ["n", "4"])
    told = zongjie("query", "@failures", "--out", "out", "--format", "csv", "-o", "失败.csv")
    assert told.returncode == 0
    assert "picture.txt" in (archive.parent / "失败.csv").read_text("utf-8-sig")


def test_nothing_to_do_and_nothing_to_ask_are_told(tmp_path: Path, zongjie: Run) -> None:
    (tmp_path / "empty").mkdir()
    none = zongjie("batch", "empty", "-o", "out")
    assert (none.returncode, "没有找到报告" in none.stderr) == (2, True)
    (tmp_path / "file").write_text("")
    (tmp_path / "empty" / "a.txt").write_text("河湾镇工作总结", "utf-8")
    refused = zongjie("batch", "empty", "-o", "file")
    assert (refused.returncode, "写不进去" in refused.stderr) == (2, True)
    for args in (["SELECT 1"], ["@nothing"], []):
        assert zongjie("query", *args).returncode == 2
    assert "@proposals" in zongjie("query", "--examples").stdout
