"""Texts with the short form for the long one, so that 医疗保险 and 医保 are one word."""

import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".txt")


def shortened(text: str) -> str:
    """``text`` with each long form of the table replaced; lengths change, so offsets are lost.

    >>> shortened("提高城乡居民医疗保险待遇")
    '提高城乡居民医保待遇'
    """
    pattern, table = _table()
    return pattern.sub(lambda found: table[found.group()], text)


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            long, short = line.split("\t")
            table[long] = short
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), table
