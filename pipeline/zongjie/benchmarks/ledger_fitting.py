"""Fits the weights by which the ledger links promises, and tells how they do on pairs left out.

Run as

    python -m zongjie.benchmarks.ledger_fitting REPORTS LABELS…

with the folder of real reports and folders of labelled pairs (corpora/gold/ledger/dev, dev2). The
weights go to ``archive/link_weights.json``; printed is the accuracy on each pair, fitted without it.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zongjie.analyzer import understand
from zongjie.archive import choosing
from zongjie.archive.ledger import described_promises
from zongjie.benchmarks.ledger import covering, read_pair
from zongjie.document import Analysis
from zongjie.readers import read

_PENALTY = 3.0  # on the squares of the weights, features at unit variance
_FEWEST = 15  # promises found in a pair, to learn from it
_NEVER = -1e9
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """A labelled promise: the features of its candidates, which of them are right, and whether none is."""

    features: Array
    right: NDArray[np.bool_]
    none: bool


def main(reports: Path, folders: Sequence[Path]) -> None:
    pairs = {path.stem: choices(path, reports) for folder in folders for path in sorted(folder.glob("*.tsv"))}
    pairs = {name: found for name, found in pairs.items() if len(found) >= _FEWEST}
    right = 0
    for name, held_out in pairs.items():
        weights = fitted([one for other, found in pairs.items() if other != name for one in found])
        well = sum(is_right(one, weights) for one in held_out)
        right += well
        print(f"{name}\t{well}/{len(held_out)}")
    every = [one for found in pairs.values() for one in found]
    print(f"left out\t{right}/{len(every)} = {right / len(every):.3f}")
    told = dict(zip(choosing.FEATURES, fitted(every).round(4).tolist(), strict=True))
    target = Path(choosing.__file__).with_name("link_weights.json")
    target.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def choices(path: Path, reports: Path) -> list[Choice]:
    """The labelled promises of one pair that are found."""
    pair = read_pair(path)
    last, this = (_analysis(reports / name) for name in (pair.last, pair.this))
    made = described_promises(last, this)
    found = []
    for label in pair.promises:
        at = covering(label, [(promise.start, promise.end) for promise, _ in made])
        if at is None:
            continue
        described = made[at][1]
        right = np.array(
            [any(one.start < b and a < one.end for a, b in label.evidence) for one in described.candidates],
            dtype=np.bool_,
        )
        none = "not_mentioned" in label.statuses
        if none or right.any():
            found.append(Choice(described.features.astype(np.float64), right, none))
    return found


def _analysis(path: Path) -> Analysis:
    return understand(read(path))


def fitted(found: Sequence[Choice]) -> Array:
    """The weights of a conditional logit, the squares of the weights penalised."""
    from scipy.optimize import minimize

    rows = np.concatenate([one.features for one in found])
    spread = rows.std(axis=0) + 1e-6
    spread[choosing.FEATURES.index("bias")] = 1.0
    most = max(len(one.features) for one in found)
    features = np.zeros((len(found), most, rows.shape[1]))
    right, mask = np.zeros((len(found), most + 1)), np.full((len(found), most), _NEVER)
    for at, one in enumerate(found):
        many = len(one.features)
        features[at, :many], mask[at, :many] = one.features / spread, 0
        right[at, :many], right[at, most] = one.right, one.none
    free = np.ones(rows.shape[1])
    free[choosing.FEATURES.index("bias")] = 0.0  # not penalised

    def loss(weights: Array) -> tuple[float, Array]:
        logits = np.concatenate([features @ weights + mask, np.zeros((len(found), 1))], axis=1)
        logits -= logits.max(axis=1, keepdims=True)
        chance = np.exp(logits)
        chance /= chance.sum(axis=1, keepdims=True)
        good = (chance * right).sum(axis=1)
        slope = (chance - chance * right / good[:, None])[:, :-1]
        gradient = np.einsum("ik,ikn->n", slope, features) + _PENALTY * free * weights
        return float(-np.log(good).sum() + _PENALTY * (free * weights**2).sum() / 2), gradient

    made: Any = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", bounds=_bounds())
    return np.asarray(made.x / spread)


def _bounds() -> list[tuple[float | None, float | None]]:
    """What makes a clause likelier may only add, what speaks against it only take away."""
    free, against = choosing.FREE, choosing.AGAINST
    return [
        (None, None) if name in free else (None, 0.0) if name in against else (0.0, None)
        for name in choosing.FEATURES
    ]


def is_right(one: Choice, weights: Array) -> bool:
    """Whether the likeliest candidate, or none, is a right one."""
    marks = one.features @ weights
    best = int(marks.argmax()) if len(marks) else 0
    return bool(one.right[best]) if len(marks) and marks[best] > 0 else one.none


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(one) for one in sys.argv[2:]])
