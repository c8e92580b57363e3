"""Writes a trained model into its folder: weights, and a config.toml that says how it was made."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from zongjie.classifiers.models import Models

COMMAND = "zongjie train themes"


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the model was made from."""

    seed: int
    archive: bool
    silver_themes: int
    silver_roles: int
    gold: int
    written: int
    held_out: tuple[str, ...]


def publish(models: Models, recipe: Recipe, out: Path) -> None:
    """Write themes.npz, roles.npz and config.toml to ``out``; nothing of the day or the machine."""
    out.mkdir(parents=True, exist_ok=True)
    models.themes.save(out / "themes.npz")
    models.roles.save(out / "roles.npz")
    (out / "config.toml").write_text(_config(models, recipe, out), encoding="utf-8")


def _config(models: Models, recipe: Recipe, out: Path) -> str:
    calibration = models.calibration
    classes = models.themes.classes
    held = ", ".join(f'"{name}"' for name in recipe.held_out)
    lines = [
        f'command = "{COMMAND}"',
        f"seed = {recipe.seed}",
        "",
        "[data]",
        f"archive = {str(recipe.archive).lower()}",
        f"silver_themes = {recipe.silver_themes}",
        f"silver_roles = {recipe.silver_roles}",
        f"gold = {recipe.gold}",
        f"written = {recipe.written}",
        f"held_out = [{held}]",
        "",
        "[sha256]",
        *(f'"{name}" = "{_sha256(out / name)}"' for name in ("roles.npz", "themes.npz")),
        "",
        "[calibration]",
        f"temperature = {calibration.temperature}",
        f"report = {calibration.report}",
        f"trade = {calibration.trade}",
        f"role_temperature = {calibration.role_temperature}",
        "",
        "[calibration.keywords]",
        *(f"{key} = {float(w):.2f}" for key, w in zip(classes, calibration.keywords, strict=True)),
        "",
        "[calibration.usual]",
        *(f"{key} = {float(share):.5f}" for key, share in zip(classes, calibration.usual, strict=True)),
    ]
    return "\n".join(lines) + "\n"


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
