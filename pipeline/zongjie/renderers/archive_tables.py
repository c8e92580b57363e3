"""Small tables about the archive: themes through the years, figures found by a search."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from zongjie.renderers.formulas import guarded
from zongjie.renderers.told import group_words
from zongjie.renderers.width import display_width, pad, shorten

Share = tuple[str, int, str, float]  # body, year, theme group, share of the characters


def themes_table(shares: Sequence[Share], way: str, lang: str) -> str:
    """The share of each theme, a line a year and a column a theme, body by body."""
    if way == "json":
        told = [
            {"organisation": body, "year": year, "theme_group": group, "share": round(share, 4)}
            for body, year, group, share in shares
        ]
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    if way == "csv":
        head = ("organisation", "year", "theme_group", "share")
        return csv_of(head, [(*one[:3], f"{one[3]:.4f}") for one in shares])
    lines: list[str] = []
    for body in dict.fromkeys(one[0] for one in shares):
        lines += [body, *_of_body([one for one in shares if one[0] == body], lang), ""]
    return "".join(f"{line}\n" for line in lines)


def _of_body(shares: Sequence[Share], lang: str) -> list[str]:
    sums: dict[str, float] = {}
    for _, _, group, share in shares:
        sums[group] = sums.get(group, 0.0) + share
    groups = sorted(sums, key=lambda group: -sums[group])
    cells = {(year, group): f"{share:.0%}" for _, year, group, share in shares}
    rows = [["year" if lang == "en" else "年份", *(group_words(group, lang) for group in groups)]]
    rows += [
        [str(year), *(cells.get((year, group), "") for group in groups)]
        for year in sorted({one[1] for one in shares})
    ]
    return aligned(rows)


def aligned(rows: Sequence[Sequence[str]], widest: int = 60, indent: str = "  ") -> list[str]:
    """The rows with their columns one under the other, none wider than ``widest`` columns of a terminal."""
    columns = [min(widest, max(display_width(row[at]) for row in rows)) for at in range(len(rows[0]))]
    return [
        indent + "  ".join(pad(shorten(c, n), n) for c, n in zip(row, columns, strict=True)).rstrip()
        for row in rows
    ]


def csv_of(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A table for spreadsheets, with a byte-order mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _safe(cell: Any) -> Any:
    return guarded(cell) if isinstance(cell, str) else cell
