"""A linear classifier over hashed character n-grams of several fields (heading, body …)."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from zongjie.inference.ngrams import buckets, fold
from zongjie.inference.store import load_arrays, save_arrays

Floats = NDArray[np.float32]
_BLOCK = 128


@dataclass(frozen=True, slots=True)
class Field:
    """A part of the input: its n-grams, how many characters are read, and its share."""

    name: str
    sizes: tuple[int, ...]
    characters: int
    weight: float


@dataclass(frozen=True, slots=True)
class Counted:
    """N-grams of many texts: whose, which bucket, how often; in the order of the texts."""

    owners: NDArray[np.int64]
    buckets: NDArray[np.int64]
    counts: Floats


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

    def scores(self, inputs: Sequence[Sequence[str]]) -> Floats:
        """Scores, inputs × classes; each input has one text a field, in the order of ``fields``.

        An input of which nothing is known gets the bias alone. Texts are taken a few at a time,
        so that memory does not grow with their number.
        """
        scores = np.tile(self.bias, (len(inputs), 1))
        for start in range(0, len(inputs), _BLOCK):
            block = inputs[start : start + _BLOCK]
            for at, field in enumerate(self.fields):
                self._add(scores[start : start + _BLOCK], field, at, [one[at] for one in block])
        return scores

    def _add(self, scores: Floats, field: Field, at: int, texts: Sequence[str]) -> None:
        """Add what one field says to ``scores``."""
        counted = count(field, at, texts, self.bits)
        rows, values, ends = weighed(counted, field, self.row_of, self.idf, len(texts))
        for place, (start, end) in enumerate(pairwise(ends.tolist())):
            if end > start:
                scores[place] += values[start:end] @ self.weights.take(rows[start:end], axis=0, mode="clip")

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


def count(field: Field, at: int, texts: Sequence[str], bits: int) -> Counted:
    """The buckets of the ``at``-th field in each of ``texts``, each once, and how often it stands."""
    cut = [text[: field.characters] for text in texts]
    codes = fold("\n".join(cut))
    owner_of = np.repeat(np.arange(len(cut)), [len(text) + 1 for text in cut])
    keys = []
    for n in field.sizes:
        found, places = buckets(codes, n, bits, salt=at + 1)
        keys.append((owner_of[places] << bits) | found)
    joined = np.concatenate(keys)
    joined.sort()
    first = np.flatnonzero(np.diff(joined, prepend=-1))
    counts = np.diff(first, append=joined.size).astype(np.float32)
    once = joined[first]
    return Counted(once >> bits, (once & ((1 << bits) - 1)) + (at << bits), counts)


def weighed(
    counted: Counted, field: Field, row_of: NDArray[np.uint16], idf: Floats, texts: int
) -> tuple[NDArray[np.uint16], Floats, NDArray[np.int64]]:
    """Rows, TF-IDF values (each text of length ``field.weight``) and where each text's begin."""
    rows = row_of[counted.buckets]
    known = rows != 0
    rows, owners = rows[known], counted.owners[known]
    values = np.sqrt(counted.counts[known]) * idf[rows]
    lengths = np.sqrt(np.bincount(owners, weights=values * values, minlength=texts))
    scale = (field.weight / np.maximum(lengths, 1e-9)).astype(np.float32)
    return rows, values * scale[owners], np.searchsorted(owners, np.arange(texts + 1))
