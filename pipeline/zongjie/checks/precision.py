"""How often each check was right on real reports, read by hand (``precision.toml``)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

_Z = 1.96  # two-sided 95 %


@dataclass(frozen=True, slots=True)
class Precision:
    """``right`` of ``read`` alarms were right."""

    read: int
    right: int

    @property
    def share(self) -> float:
        return self.right / self.read

    @property
    def at_least(self) -> float:
        """The lower bound of Wilson's 95 % interval.

        >>> round(Precision(40, 40).at_least, 3), round(Precision(19, 16).at_least, 3)
        (0.912, 0.624)
        """
        n, p, z = self.read, self.share, _Z
        middle = p + z * z / (2 * n)
        spread = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return (middle - spread) / (1 + z * z / n)


FEW = 20
"""Under so many alarms the catalogue's severity stands, and the page says that they are few."""


@cache
def precisions() -> dict[str, Precision]:
    """By code; a check that is missing here was not measured."""
    table = tomllib.loads(files("zongjie.checks").joinpath("precision.toml").read_text("utf-8"))
    return {code: Precision(one["read"], one["right"]) for code, one in table.items()}
