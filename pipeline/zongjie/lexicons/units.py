"""Units and measure words: which there are, what they measure, how they are spelt.

The table is ``units.toml``. 万 and 亿 before a unit belong to the number, so scaled units
(万元, 亿千瓦时) are read everywhere and never emitted.
"""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written. ``name`` is what results say (％ → %, 个百分点 → 百分点) and
    ``multiplier`` turns the number as written into a number of ``name`` (成 → 10 %).
    ``base`` and ``factor`` compare units of a dimension: 公里 = 1000 米."""

    word: str
    name: str
    dimension: str
    multiplier: Decimal
    base: str
    factor: Decimal


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def units() -> dict[str, Unit]:
    """All units by the word as written.

    >>> units()["成"].name, units()["公里"].factor
    ('%', Decimal('1000'))
    """
    table = _table()
    factors: dict[str, list[str]] = table["factor"]
    found: dict[str, Unit] = {}

    def add(word: str, name: str, dimension: str, multiplier: str) -> None:
        base, factor = factors.get(name, [name, "1"])
        found[word] = Unit(word, name, dimension, Decimal(multiplier), base, Decimal(factor))

    for dimension, entry in table.items():
        if "emit" not in entry:
            continue
        for word in entry["emit"].split():
            add(word, word, dimension, "1")
        for word, (name, multiplier) in entry.get("alias", {}).items():
            add(word, name, dimension, multiplier)
    return found


@cache
def _by_beginning() -> dict[str, tuple[tuple[int, dict[str, tuple[Unit, str]]], ...]]:
    """By the first two letters, and by one letter that is a unit itself: the units that begin so and the
    letters that each must not stand before, longest first: (length, {word: (unit, letters)})."""
    refused = _table()["not_before"]
    alone = {word for word in units() if len(word) == 1}
    beginnings: dict[str, set[str]] = {}
    for word in units():
        beginnings.setdefault(word[:2], set()).add(word)
    for beginning, words in beginnings.items():
        if beginning[0] in alone:
            words.add(beginning[0])
    found = {}
    for beginning, words in beginnings.items():
        lengths = sorted({len(word) for word in words}, reverse=True)
        found[beginning] = tuple(
            (
                length,
                {word: (units()[word], refused.get(word, "")) for word in words if len(word) == length},
            )
            for length in lengths
        )
    return found


def unit_at(text: str, at: int) -> Unit | None:
    """The longest unit that ``text`` has at ``at`` and that is no part of a longer word.

    >>> unit_at("3个百分点", 1).name, unit_at("2分别", 1)
    ('百分点', None)
    """
    beginnings = _by_beginning()
    for length, known in beginnings.get(text[at : at + 2]) or beginnings.get(text[at : at + 1], ()):
        word = text[at : at + length]
        found = known.get(word)
        if found is None:
            continue
        unit, refused = found
        after = text[at + length : at + length + 1]
        if after in refused and after:
            continue
        if word[-1] < "{" and word[-1].isalpha() and after.isascii() and after.isalnum():
            continue
        return unit
    return None
