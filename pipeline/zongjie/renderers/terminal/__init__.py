"""The page of ``zongjie analyse`` for a terminal (rich): card, figures, outline, faults, plan."""

from collections.abc import Mapping
from io import StringIO

from zongjie.document import Analysis
from zongjie.renderers.terminal.page import Page

__all__ = ["to_terminal"]


def to_terminal(
    analysis: Analysis,
    *,
    lang: str = "zh",
    titles: Mapping[str, str] | None = None,
    colour: bool = False,
    width: int = 80,
    everything: bool = False,
    show_removed: bool = False,
) -> str:
    """The analysis as a page of at most ``width`` columns, with ANSI colours if ``colour``.

    ``titles`` names the checks by code. Long tables are cut short and say how many rows are
    left, unless ``everything``.
    """
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    page = Page(analysis, lang, titles or {}, width, colour, everything)
    for part in page.parts(show_removed=show_removed):
        console.print(part)
    lines = (line.rstrip() for line in out.getvalue().split("\n"))
    return "\n".join(lines).strip("\n") + "\n"
