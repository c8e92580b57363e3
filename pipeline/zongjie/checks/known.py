"""Looks whether settings speak of checks and thresholds that there are."""

from collections.abc import Iterable

from zongjie.checks.registry import all_checks, check_by_code
from zongjie.errors import SettingsError
from zongjie.settings import Settings

FAMILIES = ("ID", "TM", "NM", "ST", "DU", "RS", "PU", "WD", "GR")  # DESIGN §7; some may be empty yet


def require_known(settings: Settings) -> None:
    """Raise ``SettingsError`` for a code, a family or a threshold that no check has."""
    require_known_codes((*settings.select, *settings.ignore, *settings.severity))
    for code, values in settings.thresholds.items():
        found = check_by_code(code)
        names = [one.name for one in found.check.thresholds] if found else []
        for name in values:
            if name not in names:
                there = "、".join(names)
                raise SettingsError(
                    f"{code} 没有阈值 {name}。" + (f"可设的有：{there}。" if there else "它没有可设的阈值。"),
                    f"{code} has no threshold {name}. "
                    + (f"It has: {', '.join(names)}." if names else "It has none."),
                )


def require_known_codes(codes: Iterable[str]) -> None:
    """Raise ``SettingsError`` for a code or family that no check begins with."""
    wanted = tuple(codes)
    if not wanted:
        return
    known = [*FAMILIES, *(one.check.code for one in all_checks())]
    for code in wanted:
        if not any(one.startswith(code) for one in known):
            raise SettingsError(
                f"没有检查 {code}。全部检查见 zongjie checks。",
                f"no check {code}. See zongjie checks for all of them.",
            )
