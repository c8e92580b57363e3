"""The outline on the terminal: a tree with the role and theme of each section."""

from typing import Any

from rich.text import Text

from zongjie.document import Analysis
from zongjie.renderers.told import theme_words
from zongjie.renderers.width import display_width, shorten
from zongjie.renderers.words import ROLE, word

_ROLE_STYLE = {
    "opening": "blue",
    "achievement": "green",
    "problem": "red",
    "plan": "magenta",
    "closing": "blue",
    "other": "dim",
}


def outline_rows(analysis: Analysis, lang: str, width: int) -> list[Any]:
    """One line a section: mark and heading, then role and theme at the right."""
    rows: list[Any] = []
    for section in analysis.sections:
        indent = "  " * section.level
        role = word(ROLE, section.role, lang)
        theme = theme_words(section, lang)
        tag = f"{role} · {theme}" if theme else role
        room = max(width - display_width(indent) - display_width(tag) - 4, 10)
        heading = section.heading or ("（无标题）" if lang == "zh" else "(no heading)")
        words = shorten(f"{section.number or ''}{' ' if _spaced(section.number) else ''}{heading}", room)
        row = Text(indent)
        row.append(words, style="bold" if section.level == 1 else "")
        row.append(" " * (room - display_width(words) + 2))
        row.append(role, style=_ROLE_STYLE.get(section.role, ""))
        if theme:
            row.append(f" · {theme}", style="dim")
        rows.append(row)
    return rows


def _spaced(number: str | None) -> bool:
    return number is not None and number[-1:].isascii()
