"""How well bodies are told from others of the same report: area under the ROC curve."""

import random
from collections.abc import Callable, Sequence

import numpy as np

from zongjie.inference.linear import Floats
from zongjie.training.encoder.units import Unit, Units

Judge = Callable[[Sequence[str], Sequence[str]], Floats]
"""Headings and bodies → scores, headings × bodies."""
_SWAPS, _LEAST = 3, 3


def separation(
    reports: Sequence[Units], judges: dict[str, Judge], run_in: bool, seed: int = 2
) -> dict[str, float]:
    """The AUC of each judge: own bodies against ``_SWAPS`` bodies of the same report and kind.

    The scores of all reports are held against one threshold, as a check must. ``pairs`` is the
    number of headings.
    """
    own: dict[str, list[Floats]] = {name: [] for name in judges}
    foreign: dict[str, list[Floats]] = {name: [] for name in judges}
    count = 0
    for units in reports:
        some: Sequence[Unit] = units.run_in if run_in else units.sections
        if len(some) < _LEAST:
            continue
        count += len(some)
        swaps = _swaps(len(some), random.Random(seed))
        for name, judge in judges.items():
            scores = judge([one.heading for one in some], [one.body for one in some])
            own[name].append(np.diag(scores))
            foreign[name].append(scores[swaps])
    figures = (
        {name: round(area(np.concatenate(own[name]), np.concatenate(foreign[name])), 4) for name in judges}
        if count
        else {}
    )
    return {"pairs": count, **figures}


def _swaps(count: int, chance: random.Random) -> tuple[list[int], list[int]]:
    """Places of pairs that do not belong together."""
    rows, columns = [], []
    for row in range(count):
        others = [column for column in range(count) if column != row]
        for column in chance.sample(others, min(_SWAPS, len(others))):
            rows.append(row)
            columns.append(column)
    return rows, columns


def area(own: Floats, foreign: Floats) -> float:
    """The chance that an own score is above a foreign one, ties halved (Mann and Whitney)."""
    ordered = np.sort(foreign)
    below = np.searchsorted(ordered, own, "left") + np.searchsorted(ordered, own, "right")
    return float(below.mean() / 2 / max(1, ordered.size))
