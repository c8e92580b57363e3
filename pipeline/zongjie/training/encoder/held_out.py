"""Whom the encoder never learns from: the bodies that it is judged on, and copies of their words."""

import hashlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from zongjie.training.archive import ArchivedReport
from zongjie.training.encoder.units import Unit

_KINDS = ("province/", "national/", "other/")
_BODIES = ("佛山市", "宁波市", "兰州市", "青岛市", "三门峡市")
_PREFECTURE = "保定市"
_DEV_PERCENT = 8
_RUN, _MOST_SHARED = 24, 0.1
_FACTOR = np.uint64(1099511628211)


def split_of(report: ArchivedReport) -> str:
    """``test``, ``dev`` or ``train``: by body, never by report.

    Test are all provinces, the nation, the bodies that are no governments and the places of
    ``series`` and ``web``; dev are 8 % of the other cities, by a hash of the name.
    """
    if report.path.startswith(_KINDS) or report.body in _BODIES or report.body.startswith(_PREFECTURE):
        return "test"
    hashed = int(hashlib.sha256(report.body.encode()).hexdigest(), 16)
    return "dev" if hashed % 100 < _DEV_PERCENT else "train"


class Copies:
    """Tells words that stand in texts that were held out: reports are misfiled, passages copied."""

    def __init__(self, texts: Iterable[str]) -> None:
        runs = [_runs(text) for text in texts]
        self._known = np.unique(np.concatenate(runs)) if runs else np.empty(0, dtype=np.uint64)

    def holds(self, text: str) -> bool:
        """Whether over a tenth of the runs of 24 characters of ``text`` are known."""
        runs = _runs(text)
        if not runs.size or not self._known.size:
            return False
        places = np.minimum(np.searchsorted(self._known, runs), self._known.size - 1)
        return bool((self._known[places] == runs).mean() >= _MOST_SHARED)

    def without(self, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """The units whose body is no copy."""
        return tuple(unit for unit in units if not self.holds(unit.body))


def _runs(text: str) -> NDArray[np.uint64]:
    """A number for each run of 24 characters, white space and marks of Markdown left out."""
    plain = "".join(text.split()).replace("*", "").replace("#", "")
    codes = np.frombuffer(plain.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    size = max(0, codes.size - _RUN + 1)
    hashed = np.zeros(size, dtype=np.uint64)
    for at in range(_RUN):
        hashed = hashed * _FACTOR + codes[at : at + size]
    mixed: NDArray[np.uint64] = hashed ^ (hashed >> np.uint64(29))
    return mixed
