"""The drafted plan on the terminal: wrapped, headings bold, open slots in yellow."""

import re
from typing import Any

from rich.text import Text

from zongjie.document import Plan
from zongjie.renderers.width import wrap

_SLOT = re.compile(r"【(?:待填|核对)[^】]{0,200}】")


def plan_rows(plan: Plan, width: int) -> list[Any]:
    """The lines of the plan's text, cut to the page."""
    headings = {item.heading for item in plan.items if item.heading}
    rows: list[Any] = []
    for paragraph in plan.text.split("\n"):
        bold = paragraph == plan.title or any(
            heading in paragraph for heading in headings if len(paragraph) < len(heading) + 8
        )
        for row in wrap(paragraph, width - 4):
            line = Text(f"  {row}", style="bold" if bold else "")
            line.highlight_regex(_SLOT, "yellow")
            rows.append(line)
    return rows
