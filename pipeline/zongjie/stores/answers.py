"""An answer written as a table for the terminal, CSV, JSON or a workbook."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from zongjie.stores.querying import Answer

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so would be taken for a formula
_CELL = 32_767  # characters that a cell of a workbook holds
_SHEET = 1_048_575  # rows below the head of a sheet


def plain(value: Any) -> str:
    """A value for the eye: 236 and not 236.0, a list with commas, nothing for NULL.

    >>> plain(236.0), plain(1.2e8), plain(["a", "b"]), plain(None), plain(0.1 + 0.2)
    ('236', '120000000', 'a, b', '', '0.3')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:.12g}"
    if isinstance(value, list | tuple):
        return ", ".join(map(plain, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def csv_pieces(answer: Answer) -> Iterator[str]:
    """CSV with a byte-order mark, so that spreadsheets read the Chinese."""
    yield "\ufeff" + _line(answer.columns)
    for row in answer.rows:
        yield _line([_guarded(value) for value in row])


def _guarded(value: Any) -> str:
    words = plain(value)
    return f"'{words}" if isinstance(value, str) and words.startswith(_FORMULA) else words


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def json_pieces(answer: Answer) -> Iterator[str]:
    """A list of objects, one a line."""
    opening = "[\n"
    for row in answer.rows:
        told = dict(zip(answer.columns, row, strict=True))
        yield opening + json.dumps(told, ensure_ascii=False, default=_told)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _told(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def write_xlsx(answer: Answer, path: Path) -> int:
    """A workbook with one sheet, its head fixed and filtered; the rows left out, if too many."""
    import xlsxwriter

    draft = path.with_name(f".{path.name}.draft")
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "nan_inf_to_errors": True,
    }
    try:
        with xlsxwriter.Workbook(str(draft), options) as book:
            sheet = book.add_worksheet()
            bold = book.add_format({"bold": True})
            sheet.write_row(0, 0, answer.columns, bold)
            sheet.freeze_panes(1, 0)
            number = 0
            for number, row in enumerate(islice(answer.rows, _SHEET), 1):
                sheet.write_row(number, 0, [_cell(value) for value in row])
            sheet.autofilter(0, 0, max(number, 1), max(len(answer.columns) - 1, 0))
        draft.replace(path)
    except xlsxwriter.exceptions.FileCreateError as problem:
        raise OSError(*problem.args) from problem
    finally:
        draft.unlink(missing_ok=True)
    return sum(1 for _ in answer.rows)


def _cell(value: Any) -> Any:
    if isinstance(value, bool | int | float) or value is None:
        return value
    return plain(value)[:_CELL]


def table_of(answer: Answer, most: int) -> tuple[list[list[str]], int]:
    """The first ``most`` rows as words, and how many there are in all."""
    rows = [[_one_line(plain(cell)) for cell in row] for row in islice(answer.rows, most)]
    return rows, len(rows) + sum(1 for _ in answer.rows)


def _one_line(words: str) -> str:
    return " ".join(words.split())
