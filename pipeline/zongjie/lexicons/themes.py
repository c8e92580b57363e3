"""The taxonomy of themes: fourteen groups and the leaves below them, from ``themes.toml``.

The keys of the groups are part of the public contract (``sections[].theme.group``); the leaves
(``theme.label``) may be merged or split on evidence.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TypeVar, get_args

from zongjie.document import ThemeGroup


@dataclass(frozen=True, slots=True)
class Group:
    """A group of themes and its names."""

    key: ThemeGroup
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A theme: its definition, what belongs to a neighbour instead (``borders``), its keywords.

    ``trades`` are words of a title whose report mostly speaks of this theme (教育局, 小学);
    ``signs`` are words of everyday work that speak for it in a body: the model learns from them.
    """

    key: str
    group: ThemeGroup
    zh: str
    en: str
    definition: str
    borders: str
    keywords: tuple[str, ...]
    trades: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


_Named = TypeVar("_Named", Group, Leaf)


@dataclass(frozen=True, slots=True)
class Taxonomy:
    groups: tuple[Group, ...]
    leaves: tuple[Leaf, ...]

    def group(self, key: str) -> Group:
        """The group ``key``; KeyError if there is none."""
        return _by_key(self.groups, key)

    def leaf(self, key: str) -> Leaf:
        """The leaf ``key``; KeyError if there is none."""
        return _by_key(self.leaves, key)


@cache
def taxonomy() -> Taxonomy:
    """The taxonomy, read once.

    >>> taxonomy().leaf("rural").group
    'rural'
    >>> len(taxonomy().groups)
    14
    """
    words = resources.files("zongjie.lexicons").joinpath("themes.toml").read_text(encoding="utf-8")
    table = tomllib.loads(words)
    groups = tuple(Group(one["key"], one["zh"], one["en"]) for one in table["group"])
    leaves = tuple(
        Leaf(
            one["key"], one["group"], one["zh"], one["en"],
            one["definition"], one["not"], tuple(one["keywords"]), tuple(one.get("trades", ())),
            tuple(one.get("signs", ())),
        )
        for one in table["leaf"]
    )  # fmt: skip
    known = set(get_args(ThemeGroup))
    if {one.key for one in groups} != known or {one.group for one in leaves} != known:
        raise ValueError("themes.toml: its groups differ from the contract (ThemeGroup)")
    return Taxonomy(groups, leaves)


def _by_key(things: tuple[_Named, ...], key: str) -> _Named:
    for one in things:
        if one.key == key:
            return one
    raise KeyError(key)
