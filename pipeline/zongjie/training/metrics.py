"""Figures of a classifier: precision, recall, F1 by label, confusion, calibration error."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelFigures:
    precision: float
    recall: float
    f1: float
    support: int


def by_label(truth: Sequence[str], told: Sequence[str]) -> dict[str, LabelFigures]:
    """Precision, recall and F1 of each label that stands in ``truth`` or ``told``."""
    right = Counter(t for t, p in zip(truth, told, strict=True) if t == p)
    true, said = Counter(truth), Counter(told)
    figures = {}
    for label in sorted(true | said):
        precision = right[label] / said[label] if said[label] else 0.0
        recall = right[label] / true[label] if true[label] else 0.0
        f1 = 2 * precision * recall / (precision + recall) if right[label] else 0.0
        figures[label] = LabelFigures(round(precision, 4), round(recall, 4), round(f1, 4), true[label])
    return figures


def accuracy(truth: Sequence[str], told: Sequence[str]) -> float:
    """The share of right answers; with one label each this is the micro-F1."""
    return sum(t == p for t, p in zip(truth, told, strict=True)) / max(1, len(truth))


def macro_f1(truth: Sequence[str], told: Sequence[str], least: int = 1) -> float:
    """The mean F1 over labels that stand at least ``least`` times in ``truth``."""
    scores = [one.f1 for one in by_label(truth, told).values() if one.support >= least]
    return sum(scores) / max(1, len(scores))


def confusion(truth: Sequence[str], told: Sequence[str]) -> dict[str, dict[str, int]]:
    """How often each true label (outer key) was called what (inner key)."""
    counts: dict[str, dict[str, int]] = {}
    for (true, said), count in sorted(Counter(zip(truth, told, strict=True)).items()):
        counts.setdefault(true, {})[said] = count
    return counts


def calibration_error(shares: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error: mean gap between confidence and accuracy, in equal-width bins.

    Source: Guo et al., On Calibration of Modern Neural Networks, ICML 2017.
    """
    total = 0.0
    for number in range(bins):
        inside = [
            (share, hit)
            for share, hit in zip(shares, right, strict=True)
            if min(int(share * bins), bins - 1) == number
        ]
        if inside:
            confidence = sum(share for share, _ in inside)
            hits = sum(hit for _, hit in inside)
            total += abs(confidence - hits)
    return total / max(1, len(shares))
