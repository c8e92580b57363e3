"""A linear classifier over hashed character n-grams of several fields (heading, body …)."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from zongjie.inference.ngrams import buckets, fold
from zongjie.inference.store import load_arrays, save_arrays

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Field:
    """A part of the input: its n-grams, how many characters are read, and its share."""

    name: str
    sizes: tuple[int, ...]
    characters: int
    weight: float


@dataclass(frozen=True, slots=True)
class LinearModel:
    """TF-IDF over hashed n-grams, each field of length ``weight``, and one weight row a feature.

    ``row_of`` maps a bucket (field after field, ``2**bits`` each) to a row of ``weights``; row 0
    holds zeros and stands for every n-gram that was left out in training.
    """

    classes: tuple[str, ...]
    fields: tuple[Field, ...]
    bits: int
    row_of: NDArray[np.uint16]
    idf: Floats
    weights: Floats
    bias: Floats

    def features(self, texts: Sequence[str]) -> tuple[Rows, Floats]:
        """Rows and TF-IDF values of one input, ``texts`` in the order of ``fields``."""
        rows, values = [], []
        for at, (field, text) in enumerate(zip(self.fields, texts, strict=True)):
            found, counts = field_counts(field, text, self.bits, at)
            row = self.row_of[found]
            known = row != 0
            row = row[known]
            value = np.sqrt(counts[known]) * self.idf[row]
            length = float(np.sqrt(value @ value))
            if length:
                rows.append(row)
                values.append(value * np.float32(field.weight / length))
        if not rows:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        return np.concatenate(rows).astype(np.int64), np.concatenate(values)

    def scores(self, texts: Sequence[str]) -> Floats:
        """One score a class; the bias alone if nothing in ``texts`` is known."""
        rows, values = self.features(texts)
        if not rows.size:
            return self.bias.copy()
        scores: Floats = values @ self.weights[rows] + self.bias
        return scores

    def save(self, path: Path) -> None:
        """Write to an .npz of fixed bytes, weights in half precision."""
        about = {
            "classes": self.classes,
            "bits": self.bits,
            "fields": [asdict(field) for field in self.fields],
        }
        words = json.dumps(about, ensure_ascii=False, sort_keys=True).encode("utf-8")
        save_arrays(
            path,
            {
                "about": np.frombuffer(words, dtype=np.uint8),
                "row_of": self.row_of.astype(np.uint16),
                "idf": self.idf.astype(np.float16),
                "weights": self.weights.astype(np.float16),
                "bias": self.bias.astype(np.float32),
            },
        )

    @classmethod
    def load(cls, path: Path) -> "LinearModel":
        """Read what ``save`` wrote."""
        arrays = load_arrays(path)
        about = json.loads(arrays["about"].tobytes().decode("utf-8"))
        fields = tuple(
            Field(f["name"], tuple(f["sizes"]), f["characters"], f["weight"]) for f in about["fields"]
        )
        return cls(
            classes=tuple(about["classes"]),
            fields=fields,
            bits=about["bits"],
            row_of=arrays["row_of"].astype(np.uint16),
            idf=arrays["idf"].astype(np.float32),
            weights=arrays["weights"].astype(np.float32),
            bias=arrays["bias"].astype(np.float32),
        )


def field_counts(field: Field, text: str, bits: int, at: int) -> tuple[Rows, Floats]:
    """The buckets of one field (the ``at``-th), each once and in order, and how often each stands."""
    codes = fold(text[: field.characters])
    parts = [buckets(codes, n, bits, salt=at + 1) for n in field.sizes]
    found, counts = np.unique(np.concatenate(parts), return_counts=True)
    return found + (at << bits), counts.astype(np.float32)


def softmax(scores: Floats) -> Floats:
    """Scores as shares of one, without overflow."""
    grown = np.exp(scores - scores.max())
    shares: Floats = grown / grown.sum()
    return shares
