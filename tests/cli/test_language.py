"""Chinese by default, English when asked: on the line, by the environment, by the settings."""

import re
from pathlib import Path

import pytest

COMMANDS = ("analyse", "check", "draft", "checks", "explain", "train", "evaluate")
CHINESE = re.compile(r"[一-鿿]")
ENGLISH_WORDS = re.compile(
    r"\b(Usage|Options|Arguments|Commands|Show|Missing|Error|required|default|TEXT|Try)\b"
)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_wholly_chinese_by_default(zongjie, command: str) -> None:
    ran = zongjie(*command.split(), "--help")
    assert ran.code == 0
    assert ran.out.startswith("用法：zongjie")
    assert not ENGLISH_WORDS.search(ran.out)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_wholly_english_when_asked(zongjie, command: str) -> None:
    ran = zongjie("--lang", "en", *command.split(), "--help")
    assert ran.code == 0
    assert ran.out.startswith("Usage: zongjie")
    assert not CHINESE.search(ran.out)


MISTAKES = [
    (("chek",), "没有命令 chek，是不是想写 check", "no such command chek; did you mean check"),
    (("zzz",), "没有命令 zzz", "no such command zzz"),
    (("check",), "缺少参数 文件…", "missing argument FILE…"),
    (("check", "a", "--nope"), "没有选项 --nope", "no such option --nope"),
    (("check", "a", "--format"), "--format 后面要跟一个值", "--format needs a value"),
    (("check", "a", "--format", "x"), "不能是 x", "cannot be x"),
    (("analyse", "a", "--max-size", "big"), "看不懂大小 big", "cannot read the size big"),
    (("draft", "a", "b"), "多出了参数：b", "extra argument: b"),
    (("check", "a", "--no-config=1"), "--no-config 不带值", "--no-config takes no value"),
    (("explain", "QQ99"), "没有检查 QQ99", "no check QQ99"),
    (("check", "a", "--select", "QQ"), "没有检查 QQ", "no check QQ"),
    (("draft", "a", "--format", "docx"), "请用 -o 指定文件", "name a file with -o"),
]


@pytest.mark.parametrize(("args", "zh", "en"), MISTAKES)
def test_mistakes_are_told_in_either_language(zongjie, args: tuple[str, ...], zh: str, en: str) -> None:
    chinese, english = zongjie(*args), zongjie(*args, "--lang=en")
    assert (chinese.code, english.code) == (2, 2)
    assert zh in chinese.err
    assert not ENGLISH_WORDS.search(chinese.err)
    assert en in english.err
    assert not CHINESE.search(english.err)
    assert (chinese.out, english.out) == ("", "")


@pytest.mark.parametrize("where", [0, 1, 2])
def test_lang_may_stand_anywhere(zongjie, report: Path, where: int) -> None:
    line = ["check", str(report)]
    line[where:where] = ["--lang", "en"]
    assert "1 report checked" in zongjie(*line).out


def test_environment_and_settings_choose_the_language(
    zongjie, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (report.parent / "zongjie.toml").write_text('lang = "en"\n', encoding="utf-8")
    assert "1 report checked" in zongjie("check", str(report)).out
    assert "查了 1 份报告" in zongjie("check", str(report), "--no-config").out
    monkeypatch.setenv("ZONGJIE_LANG", "zh")
    assert "查了 1 份报告" in zongjie("check", str(report)).out
    assert "1 report checked" in zongjie("check", str(report), "--lang", "en").out


def test_language_that_there_is_not_is_refused_in_both(zongjie) -> None:
    ran = zongjie("checks", "--lang", "fr")
    assert ran.code == 2
    assert "没有语言 'fr'" in ran.err
    assert "no language 'fr'" in ran.err


def test_broken_settings_are_told(zongjie, report: Path) -> None:
    (report.parent / "zongjie.toml").write_text("lang = [", encoding="utf-8")
    ran = zongjie("check", str(report))
    assert ran.code == 2
    assert "不是有效的 TOML" in ran.err
    assert zongjie("check", str(report), "--no-config").code in (0, 1)
