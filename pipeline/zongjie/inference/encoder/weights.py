"""The encoder's folder read and written: model.safetensors (any AutoModel reads it), heads.safetensors."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from transformers import BertConfig

from zongjie.errors import SettingsError
from zongjie.inference.encoder.network import Relevance

_HEADS = "heads.safetensors"


def read(folder: Path) -> Relevance:
    """The network of a folder in single precision, ready to be asked."""
    try:
        net = Relevance(BertConfig.from_pretrained(folder))
        net.bert.load_state_dict(load_file(folder / "model.safetensors"))
        missing = net.load_state_dict(load_file(folder / _HEADS), strict=False).missing_keys
    except (OSError, ValueError, RuntimeError, SafetensorError) as error:
        raise SettingsError(
            f"读不了编码器 {folder}（{error}）。", f"cannot load {folder} ({error})."
        ) from error
    if any(not name.startswith("bert.") for name in missing):
        raise SettingsError(f"{folder / _HEADS} 不完整。", f"{folder / _HEADS} is incomplete.")
    return net.float().eval()  # type: ignore[no-any-return]


def write(net: Relevance, folder: Path) -> None:
    """Write the network in half precision; one training state always gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {name: one.detach().half().contiguous() for name, one in net.state_dict().items()}
    bert = {name.removeprefix("bert."): one for name, one in state.items() if name.startswith("bert.")}
    save_file(bert, folder / "model.safetensors", metadata={"format": "pt"})
    heads = {name: one for name, one in state.items() if not name.startswith("bert.")}
    save_file(heads, folder / _HEADS, metadata={"format": "pt"})
    for name in ("model.safetensors", _HEADS):
        (folder / name).chmod(0o644)
    net.bert.config.architectures = ["BertModel"]
    net.bert.config.dtype = "float16"
    net.bert.config.to_json_file(folder / "config.json")


def padded(ids: Sequence[Sequence[int]]) -> torch.Tensor:
    """Texts × the longest one's tokens, filled up with zeros."""
    longest = max((len(one) for one in ids), default=0)
    return torch.tensor([[*one, *([0] * (longest - len(one)))] for one in ids], dtype=torch.long)


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing is learned here, and products of matrices may be done in half precision."""
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=_is_faster()):
        yield


def _is_faster() -> bool:
    """Whether the processor multiplies bfloat16 by itself; elsewhere it would only be slower."""
    return bool(getattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)())
