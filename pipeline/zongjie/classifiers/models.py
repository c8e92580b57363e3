"""The trained models of this room, loaded once when first asked for."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from zongjie.inference import LinearModel, model_path
from zongjie.inference.linear import Floats

MODEL = "themes-linear"


@dataclass(frozen=True, slots=True)
class Calibration:
    """How scores become probabilities. ``usual`` is the share of each leaf in an ordinary report."""

    temperature: float
    keyword: float
    report: float
    usual: Floats
    role_temperature: float


@dataclass(frozen=True, slots=True)
class Models:
    themes: LinearModel
    roles: LinearModel
    calibration: Calibration


@cache
def trained() -> Models | None:
    """The models that ship with the project, or None where they are missing (keywords serve then)."""
    try:
        return load(model_path(MODEL))
    except FileNotFoundError:
        return None


def load(folder: Path) -> Models:
    """The models in ``folder``, as the trainer writes them."""
    table = tomllib.loads((folder / "config.toml").read_text(encoding="utf-8"))["calibration"]
    themes = LinearModel.load(folder / "themes.npz")
    calibration = Calibration(
        temperature=table["temperature"],
        keyword=table["keyword"],
        report=table["report"],
        usual=np.array([table["usual"][key] for key in themes.classes], dtype=np.float32),
        role_temperature=table["role_temperature"],
    )
    return Models(themes, LinearModel.load(folder / "roles.npz"), calibration)
