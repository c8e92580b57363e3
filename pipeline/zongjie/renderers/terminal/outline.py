"""The outline on the terminal: a tree with the role and theme of each section."""

from typing import Any

from rich.text import Text

from zongjie.document import Analysis
from zongjie.renderers.told import theme_words
from zongjie.renderers.width import display_width, pad, shorten
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
    tags = [(word(ROLE, s.role, lang), theme_words(s, lang)) for s in analysis.sections]
    widest = max((display_width(role) + display_width(theme) for role, theme in tags), default=0)
    left = max(width - min(widest + 3, width // 2) - 3, 20)  # columns up to the tags
    rows: list[Any] = []
    for section, (role, theme) in zip(analysis.sections, tags, strict=True):
        indent = "  " * min(section.level, 8)
        heading = section.heading or ("（无标题）" if lang == "zh" else "(no heading)")
        gap = " " if _spaced(section.number) else ""
        words = shorten(f"{indent}{section.number or ''}{gap}{heading}", left)
        row = Text(pad(words, left + 2), style="bold" if section.level == 1 else "")
        row.append(role, style=_ROLE_STYLE.get(section.role, ""))
        if theme:
            row.append(shorten(f" · {theme}", width - left - 2 - display_width(role)), style="dim")
        rows.append(row)
    return rows


def _spaced(number: str | None) -> bool:
    return number is not None and number[-1:].isascii()
