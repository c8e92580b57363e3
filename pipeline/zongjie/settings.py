"""What a person may set: language, limits, which checks run, thresholds.

Read from ``zongjie.toml`` or from ``[tool.zongjie]`` of ``pyproject.toml``, found beside the
report or in a folder above it::

    lang = "zh"
    ignore = ["PU"]                 # a code, or a family
    severity = { TM01 = "warning" }
    thresholds = { DU02 = { characters = 60 } }
    suppress = [
        { file = "2024*.txt", codes = ["DU02"], reason = "both lists are meant" },
        { file = "归档/*", codes = ["PU"], reason = "printed already" },
    ]
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Literal

from zongjie.errors import SettingsError

Lang = Literal["zh", "en"]
SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings of ``codes`` (or families) let stand in files that fit ``file`` (* and ?).

    ``file`` is a pattern of the file's name, or, with a / in it, of its path from the folder of the
    settings (``归档/*``); ``load_settings`` makes such a path absolute.
    """

    file: str
    codes: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults fit most reports. ``select`` and ``ignore`` hold codes (DU02) or families (DU);
    an empty ``select`` means all. ``max_size`` is in bytes of the input file.
    ``engine`` tells themes and roles (docs/encoder.md); ``model`` is the checkpoint of ``hf``."""

    lang: Lang = "zh"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    thresholds: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    suppress: tuple[Suppression, ...] = ()
    fail_on: Literal["error", "warning", "note", "never"] = "warning"
    max_size: int = 64 * 2**20
    engine: Literal["linear", "neural", "hf"] = "linear"
    model: str | None = None

    def wants(self, code: str) -> bool:
        """Whether the check ``code`` runs: selected (if any is), and not ignored."""
        selected = not self.select or any(code.startswith(one) for one in self.select)
        return selected and not any(code.startswith(one) for one in self.ignore)

    def at(self, path: Path) -> "Settings":
        """These settings for the file ``path``: of the suppressions by path, those that fit it."""
        place = path.resolve().as_posix()
        fitting = tuple(
            replace(one, file="*") if "/" in one.file else one
            for one in self.suppress
            if "/" not in one.file or fnmatch(place, one.file)
        )
        return replace(self, suppress=fitting)

    def threshold(self, code: str, name: str, default: float) -> float:
        """The number ``name`` of the check ``code``, or its default."""
        return self.thresholds.get(code, {}).get(name, default)

    def changed(self, **values: Any) -> "Settings":
        """A copy with ``values`` (None means: leave as it is), each of them checked."""
        return _checked(replace(self, **{k: v for k, v in values.items() if v is not None}), "--")


def load_settings(start: Path) -> Settings:
    """Settings of the nearest ``zongjie.toml`` or ``[tool.zongjie]`` at or above ``start``."""
    folder = start if start.is_dir() else start.parent
    for place in (folder.resolve(), *folder.resolve().parents):
        own, shared = place / "zongjie.toml", place / "pyproject.toml"
        if own.is_file():
            return _read(own, _parse(own))
        if shared.is_file():
            table = _parse(shared).get("tool", {}).get("zongjie")
            if table is not None:
                return _read(shared, table)
    return Settings()


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SettingsError(
            f"{path}：不是有效的 TOML（{problem}）。请改正后再运行。",
            f"{path}: not valid TOML ({problem}). Mend it and run again.",
        ) from problem


def _read(path: Path, table: Mapping[str, Any]) -> Settings:
    known = {f.name for f in fields(Settings)}
    values = {key.replace("-", "_"): value for key, value in table.items()}
    for key in values:
        if key not in known:
            names = "、".join(sorted(known))
            raise SettingsError(
                f"{path}：不认识的设置 {key}。可用的有：{names}。",
                f"{path}: unknown setting {key}. Known ones: {', '.join(sorted(known))}.",
            )
    for key in ("select", "ignore"):
        if key in values:
            values[key] = tuple(values[key])
    values["suppress"] = tuple(_suppression(path, one) for one in values.get("suppress", ()))
    return _checked(Settings(**values), str(path))


def _suppression(path: Path, table: Mapping[str, Any]) -> Suppression:
    missing = [key for key in ("file", "codes", "reason") if not table.get(key)]
    if missing:
        raise SettingsError(
            f"{path}：suppress 的每一条都要写 file、codes 和 reason，缺 {'、'.join(missing)}。",
            f"{path}: each suppress entry needs file, codes and reason; missing: {', '.join(missing)}.",
        )
    file = str(table["file"])
    if "/" in file:
        file = f"{path.parent.resolve().as_posix()}/{file.lstrip('/')}"
    return Suppression(file, tuple(table["codes"]), table["reason"])


def _checked(settings: Settings, where: str) -> Settings:
    allowed: tuple[tuple[str, object, tuple[str, ...]], ...] = (
        ("lang", settings.lang, ("zh", "en")),
        ("engine", settings.engine, ("linear", "neural", "hf")),
        ("fail_on", settings.fail_on, (*SEVERITIES, "never")),
        *((f"severity.{code}", value, SEVERITIES) for code, value in settings.severity.items()),
    )
    for name, value, choices in allowed:
        if value not in choices:
            raise SettingsError(
                f"{where}：{name} 不能是 {value!r}，只能是 {'、'.join(choices)}。",
                f"{where}: {name} cannot be {value!r}; choose {', '.join(choices)}.",
            )
    return settings
