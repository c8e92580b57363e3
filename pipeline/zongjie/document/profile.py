"""The identity card: whose report this is, of which level and place, for which period."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

BodyKind = Literal[
    "government", "congress", "consultative", "court", "procuratorate", "department", "township",
    "enterprise", "school", "hospital", "personal", "plan", "unknown",
]  # fmt: skip
Level = Literal["国", "省", "市", "县", "乡", "单位", "个人"]


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included, and the words it was read from (2024年上半年)."""

    start: date
    end: date
    label: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the text that speaks for (or against) a field of the identity card."""

    field: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """The identity card. ``dissent`` holds the minority that clashes with it (我县 in a city's report)."""

    title: str | None = None
    organisation: str | None = None
    kind: BodyKind = "unknown"
    level: Level | None = None
    places: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    period: Period | None = None
    evidence: tuple[Evidence, ...] = ()
    dissent: tuple[Evidence, ...] = ()
    is_report: bool = True
