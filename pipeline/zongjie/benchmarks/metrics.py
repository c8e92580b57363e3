"""How many labelled figures of indicators are read right: corpora/gold/figures_across_years.

A figure is right where a row of ``metric_values`` has its metric, days, value and unit, and is a
level or a growth as the label is (比上年 and 同比 are one); its role is right besides where that is too.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from zongjie.analyzer import understand
from zongjie.archive.metrics import metric_values
from zongjie.document import Analysis
from zongjie.document.metric_value import MetricValue
from zongjie.readers import read

_YEAR_ON_YEAR = frozenset(("同比", "较上年"))


@dataclass(frozen=True, slots=True)
class LabelledFigure:
    """A figure of an indicator in a report, as a person read it."""

    report: str
    start: int
    metric: str
    change_kind: str | None
    period: tuple[date, date]
    value: Decimal
    unit: str
    role: str


@dataclass(frozen=True, slots=True)
class FigureScore:
    """Counts over the labels of one file."""

    labelled: int
    right: int
    role_right: int

    @property
    def accuracy(self) -> float:
        return self.right / max(1, self.labelled)

    @property
    def role_accuracy(self) -> float:
        return self.role_right / max(1, self.labelled)


def read_figures(path: Path) -> list[LabelledFigure]:
    """The labels of one file; see corpora/gold/figures_across_years/GOLD.md."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            LabelledFigure(
                row["report"],
                int(row["start"]),
                row["metric"],
                row["change_kind"] or None,
                (date.fromisoformat(row["period_start"]), date.fromisoformat(row["period_end"])),
                Decimal(row["value"]),
                row["unit"],
                row["role"],
            )
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def score_figures(labels: list[LabelledFigure], reports: Path) -> FigureScore:
    """Hold the rows of the labelled reports against the labels."""
    found = list(matched_figures(labels, lambda name: understand(read(reports / name))))
    right = [(label, value) for label, value in found if value is not None]
    return FigureScore(len(found), len(right), sum(label.role == value.role for label, value in right))


def matched_figures(
    labels: list[LabelledFigure], analysis_of: Callable[[str], Analysis]
) -> Iterator[tuple[LabelledFigure, MetricValue | None]]:
    """Each label with the row that is right, or None."""
    rows: dict[str, tuple[MetricValue, ...]] = {}
    for label in labels:
        if label.report not in rows:
            rows[label.report] = metric_values(analysis_of(label.report))
        fitting = [value for value in rows[label.report] if _is_right(label, value)]
        fitting.sort(key=lambda value: (value.role != label.role, value.start != label.start))
        yield label, fitting[0] if fitting else None


def _is_right(label: LabelledFigure, value: MetricValue) -> bool:
    return (
        _name(label.metric) == _name(value.metric)
        and _kind(label.change_kind) == _kind(value.change_kind)
        and (value.period_start, value.period_end) == label.period
        and (value.value, value.unit) == (label.value, label.unit)
    )


def _name(metric: str) -> str:
    return "地区生产总值" if metric == "国内生产总值" else metric


def _kind(kind: str | None) -> str | None:
    return "同比" if kind in _YEAR_ON_YEAR else kind
