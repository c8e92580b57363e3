"""Reads the files that a command names: settings by folder, ``-`` for standard input."""

import glob
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zongjie.document import Report
from zongjie.errors import InputError, TooLarge, ZongjieError
from zongjie.settings import Settings, load_settings

STDIN = "-"
DEBUG = "ZONGJIE_DEBUG"
REPORTS = (".txt", ".md", ".markdown", ".html", ".htm", ".docx")
_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line wants changed in the settings; None leaves a setting as it is."""

    lang: str | None = None
    config: bool = True
    max_size: int | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: str | None = None
    engine: str | None = None
    model: str | None = None


def spread(names: Sequence[str]) -> list[str]:
    """The files that ``names`` mean: a folder is all reports in it, a pattern what fits it.

    In order of their names, each file once; hidden files and Word's own (~$…) are passed over.
    What is neither stays as it is, so that a missing file is told as one.
    """
    found: dict[str, None] = {}
    for name in names:
        path = Path(name)
        if name != STDIN and path.is_dir():
            those = sorted(str(one) for one in path.rglob("*") if _is_report(one.relative_to(path), one))
        elif name != STDIN and any(sign in name for sign in "*?[") and not path.exists():
            fitting = glob.glob(name, recursive=True)  # noqa: PTH207 (Path.glob takes hidden files too)
            those = sorted(one for one in fitting if Path(one).is_file())
        else:
            those = [name]
        found.update(dict.fromkeys(those or [name]))
    return list(found)


def _is_report(inside: Path, path: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in inside.parts)
    return not hidden and path.suffix.lower() in REPORTS and path.is_file()


def settings_for(name: str, asked: Asked) -> Settings:
    """Settings of the folder of the file ``name``, with what the command line asks on top."""
    folder = Path.cwd() if name == STDIN else Path(name).parent
    settings = load_settings(folder) if asked.config and folder.is_dir() else Settings()
    return settings.at(folder / Path(name).name).changed(
        lang=asked.lang,
        max_size=asked.max_size,
        select=asked.select,
        ignore=asked.ignore,
        fail_on=asked.fail_on,
        engine=asked.engine,
        model=asked.model,
    )


def read_input(name: str, settings: Settings) -> Report:
    """The report in the file ``name``, or on standard input. Raises an ``InputError``."""
    from zongjie.readers import read

    if name != STDIN:
        return read(Path(name), max_size=settings.max_size)
    with tempfile.TemporaryDirectory(prefix="zongjie-") as folder:
        path = Path(folder) / "stdin"
        _spool(path, settings.max_size)
        try:
            report = read(path, max_size=settings.max_size)
        except InputError as problem:
            zh = problem.zh.replace(str(path), "标准输入")
            raise type(problem)(zh, problem.en.replace(str(path), "standard input")) from None
    return replace(report, source=replace(report.source, name="stdin"))


def each_input(
    names: Sequence[str], asked: Asked, do: Callable[[str, Report, Settings], None]
) -> Iterator[ZongjieError]:
    """Call ``do`` on every file; yield what went wrong with one, and go on with the next.

    What concerns them all (settings, a full disk, a closed pipe) is raised.
    """
    for name in names:
        try:
            settings = settings_for(name, asked)
            do(name, read_input(name, settings), settings)
        except InputError as problem:
            yield problem
        except (ZongjieError, OSError):
            raise
        except Exception as problem:
            if os.environ.get(DEBUG):
                raise
            yield Fault.of(problem, name)


class Fault(ZongjieError):
    """A fault of ours, not of the input."""

    @classmethod
    def of(cls, problem: Exception, name: str = "") -> "Fault":
        """The message for an exception that nobody expected; ``name`` is the file at hand."""
        what = f"{type(problem).__name__}: {problem}"
        zh, en = (f"{name}：", f"{name}: ") if name else ("", "")
        return cls(
            f"{zh}程序内部出错（{what}）。设环境变量 {DEBUG}=1 再运行可看到细节，请一并报告。",
            f"{en}internal error ({what}). Run again with {DEBUG}=1 for details and report them to us.",
        )


def _spool(path: Path, limit: int) -> None:
    """Copy standard input to ``path``; stop with ``TooLarge`` beyond ``limit`` bytes."""
    taken = 0
    with path.open("wb") as copy:
        while chunk := sys.stdin.buffer.read(_CHUNK):
            taken += len(chunk)
            if taken > limit:
                raise TooLarge(
                    f"标准输入超过了 {limit} 字节的上限。请用 --max-size 放宽，或把报告拆小。",
                    f"standard input is over the limit of {limit} bytes. Raise it with --max-size.",
                )
            copy.write(chunk)
