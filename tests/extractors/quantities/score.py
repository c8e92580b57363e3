"""Scores the number expressions against the gold of ``corpora/gold/quantities``.

Run as a script it prints the figures of both splits; the tests guard a floor on ``untouched``.
A label marked optional (list marks, articles, phrases whose edges readers draw differently)
counts neither for nor against.
"""

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from zongjie.document import Quantity
from zongjie.extractors.quantities import extract_quantities

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "corpora" / "gold" / "quantities"


@dataclass
class Score:
    """Counts of one split; every rate is between 0 and 1."""

    counts: Counter[str] = field(default_factory=Counter)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)

    def rate(self, name: str) -> float:
        return self.counts[name] / max(1, self.counts["found"])

    def f1(self, name: str) -> float:
        right, gold, told = (self.counts[f"{name} {of}"] for of in ("right", "gold", "told"))
        return 2 * right / max(1, gold + told)

    def figures(self) -> dict[str, float]:
        rates = {name: self.rate(name) for name in ("value", "unit", "kind")}
        object_rate = self.counts["object"] / max(1, self.counts["object gold"])
        return {
            "span F1": self.f1("span"), **rates, "achievement F1": self.f1("achievement"),
            "target F1": self.f1("target"), "object": object_rate,
        }  # fmt: skip


def read_text(path: Path) -> str:
    text = path.read_bytes().decode("utf-8", errors="replace")
    return text.removeprefix("\ufeff")


def score(split: str, reports: Path) -> Score:
    """Score one split over the real reports in the folder ``reports``."""
    from zongjie.analyzer import understand
    from zongjie.readers import report_of

    total = Score()
    for line in (GOLD / f"{split}.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        path = reports / gold["report"]
        if not path.is_file():
            continue
        analysis = understand(report_of(read_text(path)))
        told = [
            q for q in extract_quantities(analysis)
            if any(a <= q.start and q.end <= b for a, b in gold["ranges"])
        ]  # fmt: skip
        _compare(total, gold, told, analysis.report.text)
    return total


def _compare(total: Score, gold: dict[str, Any], told: list[Quantity], text: str) -> None:
    counts = total.counts
    by_span = {(q.start, q.end): q for q in told}
    optional = [label for label in gold["labels"] if label.get("optional")]
    for label in gold["labels"]:
        if label.get("optional"):
            continue
        counts["span gold"] += 1
        counts[f"{label['kind']} gold"] += 1
        quantity = by_span.pop((label["start"], label["end"]), None)
        where = f"{gold['report']}:{label['start']} {text[label['start'] : label['end']]}"
        if quantity is None:
            total.mistakes.append(f"missed {where} ({label['kind']})")
            continue
        counts["span right"] += 1
        counts["span told"] += 1
        counts[f"{quantity.kind} told"] += 1
        counts["found"] += 1
        _fields(total, label, quantity, where)
    for (start, end), quantity in by_span.items():
        if any(start < label["end"] and label["start"] < end for label in optional):
            continue
        counts["span told"] += 1
        counts[f"{quantity.kind} told"] += 1
        total.mistakes.append(f"extra {gold['report']}:{start} {text[start:end]} ({quantity.kind})")


def _fields(total: Score, label: dict[str, Any], quantity: Quantity, where: str) -> None:
    counts = total.counts
    kind = quantity.kind == label["kind"]
    counts["kind"] += kind
    if not kind:
        total.confusions[label["kind"], quantity.kind] += 1
        total.mistakes.append(f"kind {where}: {label['kind']} told as {quantity.kind} ({quantity.evidence})")
    measured = "value" in label
    value = not measured or (
        quantity.value == Decimal(label["value"])
        and (quantity.value_max is None) == ("value_max" not in label)
        and (quantity.value_max is None or quantity.value_max == Decimal(label["value_max"]))
    )
    unit = not measured or quantity.unit == label.get("unit")
    bound = not measured or quantity.bound == label.get("bound", "exact")
    counts["value"] += value
    counts["unit"] += unit
    if not (value and unit and bound):
        total.mistakes.append(f"value {where}: {quantity.value} {quantity.unit} {quantity.bound}")
    if kind and value and unit:
        counts[f"{label['kind']} right"] += 1
    if "object" in label and kind:
        counts["object gold"] += 1
        told, wanted = quantity.object or "", label["object"]
        head = bool(told) and (told.endswith(wanted) or wanted.endswith(told))
        counts["object"] += head
        if not head:
            total.mistakes.append(f"object {where}: {wanted} told as {told}")


if __name__ == "__main__":
    for name in sys.argv[1:] or ("tuning", "untouched"):
        result = score(name, ROOT.parent / "shared" / "reports")
        print(name, {key: round(value, 3) for key, value in result.figures().items()}, dict(result.counts))
        if name == "tuning":
            print("\n".join(result.mistakes))
