"""Units and measure words: which there are, what they measure, how they are spelt.

The table is ``units.toml``. 万 and 亿 before a unit belong to the number, so scaled units
(万元, 亿千瓦时) are read everywhere and never emitted.
"""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

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
def units() -> dict[str, Unit]:
    """All units by the word as written.

    >>> units()["成"].name, units()["公里"].factor
    ('%', Decimal('1000'))
    """
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    factors: dict[str, list[str]] = table.pop("factor")
    table.pop("not_before")
    found: dict[str, Unit] = {}

    def add(word: str, name: str, dimension: str, multiplier: str) -> None:
        base, factor = factors.get(name, [name, "1"])
        found[word] = Unit(word, name, dimension, Decimal(multiplier), base, Decimal(factor))

    for dimension, entry in table.items():
        for word in entry["emit"].split():
            add(word, word, dimension, "1")
        for word, (name, multiplier) in entry.get("alias", {}).items():
            add(word, name, dimension, multiplier)
    return found


@cache
def unit_pattern() -> str:
    """A regular expression (no groups) that matches the longest unit, letter by letter."""
    refused: dict[str, str] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["not_before"]
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in units():
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}

    def branch(node: dict, word: str) -> str:  # type: ignore[type-arg]
        longer = [re.escape(c) + branch(node[c], word + c) for c in sorted(node) if c]
        if "" in node:
            refuse = refused.get(word, "")
            end = f"(?![{refuse}])" if refuse else ""
            if word[-1].isascii() and word[-1].isalpha():
                end = "(?![A-Za-z0-9])"
            longer.append(end)
        return longer[0] if len(longer) == 1 else f"(?:{'|'.join(longer)})"

    return branch(root, "")
