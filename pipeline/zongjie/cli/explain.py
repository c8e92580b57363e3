"""``zongjie explain``: the page of documentation of one check."""

from collections.abc import Callable
from typing import Annotated

import typer

from zongjie.cli import arguments
from zongjie.cli.help import Command
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.errors import SettingsError


def add_to(app: typer.Typer, say: Say) -> None:
    """Declare the command."""

    @app.command(
        "explain",
        cls=Command,
        help=say("说明一条检查：查什么、为什么、正反例。", "Explain a check: what, why, examples."),
    )
    def command(
        code: Annotated[
            str,
            typer.Argument(
                metavar=say("代码", "CODE"),
                help=say(
                    "如 DU02，或名称 near-duplicate-passage。",
                    "e.g. DU02, or a name such as near-duplicate-passage.",
                ),
                show_default=False,
            ),
        ],
        lang: Annotated[str | None, arguments.language(say)] = None,
    ) -> Callable[[], int]:
        return lambda: explain(code, say)


def explain(code: str, say: Say) -> int:
    """Print the card and the documentation of a check; ``SettingsError`` if there is none."""
    from zongjie.checks import all_checks, check_by_code
    from zongjie.cli.pages import explain_page

    found = check_by_code(code)
    if found is None:
        near = [one.check.code for one in all_checks() if one.check.code[:2] == code.upper()[:2]]
        raise SettingsError(
            f"没有检查 {code}。"
            + (f"同门类有：{'、'.join(near)}。" if near else "全部检查见 zongjie checks。"),
            f"no check {code}. " + (f"Its family has: {', '.join(near)}." if near else "See zongjie checks."),
        )
    put(explain_page(found, say), None)
    return 0
