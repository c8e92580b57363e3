"""Finds the checks by walking the package, when asked."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from zongjie.checks.base import Alarm, Check, Edit
from zongjie.document import Analysis


@dataclass(frozen=True, slots=True)
class Registered:
    """A check's card, its documentation (the docstring of its module), ``find`` and perhaps ``mend``."""

    check: Check
    documentation: str
    find: Callable[..., Iterator[Alarm]]
    mend: Callable[[Analysis], Iterator[Edit]] | None = None


@cache
def all_checks() -> tuple[Registered, ...]:
    """Every check of the package, ordered by code."""
    package = importlib.import_module("zongjie.checks")
    found = []
    for info in pkgutil.walk_packages(package.__path__, "zongjie.checks."):
        if info.ispkg or info.name.count(".") < 3:
            continue
        module = importlib.import_module(info.name)
        if hasattr(module, "CHECK"):
            found.append(
                Registered(module.CHECK, module.__doc__ or "", module.find, getattr(module, "mend", None))
            )
    return tuple(sorted(found, key=lambda one: one.check.code))


def check_by_code(code: str) -> Registered | None:
    """The check with this code or name, or None."""
    wanted = code.strip()
    for one in all_checks():
        if one.check.code == wanted.upper() or one.check.name == wanted.lower():
            return one
    return None
