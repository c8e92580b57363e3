"""``zongjie repeats``: which reports copy from which."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.inputs import STDIN, Asked, each_input, settings_for
from zongjie.cli.language import Say
from zongjie.cli.output import Destinations, put
from zongjie.cli.runs import CANNOT, WELL, finish, tell
from zongjie.cli.screen import colourful, page_width
from zongjie.document import Report
from zongjie.errors import ZongjieError
from zongjie.settings import Settings

FORMATS = ("terminal", "json", "html")
_ENDINGS = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx"}


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "repeats",
        cls=Command,
        help=say(
            "比对多份报告：哪份抄了哪份，抄了多少，换了什么。\n\n"
            "可以给文件，也可以给文件夹。用 --index 把比对过的报告留在索引里，下次只比新来的。\n\n"
            "例：zongjie repeats 去年.docx 今年.docx · zongjie repeats archive/ --format html -o 雷同.html",
            "Compare reports: which copy from which, how much, and what was swapped.\n\n"
            "Takes files and folders. --index keeps what was read, so that only new ones are compared.\n\n"
            "For example: zongjie repeats last.docx this.docx; zongjie repeats archive/ -o r.txt",
        ),
    )
    def command(
        files: Annotated[list[str], arguments.files_or_folders(say)],
        format: Annotated[
            str,
            typer.Option(
                "--format",
                metavar="|".join(FORMATS),
                parser=arguments.one_of(say, *FORMATS),
                help=say(
                    "终端（默认）、JSON（zongjie-repeats/1）或网页。",
                    "Terminal (default), JSON (zongjie-repeats/1) or a web page.",
                ),
            ),
        ] = "terminal",
        index: Annotated[
            str | None,
            typer.Option(
                "--index",
                metavar=say("文件夹", "DIR"),
                help=say(
                    "索引所在；没有就新建，有就接着用：新报告与其中所有报告比对，并加进去。",
                    "The index, made if need be: new reports are compared with all in it, and added.",
                ),
            ),
        ] = None,
        output: Annotated[
            str | None,
            arguments.output_file(say),
        ] = None,
        jobs: Annotated[
            int | None,
            typer.Option(
                min=1, help=say("用几个进程，默认按处理器数。", "Processes; default: the processors.")
            ),
        ] = None,
        max_size: Annotated[int | None, arguments.max_size(say)] = None,
        no_config: Annotated[bool, arguments.no_config(say)] = False,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        asked = Asked(lang=say.asked, config=not no_config, max_size=max_size)
        return lambda: repeats(files, asked, format, index, output, jobs or os.cpu_count() or 1, say)


def repeats(
    names: Sequence[str], asked: Asked, way: str, where: str | None, output: str | None, jobs: int, say: Say
) -> int:
    """Read all reports, compare them, show the pairs; 2 if some could not be read."""
    import tempfile

    path = Destinations(output, [*names, ""], "").own()
    if where is not None:
        return _compared(list(_spread(names)), Path(where), asked, way, path, jobs, say)
    with tempfile.TemporaryDirectory(prefix="zongjie-") as folder:
        return _compared(list(_spread(names)), Path(folder) / "index", asked, way, path, jobs, say)


def _compared(
    names: Sequence[str], folder: Path, asked: Asked, way: str, path: Path | None, jobs: int, say: Say
) -> int:
    from zongjie.archive.repeats import Index, add_files, document_of, repeats_of

    index = Index.at(folder)
    read: list[tuple[str, str]] = []

    def one(name: str, report: Report, settings: Settings) -> None:
        index.add([document_of(report)])
        read.append((report.source.name, report.source.sha256))

    def problems() -> Iterator[ZongjieError]:
        limit = settings_for(names[0] if names else STDIN, asked).max_size
        yield from each_input([name for name in names if name == STDIN], asked, one)
        for name, digest, problem in add_files(index, [n for n in names if n != STDIN], limit, jobs):
            if problem is not None:
                yield problem
            elif digest is not None:
                read.append((Path(name).name, digest))

    code = finish(problems(), say)
    if not read:
        tell(say("没有读到报告。", "no report was read."))
        return CANNOT
    if len(read) == 1 and len(index.reports) == 1:
        tell(
            say(
                "只有一份报告，没有可比的。请再给一份或一个文件夹，或用 --index 指定比对过的索引；"
                "查一份报告自身的重复用 zongjie check。",
                "one report only, and nothing to compare it with: name another, a folder, or an --index; "
                "zongjie check finds what one report says twice.",
            )
        )
    found = repeats_of(index, read, jobs)
    index.tidy()
    put(_shown(found, index, way, path, say), path)
    return code or WELL


def _shown(found: object, index: object, way: str, path: Path | None, say: Say) -> str | Iterator[str]:
    from zongjie.archive.repeats import Index
    from zongjie.document.report_pair import Repeats

    assert isinstance(found, Repeats)
    assert isinstance(index, Index)
    if way == "json":
        from zongjie.renderers.repeats.json import json_pieces

        return json_pieces(found)
    if way == "html":
        from zongjie.renderers.repeats.page import page_pieces

        return page_pieces(found, index.text_of, lang=say.lang)
    from zongjie.renderers.repeats.terminal import to_terminal

    colour = path is None and colourful()
    return to_terminal(found, index.text_of, lang=say.lang, colour=colour, width=page_width())


def _spread(names: Sequence[str]) -> Iterator[str]:
    """The files named, and the reports in the folders named, each once, in order."""
    seen: set[str] = set()
    for name in names:
        for one in reports_in(Path(name)) if name != STDIN and Path(name).is_dir() else (name,):
            if one == STDIN or one not in seen:
                seen.add(one)
                yield one


def reports_in(folder: Path) -> Iterator[str]:
    """The files in ``folder`` and below that are reports by their ending, hidden ones left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if path.suffix.lower() in _ENDINGS and not hidden and path.is_file():
            yield str(path)
