"""The trained models of this room, loaded once when first asked for."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from zongjie.inference import LinearModel, model_path
from zongjie.inference.linear import Floats
from zongjie.inference.scoring import Scorer

MODEL = "themes-linear"


@dataclass(frozen=True, slots=True)
class Calibration:
    """How scores become probabilities.

    ``keywords`` is what a keyword of the heading adds for each leaf: most for leaves of which
    the archive gives the model little to learn. ``usual`` is the share of each leaf in an
    ordinary report; ``trade`` is as how many sections the trade that a title names counts.
    """

    temperature: float
    keywords: Floats
    report: float
    usual: Floats
    role_temperature: float
    trade: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Models:
    themes: Scorer
    roles: Scorer
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
        keywords=_by_class(table["keywords"], themes.classes),
        report=table["report"],
        usual=_by_class(table["usual"], themes.classes),
        role_temperature=table["role_temperature"],
        trade=table.get("trade", 0.0),
    )
    return Models(themes, LinearModel.load(folder / "roles.npz"), calibration)


def _by_class(table: dict[str, float], classes: tuple[str, ...]) -> Floats:
    return np.array([table[key] for key in classes], dtype=np.float32)
