"""Findings let stand: by a note in the text, by the settings, only with a reason."""

from pathlib import Path

import pytest

import zongjie
from zongjie.analyzer import check_report
from zongjie.checks.suppression import idle_notes, notes_in
from zongjie.document import Analysis
from zongjie.errors import SettingsError
from zongjie.readers import report_of
from zongjie.settings import Settings, Suppression, load_settings

TITLE = "甲山县科技局2024年工作总结\n"
TYPO = "全局上下再接再励，全年办结提案3件。"


def checked(text: str, settings: Settings | None = None, name: str = "甲山.txt") -> Analysis:
    return check_report(report_of(text, name=name), settings)


def told(analysis: Analysis, code: str = "WD01") -> list[str | None]:
    return [f.suppressed for f in analysis.findings if f.code == code]


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        (f"{TITLE}{TYPO}<!-- zongjie: ignore WD01 引自原件 -->\n{TYPO}\n", ["引自原件", None]),
        (f"{TITLE}<!-- zongjie: ignore WD01 引自原件 -->\n\n{TYPO}\n{TYPO}\n", ["引自原件", None]),
        (f"{TITLE}<!-- zongjie: ignore WD 家法 -->\n<!-- zongjie: ignore PU 家法 -->\n{TYPO}\n", ["家法"]),
        (f"{TITLE}<!-- zongjie: ignore-file WD01,PU02 引自原件 -->\n{TYPO}\n{TYPO}\n", ["引自原件"] * 2),
        (f"{TITLE}{TYPO}<!-- zongjie: ignore WD02 引自原件 -->\n", [None]),
        (f"{TITLE}{TYPO}<!-- zongjie: ignore WD01 -->\n", [None]),
        (f"{TITLE}{TYPO}\n<!-- zongjie: ignore WD01 后面没有了 -->", [None]),
    ],
)
def test_note_lets_its_own_paragraph_stand(text: str, reasons: list[str | None]) -> None:
    assert told(checked(text)) == reasons


def test_note_is_no_part_of_the_report() -> None:
    with_note = zongjie.analyse(f"{TITLE}{TYPO}<!-- zongjie: ignore WD01 引自原件 -->\n")
    assert "zongjie" not in with_note.body
    assert not with_note.removed
    assert {f.code for f in with_note.findings} == {"WD01"}
    assert len(with_note.body) == len(with_note.report.text)


def test_idle_notes_are_known() -> None:
    text = (
        f"{TITLE}{TYPO}<!-- zongjie: ignore WD01 引自原件 -->\n"
        "办结提案3件。<!-- zongjie: ignore WD01 旧的 -->\n"
        f"{TYPO}<!-- zongjie: ignore WD01 -->\n"
    )
    assert [note.reason for note in idle_notes(checked(text))] == ["旧的", ""]


def test_settings_let_stand_by_file() -> None:
    settings = Settings(suppress=(Suppression("甲*.txt", ("WD",), "引自原件"),))
    assert told(checked(TITLE + TYPO, settings)) == ["引自原件"]
    assert told(checked(TITLE + TYPO, settings, name="乙水.txt")) == [None]


def test_settings_ask_for_a_reason(tmp_path: Path) -> None:
    (tmp_path / "zongjie.toml").write_text('suppress = [{ file = "*.txt", codes = ["DU02"] }]', "utf-8")
    with pytest.raises(SettingsError, match="reason"):
        load_settings(tmp_path)


def test_notes_are_found_in_linear_time() -> None:
    assert notes_in("<!-- zongjie: ignore WD01" * 50_000) == ()
    assert len(notes_in("<!-- zongjie: ignore WD01 a -->\n" * 100_000)) == 500


def test_settings_let_stand_by_path(tmp_path: Path) -> None:
    (tmp_path / "归档").mkdir()
    (tmp_path / "zongjie.toml").write_text(
        'suppress = [{ file = "归档/*", codes = ["WD"], reason = "印过了" }]', "utf-8"
    )
    settings = load_settings(tmp_path / "归档")
    assert told(checked(TITLE + TYPO, settings.at(tmp_path / "归档" / "甲山.txt"))) == ["印过了"]
    assert told(checked(TITLE + TYPO, settings.at(tmp_path / "甲山.txt"))) == [None]
