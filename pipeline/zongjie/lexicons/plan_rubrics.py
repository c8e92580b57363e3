"""Rubrics that writers put over the parts of a plan, counted on reports (``plan_rubrics.toml``)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from zongjie.document.section import ThemeGroup

YEARS = 5  # the plans are counted by so many years (2021–2025 is 2021)
_ALWAYS = 0.1  # the worth of what stands in plans of other years


@dataclass(frozen=True, slots=True)
class KnownRubric:
    """``verb`` and ``thing`` (增进 民生福祉) of a theme group; ``share`` of the plans by five years."""

    verb: str
    thing: str
    group: ThemeGroup
    share: dict[int, float]
    whole: float

    def rate(self, year: int | None) -> float:
        """How usual the rubric is in plans of the year's five years (in all plans where None)."""
        own = self.whole if year is None else self.share.get(years_of(year), 0.0)
        return own + _ALWAYS * self.whole


def years_of(year: int) -> int:
    """The first of the five years that ``year`` belongs to.

    >>> years_of(2025), years_of(2026)
    (2021, 2026)
    """
    return (year - 1) // YEARS * YEARS + 1


@cache
def known_rubrics() -> tuple[KnownRubric, ...]:
    """The rubrics, most used first."""
    text = files("zongjie.lexicons").joinpath("plan_rubrics.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    plans = _counts(table["plans"]["all"].split())
    found = []
    for thing, told in table["rubrics"].items():
        group, verb, *years = told.split()
        counts = _counts(years)
        share = {first: count / plans[first] for first, count in counts.items()}
        found.append(
            KnownRubric(
                verb, thing, cast(ThemeGroup, group), share, sum(counts.values()) / sum(plans.values())
            )
        )
    return tuple(found)


def _counts(words: list[str]) -> dict[int, int]:
    return {int(first): int(count) for first, _, count in (word.partition(":") for word in words)}
