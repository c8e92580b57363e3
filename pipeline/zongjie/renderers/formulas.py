"""Cells that a spreadsheet would take for a formula."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before what would begin a formula.

    >>> guarded("=1+1"), guarded("提案")
    ("'=1+1", '提案')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
