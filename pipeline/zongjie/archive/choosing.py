"""Which clause speaks of a promise, if any: a linear scorer over features that one can read.

The weights (``link_weights.json``) are those of a conditional logit: the promise chooses among its
candidates and "not mentioned", which scores 0. They were fitted on the labelled pairs of
``corpora/gold/ledger`` (dev and dev2) by ``benchmarks/ledger_fitting.py``.

Source: McFadden: Conditional logit analysis of qualitative choice behavior, 1974.
"""

import json
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FEATURES = (
    "bias", "has_value", "weight", "pairs", "vector", "context", "section", "item", "with_before",
    "matter", "covered", "rarest", "lacking", "nameless", "named", "head", "mutual", "beside_best", "best",
    "theme", "length", "not_past", "problem", "no_figure", "headless_figure", "ratio", "same_value", "object",
    "metric", "other_metric", "next_clause", "metric_unnamed",
)  # fmt: skip
FREE = frozenset(("bias", "has_value", "weight", "length", "headless_figure"))  # weights of any sign
AGAINST = frozenset(
    (
        "lacking", "nameless", "not_past", "problem", "no_figure", "ratio", "other_metric", "next_clause",
        "metric_unnamed",
    )
)  # fmt: skip
_FILE = Path(__file__).with_name("link_weights.json")


def scores(features: NDArray[np.float32]) -> NDArray[np.float64]:
    """The score of each candidate, features of shape (candidates, features); over 0: rather than none."""
    return np.asarray(features @ _weights(), dtype=np.float64)


@cache
def _weights() -> NDArray[np.float64]:
    told = json.loads(_FILE.read_text(encoding="utf-8"))
    return np.array([told[name] for name in FEATURES], dtype=np.float64)
