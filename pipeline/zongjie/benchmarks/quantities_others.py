"""Other recognisers of Chinese numbers beside ours, on the labelled passages, in one run.

Microsoft Recognizers-Text (``recognizers-text-number``) gives values without units; jionlp
extracts sums of money only, and is asked for these alone. Both are in the extra ``compare``;
one that is not installed is left out. A label counts when it carries a value. Found: a result
that overlaps it has its value (万 and 亿 multiplied out, per cent as such). False: a result inside
the passages that touches no label with that value; years and list marks told as numbers are among them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from time import process_time
from typing import Any

from zongjie.analyzer import understand
from zongjie.benchmarks.quantities_gold import Gold, golds, texts
from zongjie.extractors.quantities import extract_quantities
from zongjie.readers import report_of

Told = list[tuple[int, int, Decimal | None]]
Recogniser = Callable[[str], Told]


@dataclass
class Comparison:
    """What one recogniser found of the labelled values, and its speed on the same passages."""

    name: str
    gold: int = 0
    found: int = 0
    told: int = 0
    right: int = 0
    characters: int = 0
    seconds: float = 0.0

    def line(self) -> str:
        recall = self.found / max(1, self.gold)
        precision = self.right / max(1, self.told)
        rate = self.characters / max(1e-9, self.seconds)
        return (
            f"{self.name}: recall {recall:.3f} of {self.gold}, "
            f"precision {precision:.3f} of {self.told}, {rate:,.0f} characters/s"
        )


def compare(labels: Path, folder: Path) -> Iterator[Comparison]:
    """Each recogniser that is here over the passages of one file of labels."""
    by_report = {gold.report: gold for gold in golds(labels)}
    passages = [
        (text[start:end], start, by_report[report])
        for report, text in texts(by_report, folder)
        for start, end in by_report[report].ranges
    ]
    if not passages:
        return
    for name, make, unit in (
        ("zongjie", lambda: _ours, None),
        ("Recognizers-Text", _microsoft, None),
        ("zongjie, 元 only", lambda: _ours_money, "元"),
        ("jionlp, money", _jionlp, "元"),
    ):
        try:
            read = make()
        except ImportError:
            continue
        result = Comparison(name)
        for passage, start, gold in passages:
            _count(result, read(passage), start, start + len(passage), gold, unit)
        together = "\n".join(passage for passage, _, _ in passages)
        result.characters, result.seconds = len(together), _clock(read, together)
        yield result


def _clock(read: Recogniser, text: str) -> float:
    """Processor seconds for ``text``; ours are those of the room alone, the outline being there."""
    if read in (_ours, _ours_money):
        analysis = understand(report_of(text))
        began = process_time()
        extract_quantities(analysis)
    else:
        began = process_time()
        read(text)
    return process_time() - began


def _count(result: Comparison, told: Told, start: int, end: int, gold: Gold, unit: str | None) -> None:
    inside = [label for label in gold.labels if start <= label["start"] and label["end"] <= end]
    valued = [
        label
        for label in inside
        if label.get("value") is not None and (unit is None or label.get("unit") == unit)
    ]
    optional = [label for label in inside if label.get("optional")]
    shifted = [(a + start, b + start, value) for a, b, value in told]
    for label in valued:
        if not label.get("optional"):
            result.gold += 1
            result.found += any(_same(label, one) for one in shifted)
    for one in shifted:
        if any(_overlap(label, one) for label in optional):
            continue
        result.told += 1
        result.right += any(_same(label, one) for label in valued)


def _overlap(label: dict[str, Any], one: tuple[int, int, Decimal | None]) -> bool:
    return bool(one[0] < label["end"] and label["start"] < one[1])


def _same(label: dict[str, Any], one: tuple[int, int, Decimal | None]) -> bool:
    if not _overlap(label, one) or one[2] is None:
        return False
    return one[2] in (Decimal(label["value"]), Decimal(label.get("value_max", label["value"])))


def _ours(text: str) -> Told:
    told = extract_quantities(understand(report_of(text)))
    return [(q.start, q.end, q.value) for q in told if q.value is not None]


def _ours_money(text: str) -> Told:
    told = extract_quantities(understand(report_of(text)))
    return [(q.start, q.end, q.value) for q in told if q.value is not None and q.unit == "元"]


def _microsoft() -> Recogniser:
    from recognizers_number import Culture, NumberRecognizer

    recognizer = NumberRecognizer(Culture.Chinese)
    numbers, shares = recognizer.get_number_model(), recognizer.get_percentage_model()

    def read(text: str) -> Told:
        per_cent = [(r.start, r.end + 1, _decimal(r.resolution)) for r in shares.parse(text)]
        plain = [(r.start, r.end + 1, _decimal(r.resolution)) for r in numbers.parse(text)]
        return per_cent + [r for r in plain if not any(a < r[1] and r[0] < b for a, b, _ in per_cent)]

    return read


def _decimal(resolution: dict[str, str] | None) -> Decimal | None:
    try:
        return Decimal((resolution or {})["value"].rstrip("%"))
    except (InvalidOperation, KeyError, TypeError):
        return None


def _jionlp() -> Recogniser:
    import jionlp

    def read(text: str) -> Told:
        told: Told = []
        for one in jionlp.ner.extract_money(text, with_parsing=True):
            number = (one.get("detail") or {}).get("num")
            number = number[0] if isinstance(number, list) else number
            told.append((one["offset"][0], one["offset"][1], Decimal(number) if number else None))
        return told

    return read
