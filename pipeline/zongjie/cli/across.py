"""``zongjie across``: figures, themes and problems of the archive's bodies through the years."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.cli.runs import WELL, tell
from zongjie.cli.screen import page_width
from zongjie.errors import SettingsError

QUESTIONS = ("figures", "themes", "problems")
FORMATS = ("terminal", "csv", "json")
_BY_SUFFIX = {".csv": "csv", ".json": "json"}


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "across",
        cls=Command,
        help=say(
            "跨年看一个单位，或几个单位并排看：指标（目标、当年报告、后来引用）、主题、年年都提的问题。\n\n"
            "例：zongjie across out/ --body 佛山 · "
            "zongjie across out/ --body 佛山 --body 宁波 --metric 地区生产总值",
            "A body through the years, or bodies side by side: metrics (target, reported, quoted later, "
            "what was restated), themes, problems that come back.\n\n"
            "For example: zongjie across out/ --body 佛山 --what problems",
        ),
    )
    def command(
        out: Annotated[str, arguments.archive_folder(say)],
        body: Annotated[
            list[str] | None,
            typer.Option(
                "--body",
                metavar=say("名称", "NAME"),
                help=say(
                    "哪个单位，写名称的一部分就行；可以写几次。",
                    "Which body, part of its name; may be repeated.",
                ),
            ),
        ] = None,
        what: Annotated[
            str,
            typer.Option(
                "--what",
                metavar="|".join(QUESTIONS),
                parser=arguments.one_of(say, *QUESTIONS),
                help=say(
                    "figures：指标（默认）；themes：主题各占多少；problems：年年都提的问题。",
                    "figures (default); themes: their shares; problems: those that come back.",
                ),
            ),
        ] = "figures",
        metric: Annotated[
            str | None,
            typer.Option(
                "--metric",
                metavar=say("指标", "METRIC"),
                help=say("只看名称里有这几个字的指标。", "Only metrics whose name holds this."),
            ),
        ] = None,
        format: Annotated[
            str | None,
            typer.Option(
                "--format",
                metavar="|".join(FORMATS),
                parser=arguments.one_of(say, *FORMATS),
                help=say(
                    "终端（默认）、CSV 或 JSON；不写时看 -o 的扩展名。", "Terminal (default), CSV or JSON."
                ),
            ),
        ] = None,
        output: Annotated[
            str | None,
            arguments.output_file(say),
        ] = None,
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        way = arguments.way_of(format, output, _BY_SUFFIX, "terminal")
        path = arguments.path_of(output)
        return lambda: across(Path(out), body or [], what, metric, way, path, say)


def across(
    out: Path, names: Sequence[str], what: str, metric: str | None, way: str, path: Path | None, say: Say
) -> int:
    """Answer one question about the bodies named."""
    from zongjie.archive.loading import bodies_named

    bodies = bodies_named(out, names)
    if not names and not (what == "figures" and metric) and way == "terminal":
        raise SettingsError(
            f"档案里有 {len(bodies)} 个单位，请用 --body 说看哪个。例：{'、'.join(bodies[:5])}。",
            f"the archive has {len(bodies)} bodies: name one with --body, such as {', '.join(bodies[:3])}.",
        )
    answer = {"figures": _figures, "themes": _themes, "problems": _problems}[what]
    shown = answer(out, bodies, metric, way, say)
    if not shown:
        tell(say("没有找到。", "nothing found."))
    put(shown, path)
    return WELL


def _figures(out: Path, bodies: Sequence[str], metric: str | None, way: str, say: Say) -> str:
    from zongjie.archive.loading import metric_rows
    from zongjie.archive.metric_names import is_known
    from zongjie.archive.series import series_of
    from zongjie.renderers.series import side_by_side, to_csv, to_json, to_terminal

    found = [
        one
        for one in series_of(metric_rows(out, bodies))
        if (metric in one.metric if metric else is_known(one.metric))
        and (len(one.points) > 1 or way != "terminal")
    ]
    if way == "csv":
        return to_csv(found)
    if way == "json":
        return to_json(found, say.lang)
    if len(bodies) == 1 or not metric:
        return to_terminal(found, say.lang, page_width())
    kinds = dict.fromkeys((one.metric, one.change_kind, one.unit) for one in found)
    groups = [[s for s in found if (s.metric, s.change_kind, s.unit) == kind] for kind in kinds]
    return "".join(side_by_side(group, say.lang) for group in groups if len(group) > 1 or len(groups) == 1)


def _themes(out: Path, bodies: Sequence[str], metric: str | None, way: str, say: Say) -> str:
    from zongjie.archive.loading import theme_shares
    from zongjie.renderers.archive_tables import themes_table

    return themes_table(theme_shares(out, bodies), way, say.lang)


def _problems(out: Path, bodies: Sequence[str], metric: str | None, way: str, say: Say) -> str:
    from zongjie.archive.loading import told_problems
    from zongjie.archive.recurring import recurring

    found = {body: recurring(told) for body, told in told_problems(out, bodies).items()}
    if way == "json":
        told = [
            {"organisation": body, "years": one.years, "told": [asdict(p) for p in one.told]}
            for body, those in found.items()
            for one in those
        ]
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    if way == "csv":
        from zongjie.renderers.archive_tables import csv_of

        rows = [
            (body, at, p.year, p.words, p.sha256, p.start, p.end)
            for body, those in found.items()
            for at, one in enumerate(those, 1)
            for p in one.told
        ]
        return csv_of(("organisation", "problem", "year", "words", "sha256", "start", "end"), rows)
    lines = []
    for body, those in found.items():
        lines += [body] if those else []
        for one in those:
            lines += ["", say(f"  {len(one.years)}份报告都提到", f"  in {len(one.years)} reports")]
            lines += [f"    {p.year}  {' '.join(p.words.split())[:120]}" for p in one.told]
    return "".join(f"{line}\n" for line in lines)
