"""A linear head over vectors of an encoder: asked like ``LinearModel``, so that it can stand in its place."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from zongjie.inference.linear import Floats
from zongjie.inference.store import load_arrays, save_arrays


class Vectors(Protocol):
    """Whatever makes vectors of texts: our encoder, or a checkpoint of somebody else's."""

    size: int

    def vectors(self, texts: Sequence[str], heading: bool = False) -> Floats:
        """A vector a text; zeros for a text that says nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """Scores of ``classes`` from a heading, what stands above it, its body, and a sign.

    Inputs are those of the linear model it replaces: (heading, parent, body), or (heading, parent, sign,
    body) where there are ``signs``. Each text has weights of its own, so that what the parts say adds
    up; a part that is empty adds nothing.
    """

    encoder: Vectors
    classes: tuple[str, ...]
    signs: tuple[str, ...]
    weights: Floats
    bias: Floats

    def scores(self, inputs: Sequence[Sequence[str]]) -> Floats:
        """Scores, inputs × classes."""
        if not inputs:
            return np.zeros((0, len(self.classes)), dtype=np.float32)
        scores: Floats = features(self.encoder, inputs, self.signs) @ self.weights + self.bias
        return scores

    def save(self, path: Path) -> None:
        """Write classes, signs and weights (half precision) as .npz; the encoder lies elsewhere."""
        about = json.dumps({"classes": self.classes, "signs": self.signs}, ensure_ascii=False)
        save_arrays(
            path,
            {
                "about": np.frombuffer(about.encode("utf-8"), dtype=np.uint8),
                "weights": self.weights.astype(np.float16),
                "bias": self.bias.astype(np.float32),
            },
        )

    @classmethod
    def load(cls, path: Path, encoder: Vectors) -> "Head":
        """Read what ``save`` wrote; raises ValueError if it was made for vectors of another size."""
        arrays = load_arrays(path)
        about = json.loads(arrays["about"].tobytes().decode("utf-8"))
        weights = arrays["weights"].astype(np.float32)
        signs = tuple(about["signs"])
        if weights.shape[0] != 3 * encoder.size + len(signs):
            raise ValueError(f"{path}: made for another encoder ({weights.shape[0]} inputs)")
        return cls(encoder, tuple(about["classes"]), signs, weights, arrays["bias"].astype(np.float32))


def features(encoder: Vectors, inputs: Sequence[Sequence[str]], signs: Sequence[str] = ()) -> Floats:
    """Inputs × (three vectors and one place a sign), in the order heading, parent, body, sign."""
    headings = _of_each(encoder, [one[0] for one in inputs], heading=True)
    parents = _of_each(encoder, [one[1] for one in inputs], heading=True)
    bodies = _of_each(encoder, [one[-1] for one in inputs], heading=False)
    shown = np.array(
        [[float(len(one) > 3 and one[2] == sign) for sign in signs] for one in inputs], dtype=np.float32
    ).reshape(len(inputs), len(signs))
    joined: Floats = np.concatenate([headings, parents, bodies, shown], axis=1)
    return joined


def _of_each(encoder: Vectors, texts: Sequence[str], heading: bool) -> Floats:
    """A row a text, each different text read once."""
    places = {text: at for at, text in enumerate(dict.fromkeys(texts))}
    vectors = encoder.vectors(list(places), heading)
    rows: Floats = vectors[[places[text] for text in texts]]
    return rows
