"""What NM04 and NM05 share: a change from A to B and the growth told right after it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zongjie.checks.figures.numerals import half_unit, is_exact
from zongjie.document import Analysis, Quantity

_GREW = re.compile(
    r"[、,，(（]\s{0,4}(?:净|共|累计|实际)?(?:增长|增加|提高|提升|上升|增幅|下降|降低|减少|降幅)(?:了|达到|达|为)?\s{0,2}"
)
_PRICED = re.compile(r"生产总值|GDP|增加值|总产值|可比|不变价|人均")
_BEFORE = 40  # characters before the first number in which a word may tell that prices matter


@dataclass(frozen=True, slots=True)
class Growth:
    """``base`` grew (or fell) to ``level``; ``told`` is the change as the text gives it."""

    base: Quantity
    level: Quantity
    told: Quantity

    @property
    def difference(self) -> float:
        return float(self.level.value or 0) - float(self.base.value or 0)

    @property
    def percent(self) -> float:
        return self.difference / float(self.base.value or 1) * 100


def growths(analysis: Analysis) -> Iterator[Growth]:
    """Changes 由A增至B,增长X of which all three are exact and no prices come in between."""
    known = analysis.quantities
    for base, level, told in zip(known, known[1:], known[2:], strict=False):
        change = level.change
        if change is None or change.from_ is None or change.from_ != base.value:
            continue
        if not all(map(is_exact, (base, level, told))) or base.unit != level.unit or not base.value:
            continue
        if not _GREW.fullmatch(analysis.body, level.end, told.start):
            continue
        if base.unit != "%" and _PRICED.search(analysis.body, max(0, base.start - _BEFORE), told.start):
            continue
        yield Growth(base, level, told)


def percent_range(analysis: Analysis, growth: Growth) -> tuple[float, float]:
    """The least and the greatest growth in per cent that the rounded numbers allow."""
    base, level = float(growth.base.value or 1), float(growth.level.value or 0)
    base_slack, level_slack = (float(half_unit(analysis, q)) for q in (growth.base, growth.level))
    ends = [
        ((level + up * level_slack) / (base + down * base_slack) - 1) * 100
        for up in (-1, 1)
        for down in (-1, 1)
        if base + down * base_slack > 0
    ]
    return min(ends), max(ends)
