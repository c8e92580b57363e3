"""A causal language model from a folder of this machine, by transformers (extra ``neural``).

Nothing is downloaded: ``path`` is a folder that holds a checkpoint and its tokenizer.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from zongjie.drafters.language_model.conversation import Generate, Message, Progress
from zongjie.errors import ModelError, SettingsError

_MOST_NEW = 1024  # tokens of an answer


def local_model(path: str | Path, progress: Progress | None = None) -> Generate:
    """The checkpoint at ``path``, ready to be asked; loaded once, decoded greedily.

    Raises ``SettingsError`` if transformers is not installed or the folder holds no checkpoint.
    """
    folder = Path(path)
    if not (folder / "config.json").is_file():
        raise SettingsError(
            f"{path} 里没有模型（缺 config.json）。--model 要是本机的模型文件夹；用网络服务请加 --base-url。",
            f"{path} holds no checkpoint (no config.json). Name a folder, or give --base-url for a server.",
        )
    try:
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer
    except ImportError as missing:
        raise SettingsError(
            f"本机模型要装神经网络扩展：pip install 'zongjie[neural]'（缺 {missing.name}）。",
            f"a local model needs the extra neural: pip install 'zongjie[neural]' (no {missing.name}).",
        ) from missing
    try:
        tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        model = AutoModelForCausalLM.from_pretrained(folder, local_files_only=True)
    except (OSError, ValueError, RuntimeError) as error:
        raise SettingsError(
            f"读不了模型 {path}（{error}）。请换一个完整的模型文件夹。",
            f"the checkpoint {path} cannot be loaded ({error}).",
        ) from error
    model.eval()
    longest = int(getattr(model.config, "max_position_embeddings", 0) or 4096)
    new = min(_MOST_NEW, longest // 2)

    def generate(messages: Sequence[Message]) -> str:
        tokens = _tokens(tokenizer, messages)[:, -(longest - new) :]
        try:
            with torch.inference_mode():
                out = model.generate(
                    tokens,
                    attention_mask=torch.ones_like(tokens),
                    max_new_tokens=new,
                    do_sample=False,
                    pad_token_id=tokenizer.pad_token_id or tokenizer.eos_token_id or 0,
                )
        except (RuntimeError, IndexError, ValueError) as error:
            raise ModelError(
                f"本机模型没有给出回答（{error}）。", f"the local model failed ({error})."
            ) from error
        words = str(tokenizer.decode(out[0, tokens.shape[1] :], skip_special_tokens=True))
        if progress is not None:
            progress(len(words))
        return words

    return generate


def _tokens(tokenizer: Any, messages: Sequence[Message]) -> Any:
    """The messages as token ids of shape (1, n): by the model's own chat template where it has one."""
    told = [{"role": one.role, "content": one.content} for one in messages]
    if getattr(tokenizer, "chat_template", None):
        return tokenizer.apply_chat_template(
            told, add_generation_prompt=True, return_tensors="pt", return_dict=True
        )["input_ids"]
    return tokenizer("\n\n".join(one.content for one in messages) + "\n\n", return_tensors="pt")["input_ids"]
