"""The READMEs say what is so: their Python runs, their commands exist, their files are there."""

import re
from pathlib import Path

import pytest

from zongjie.cli.main import main

ROOT = Path(__file__).parents[1]
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_python_runs(path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.S)
    assert blocks
    for block in blocks:
        exec(compile(block, path.name, "exec"), {})
    assert "DU02" in capsys.readouterr().out


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_named_commands_exist(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    known = set(re.findall(r"^  ([a-z]+)\b", capsys.readouterr().out, re.M))
    named = set(re.findall(r"^zongjie ([a-z]+)", path.read_text(encoding="utf-8"), re.M))
    assert named
    assert named <= known


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert targets
    assert [t for t in targets if not (ROOT / t).exists()] == []
