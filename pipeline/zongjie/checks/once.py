"""What several checks look up in one analysis: looked up when first asked for, and kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from zongjie.document import Analysis

_Found = TypeVar("_Found")
_kept: list[list[tuple[Analysis, Any]]] = []


def once(look_up: Callable[[Analysis], _Found]) -> Callable[[Analysis], _Found]:
    """``look_up`` that keeps what it found in the last analysis: who asks must not change it.

    An analysis is known by identity, since to compare two is to compare all that they hold.
    """
    kept: list[tuple[Analysis, _Found]] = []
    _kept.append(kept)

    @wraps(look_up)
    def looked_up(analysis: Analysis) -> _Found:
        last = kept[0] if kept else None
        if last is None or last[0] is not analysis:
            last = analysis, look_up(analysis)
            kept[:] = [last]
        return last[1]

    return looked_up


def forget() -> None:
    """Let go of the last analysis and all that was looked up in it: its checks are done."""
    for kept in _kept:
        kept.clear()
