"""Which verbs writers put before which things, counted on reports (``plan_patterns.toml``)."""

import tomllib
from functools import cache
from importlib.resources import files

HEAD = 2  # last characters of a thing by which it is known
_COMMON = 0.03  # of all that stands before a thing: less is an oddity


@cache
def verbs_before() -> dict[str, dict[str, int]]:
    """Head (水平) → verb (提高) → in how many reports it stands before it."""
    text = files("zongjie.lexicons").joinpath("plan_patterns.toml").read_text(encoding="utf-8")
    return {
        head: {verb: int(count) for verb, _, count in (pair.partition(":") for pair in told.split())}
        for head, told in tomllib.loads(text)["verbs"].items()
    }


def goes_with(verb: str, thing: str) -> bool | None:
    """Whether writers put ``verb`` (its last two characters) before ``thing``; None where it is not known.

    >>> goes_with("提高", "服务水平"), goes_with("组织开展", "产业"), goes_with("推进", "某某")
    (True, False, None)
    """
    known = verbs_before().get(thing[-HEAD:])
    if known is None:
        return None
    return known.get(verb[-HEAD:], 0) >= _COMMON * sum(known.values())
