"""Runs command lines as a user would: in a process of their own, or (quicker) in this one."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

REPORT = """河湾镇2024年上半年工作总结

一、工作开展情况

(一)抓实饮水工程。上半年新修水渠12公里,培训管水员30余人次。

(二)办好民生实事。建成村级食堂5个。

二、存在的不足

一是管水员队伍不够稳定。

三、下半年打算

(一)稳住队伍。再招募管水员10名。
"""
PASTED = (
    "全镇干部分成九个小组走村入户，逐户核对饮水管网台账，把漏水、断水、水压不足的户头逐一登记造册，当月销号。"
    "对偏远山坳的散居农户，由包村干部背着工具箱上门修理，修好一户、回访一户，把水费收据贴在门后备查。"
)


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "河湾镇.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def pasted(tmp_path: Path) -> Path:
    """A report with one passage twice: DU02."""
    path = tmp_path / "重复.txt"
    text = REPORT.replace("人次。", f"人次。{PASTED}").replace("食堂5个。", f"食堂5个。{PASTED}")
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def process(tmp_path: Path) -> Run:
    """A real process, with a bare environment (LANG=C), in an empty folder."""

    def run(*args: str, stdin: bytes | None = None, env: dict[str, str] | None = None) -> Ran:
        bare = {"PATH": os.environ["PATH"], "LANG": "C", "LC_ALL": "C", "HOME": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "-m", "zongjie", *args],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=bare | (env or {}),
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run


@pytest.fixture
def zongjie(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    """The command line in this process: no start-up to pay for."""
    from zongjie.cli.main import main

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ZONGJIE_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*args: str) -> Ran:
        capfdbinary.readouterr()
        code = main(args)
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode("utf-8"), err.decode("utf-8"))

    return run
