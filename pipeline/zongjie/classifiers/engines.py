"""The models behind ``--engine``: linear (the default), our encoder, or a checkpoint of the user's.

The neural ones are heads over an encoder's vectors that take the place of the two linear models;
cue words, keywords, the report as a whole and the calibration stay what they are.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np

from zongjie.classifiers.models import Calibration, Models, trained
from zongjie.errors import SettingsError
from zongjie.inference.checkpoint import Checkpoint
from zongjie.inference.encoder import shipped
from zongjie.inference.heads import Head, Vectors
from zongjie.inference.paths import model_path

Engine = Literal["linear", "neural", "hf"]
ENGINES: tuple[Engine, ...] = ("linear", "neural", "hf")
HEADS = "zongjie-heads"
"""The folder, inside that of a checkpoint, where its heads lie."""


@cache
def models_of(engine: Engine, model: str | None = None) -> Models | None:
    """The models of an engine, loaded once; ``model`` is the checkpoint of ``hf``.

    Raises ``SettingsError`` where the engine cannot be had (extra, model or heads missing).
    """
    if engine == "linear":
        return trained()
    if engine == "neural":
        return with_heads(shipped(), model_path("encoder") / HEADS)
    if model is None:
        raise SettingsError("hf 引擎要用 --model 指明模型。", "the engine hf needs --model.")
    return with_heads(Checkpoint(model), heads_folder(model))


def heads_folder(model: str) -> Path:
    """Where the heads of a checkpoint lie: in its folder, or below the working folder for a model by id."""
    folder = Path(model)
    return folder / HEADS if folder.is_dir() else Path(HEADS) / model.replace("/", "--")


def with_heads(encoder: Vectors, folder: Path) -> Models:
    """Models whose scores come from the heads in ``folder``; with no keywords of the heading beside them."""
    if not (folder / "config.toml").is_file():
        raise SettingsError(
            f"{folder} 里没有分类头。请先运行 zongjie train heads --model 模型。",
            f"{folder} holds no heads. Run zongjie train heads --model MODEL first.",
        )
    try:
        themes, roles = (Head.load(folder / f"{name}.npz", encoder) for name in ("themes", "roles"))
        table = tomllib.loads((folder / "config.toml").read_text(encoding="utf-8"))["calibration"]
    except (OSError, ValueError, KeyError) as error:
        raise SettingsError(
            f"读不了分类头 {folder}（{error}）。请重新运行 zongjie train heads。",
            f"cannot read the heads in {folder} ({error}). Run zongjie train heads again.",
        ) from error
    usual = np.array([table["usual"][key] for key in themes.classes], dtype=np.float32)
    keywords = np.full(len(themes.classes), table["keywords"], dtype=np.float32)
    calibration = Calibration(
        table["temperature"], keywords, table["report"], usual, table["role_temperature"], table["trade"]
    )
    return Models(themes, roles, calibration)
