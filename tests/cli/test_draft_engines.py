"""``zongjie draft --engine llm`` on the command line."""

from pathlib import Path

import pytest


def test_a_model_without_the_engine_and_the_engine_without_a_model_are_told(zongjie, report: Path) -> None:
    without = zongjie("draft", str(report), "--model", "m")
    assert (without.code, "--engine llm" in without.err) == (2, True)
    nameless = zongjie("draft", str(report), "--engine", "llm")
    assert (nameless.code, "--model" in nameless.err) == (2, True)


def test_a_server_that_is_not_there_ends_with_one_sentence(
    zongjie, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZONGJIE_API_KEY", "secret-7731")
    monkeypatch.setattr("zongjie.drafters.language_model.endpoint._LONGEST_PAUSE", 0.0)
    ran = zongjie(
        "draft", str(report), "--engine", "llm", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"
    )
    assert ran.code == 2
    assert "127.0.0.1:9" in ran.err
    assert "secret-7731" not in ran.err + ran.out
    assert ran.out == ""


def test_a_folder_that_holds_no_model_is_told(zongjie, report: Path, tmp_path: Path) -> None:
    ran = zongjie("draft", str(report), "--engine", "llm", "--model", str(tmp_path))
    assert (ran.code, "config.json" in ran.err) == (2, True)
