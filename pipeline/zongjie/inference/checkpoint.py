"""Vectors of any encoder checkpoint that transformers can read, from a folder or its local cache."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from zongjie.errors import SettingsError
from zongjie.inference.linear import Floats

_TOKENS, _BATCH = 256, 16


class Checkpoint:
    """A model and its tokenizer; a text's vector is the mean of its tokens' last states, of length 1."""

    def __init__(self, name: str) -> None:
        """Load ``name``, a folder or the id of a model that is already on this machine.

        Nothing is downloaded. Raises ``SettingsError`` if torch or the model is not at hand.
        """
        try:
            import torch
            from transformers import AutoModel, AutoTokenizer
        except ImportError as missing:
            raise SettingsError(
                f"hf 引擎要装神经网络扩展：pip install 'zongjie[neural]'（缺 {missing.name}）。",
                f"the engine hf needs the extra neural: pip install 'zongjie[neural]' (no {missing.name}).",
            ) from missing
        try:
            self._tokenizer: Any = AutoTokenizer.from_pretrained(name, local_files_only=True)
            self._model: Any = AutoModel.from_pretrained(name, local_files_only=True).float().eval()
        except (OSError, ValueError, RuntimeError, KeyError) as error:
            raise SettingsError(
                f"读不了模型 {name}（{error}）。要给出本机的模型文件夹，或已下载的模型名。",
                f"cannot load {name} ({error}). Name a folder, or a model that is already on this machine.",
            ) from error
        self._torch: Any = torch
        self.size = int(self._model.config.hidden_size)
        longest = int(getattr(self._model.config, "max_position_embeddings", 0) or _TOKENS)
        self._tokens = min(_TOKENS, longest - 2 if longest > 8 else longest)

    def vectors(self, texts: Sequence[str], heading: bool = False) -> Floats:
        """A vector of length 1 a text, texts × size; zeros for an empty text."""
        vectors = np.zeros((len(texts), self.size), dtype=np.float32)
        places = sorted((at for at, one in enumerate(texts) if one.strip()), key=lambda at: len(texts[at]))
        with self._torch.inference_mode():
            for start in range(0, len(places), _BATCH):
                some = places[start : start + _BATCH]
                vectors[some] = self._pooled([texts[at][: 4 * self._tokens] for at in some])
        return vectors

    def _pooled(self, texts: list[str]) -> Floats:
        batch = self._tokenizer(
            texts, padding=True, truncation=True, max_length=self._tokens, return_tensors="pt"
        )
        states = self._model(**batch).last_hidden_state
        mask = batch["attention_mask"].unsqueeze(-1).float()
        mean = (states * mask).sum(1) / mask.sum(1).clamp(min=1)
        pooled: Floats = self._torch.nn.functional.normalize(mean, dim=-1).numpy()
        return pooled
