"""The word lists of ``words.toml``, read once."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def word_set(name: str) -> frozenset[str]:
    """The words of the list ``name``.

    >>> "四个自信" in word_set("slogans")
    True
    """
    return frozenset(_lists()[name].split())
