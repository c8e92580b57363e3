"""Loads models/encoder and asks it: vectors of texts, and whether a body speaks of its heading."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from zongjie.errors import SettingsError
from zongjie.inference.encoder.vocabulary import UNKNOWN, Vocabulary
from zongjie.inference.linear import Floats
from zongjie.inference.paths import model_path

if TYPE_CHECKING:
    import torch

    from zongjie.inference.encoder.network import Relevance

MODEL = "encoder"
HEADING_TOKENS, BODY_TOKENS = 24, 256
_BATCH = 4096  # tokens at a time, padding counted


@cache
def shipped() -> "Encoder":
    """The encoder of the project, loaded once.

    Raises ``SettingsError`` without the extra ``neural`` or without models/encoder.
    """
    try:
        return Encoder(model_path(MODEL))
    except FileNotFoundError as missing:
        raise SettingsError(
            f"没有编码器模型（{missing}）。请先运行 zongjie train encoder。",
            f"there is no encoder ({missing}). Run zongjie train encoder first.",
        ) from missing


class Encoder:
    """The model of one folder: config.json, model.safetensors, heads.safetensors, vocab.txt."""

    def __init__(self, folder: Path) -> None:
        try:
            from zongjie.inference.encoder.weights import read
        except ImportError as missing:
            raise SettingsError(
                f"神经网络引擎要装扩展：pip install 'zongjie[neural]'（缺 {missing.name}）。",
                f"the neural engine needs an extra: pip install 'zongjie[neural]' (no {missing.name}).",
            ) from missing
        if not (folder / "config.json").is_file():
            raise SettingsError(
                f"{folder} 里没有模型（缺 config.json）。", f"{folder} holds no model (no config.json)."
            )
        self.vocabulary = Vocabulary.read(folder / "vocab.txt")
        self._net: Relevance = read(folder)
        self.size: int = self._net.bert.config.hidden_size

    def vectors(self, texts: Sequence[str], heading: bool = False) -> Floats:
        """A vector of length 1 a text, texts × size; zeros for a text without a token."""
        from zongjie.inference.encoder.weights import padded, quiet

        kind, limit = (0, HEADING_TOKENS) if heading else (1, BODY_TOKENS)
        ids = [self.vocabulary.ids(text, limit) for text in texts]
        vectors = np.zeros((len(texts), self.size), dtype=np.float32)
        with quiet():
            for places in _batches([len(one) for one in ids]):
                batch = padded([ids[at] for at in places])
                pooled = self._net.pooled(self._net.hidden(batch, kind), batch, kind).float().numpy()
                vectors[places] = pooled / np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-9)
        return vectors

    def relevance(self, headings: Sequence[str], bodies: Sequence[str]) -> Floats:
        """The probability that each body speaks of each heading, headings × bodies, even odds assumed.

        A text of which no character is known (empty, a row of marks) gets 0.5: nothing can be said.
        """
        from zongjie.inference.encoder.weights import padded, quiet

        told = np.full((len(headings), len(bodies)), 0.5, dtype=np.float32)
        asked = [self.vocabulary.ids(text, HEADING_TOKENS) for text in headings]
        given = [self.vocabulary.ids(text, BODY_TOKENS) for text in bodies]
        rows = [at for at, ids in enumerate(asked) if _speaks(ids)]
        columns = [at for at, ids in enumerate(given) if _speaks(ids)]
        if not rows or not columns:
            return told
        with quiet():
            heads = [self._hidden([asked[at] for at in some], 0) for some in _chunks(rows)]
            for places in _batches([len(given[at]) for at in columns]):
                batch = padded([given[columns[at]] for at in places])
                states = self._net.hidden(batch, 1)
                shares = [self._net.scores(*head, states, batch).float().sigmoid().numpy() for head in heads]
                told[np.ix_(rows, [columns[at] for at in places])] = np.concatenate(shares)
        return told

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """The relevance of each pair (heading, body); each text is read once, however often it stands."""
        from zongjie.inference.encoder.weights import padded, quiet

        told = [0.5] * len(pairs)
        asked = [self.vocabulary.ids(one, HEADING_TOKENS) for one, _ in pairs]
        given = [self.vocabulary.ids(other, BODY_TOKENS) for _, other in pairs]
        known = [at for at in range(len(pairs)) if _speaks(asked[at]) and _speaks(given[at])]
        with quiet():
            for places in _batches([len(given[at]) for at in known]):
                some = [known[at] for at in places]
                heads, batch = padded([asked[at] for at in some]), padded([given[at] for at in some])
                scores = self._net.scores(
                    self._net.hidden(heads, 0), heads, self._net.hidden(batch, 1), batch
                )
                for at, share in zip(some, scores.diagonal().float().sigmoid().tolist(), strict=True):
                    told[at] = share
        return told

    def _hidden(self, ids: list[list[int]], kind: int) -> "tuple[torch.Tensor, torch.Tensor]":
        from zongjie.inference.encoder.weights import padded

        batch = padded(ids)
        return self._net.hidden(batch, kind), batch


def _speaks(ids: list[int]) -> bool:
    """Whether at least one token is known."""
    return any(one != UNKNOWN for one in ids)


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts of like length, some ``_BATCH`` tokens together; empty texts are left out."""
    places = sorted((at for at, length in enumerate(lengths) if length), key=lambda at: lengths[at])
    batch: list[int] = []
    for at in places:
        if batch and (len(batch) + 1) * lengths[at] > _BATCH:
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch


def _chunks(places: list[int], size: int = 64) -> Iterator[list[int]]:
    return (places[at : at + size] for at in range(0, len(places), size))
