"""How often each check was right on real reports, read by hand (``precision.toml``)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

from zongjie.document import Severity

_Z = 1.96  # two-sided 95 %


@dataclass(frozen=True, slots=True)
class Precision:
    """``right`` of ``read`` alarms on real reports were right; ``planted`` faults were told besides.

    ``silent_on``: the number of real reports on which there was not one alarm to read.
    """

    read: int
    right: int
    planted: int = 0
    silent_on: int = 0

    @property
    def share(self) -> float:
        """Of the alarms read, those that were right; 1 where none was to be read."""
        return self.right / self.read if self.read else 1.0

    @property
    def with_planted(self) -> float:
        """The share with planted faults counted, at most as many as alarms were read."""
        planted = min(self.planted, self.read)
        return (self.right + planted) / (self.read + planted) if self.read else 1.0

    @property
    def at_least(self) -> float:
        """The lower bound of Wilson's 95 % interval of ``share``.

        >>> round(Precision(40, 40).at_least, 3), round(Precision(19, 16).at_least, 3)
        (0.912, 0.624)
        """
        n, p, z = self.read, self.share, _Z
        if not n:
            return 0.0
        middle = p + z * z / (2 * n)
        spread = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max(0.0, (middle - spread) / (1 + z * z / n))

    def earns(self, severity: Severity) -> bool:
        """Whether a check may have this severity outside preview (DESIGN §7)."""
        return self.read < FEW or self.with_planted >= EARNED[severity]


EARNED: dict[Severity, float] = {"error": 0.95, "warning": 0.80, "note": 0.0}
FEW = 20
"""Under so many alarms the catalogue's severity stands, and the page says that they are few."""


@cache
def precisions() -> dict[str, Precision]:
    """By code; a check that is missing here was neither read nor planted."""
    table = tomllib.loads(files("zongjie.checks").joinpath("precision.toml").read_text("utf-8"))
    return {code: Precision(**one) for code, one in table.items()}
