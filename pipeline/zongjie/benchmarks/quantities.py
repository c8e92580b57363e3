"""Numbers measured: scores against the labels, the archive's coverage, and the speed of the room.

A label marked optional (list marks, articles, phrases whose edges readers draw differently)
counts neither for nor against.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any

from zongjie.analyzer import understand
from zongjie.benchmarks.quantities_cost import growth, hostile
from zongjie.benchmarks.quantities_gold import Gold, golds, read_text, texts
from zongjie.benchmarks.quantities_others import compare
from zongjie.benchmarks.quantities_spacy import score as score_by_spacy
from zongjie.document import Quantity, Report
from zongjie.extractors.quantities import extract_quantities
from zongjie.extractors.quantities.tagging import tag
from zongjie.readers import report_of

__all__ = ["Coverage", "Score", "cover", "lines", "read_text", "score_file", "score_told"]
_DIGITS = re.compile("[0-9０-９]")
_QUOTES = "“”"
_HAN = re.compile("[〇零一二两三四五六七八九十百千万亿]")


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


def score_file(labels: Path, reports: Path, archive: bool = True) -> Score:
    """Score the quantities of real reports in the folder ``reports`` by a file of labels.

    ``archive``: whether the reports in its archive count too (some seconds to unpack).
    """
    total = Score()
    by_report = {gold.report: gold for gold in golds(labels)}
    for report, text in texts(by_report, reports, archive):
        gold = by_report[report]
        analysis = understand(report_of(text))
        told = [q for q in analysis.quantities if any(a <= q.start and q.end <= b for a, b in gold.ranges)]
        score_told(total, gold, told, analysis.report.text)
    return total


_DIGIT_RUN = re.compile("[0-9０-９]+")
_HAN_RUN = re.compile("[〇零一二两三四五六七八九十百千万亿]+")
_ADDRESS = re.compile(r"[A-Za-z0-9/%&=?_.\-]{12,}")
_NEAR = 40
_AROUND = 4


@dataclass
class Coverage:
    """What the quantities leave out of many reports, and how fast they are found."""

    characters: int = 0
    seconds: float = 0.0
    counts: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    """Digits and numerals in no quantity, by reason: in an address, a part of a word, else."""

    def share(self, part: str, whole: str) -> float:
        return self.counts[part] / max(1, self.counts[whole])

    @property
    def rate(self) -> float:
        """Characters a second of the room alone."""
        return self.characters / self.seconds if self.seconds else 0.0


def cover(reports: Iterable[Report]) -> Coverage:
    """Digits and Chinese numerals in no quantity, and measures without a known unit."""
    total = Coverage()
    for report in reports:
        analysis = understand(report)
        began = process_time()
        told = extract_quantities(analysis)
        total.seconds += process_time() - began
        total.characters += len(report.text)
        _count(total, analysis.body, told)
    return total


def _count(total: Coverage, body: str, told: Sequence[Quantity]) -> None:
    counts = total.counts
    for name, pattern in (("digits", _DIGITS), ("numerals", _HAN)):
        counts[name] += len(pattern.findall(body))
        counts[f"{name} told"] += sum(len(pattern.findall(body, q.start, q.end)) for q in told)
    told_of = bytearray(len(body))
    for q in told:
        told_of[q.start : q.end] = b"\1" * (q.end - q.start)
    for run in _DIGIT_RUN.finditer(body):
        if missed := run.end() - run.start() - sum(told_of[run.start() : run.end()]):
            total.left["digits, " + _why_digits(body, *run.span())] += missed
    for run in _HAN_RUN.finditer(body):
        if missed := run.end() - run.start() - sum(told_of[run.start() : run.end()]):
            total.left["numerals, " + _why_numerals(body, *run.span())] += missed
    for q in told:
        if q.kind in ("achievement", "target", "baseline"):
            counts["measures"] += 1
            if q.unit is None:
                counts["without unit"] += 1
                total.unknown[body[q.end : q.end + 2].strip()] += 1


def _why_digits(body: str, start: int, end: int) -> str:
    near = _ADDRESS.finditer(body, max(0, start - _NEAR), end + _NEAR)
    return "in an address or a hash" if any(a.start() <= start < a.end() for a in near) else "else"


def _why_numerals(body: str, start: int, end: int) -> str:
    """Whether the word (jieba) that the numeral stands in is longer than it: 进一步, 零售."""
    first = max(0, start - _AROUND)
    at = first
    for word, _ in tag(body[first : end + _AROUND]):
        if at <= start and end <= at + len(word):
            return "a part of a word" if len(word) > end - start else "a word"
        at += len(word)
    return "across words"


def precision_by_kind(verdicts: Path) -> dict[str, tuple[int, int]]:
    """Kind → (right, read) of the numbers of the archive that were drawn at random and read by hand."""
    read = [json.loads(line) for line in verdicts.read_text(encoding="utf-8").splitlines()]
    kinds = Counter(one["kind"] for one in read)
    right = Counter(one["kind"] for one in read if one["right"])
    return {kind: (right[kind], count) for kind, count in kinds.most_common()}


def lines(reports: Sequence[Report], labels: Sequence[Path], folder: Path) -> Iterator[str]:
    """The benchmark's page: scores a split, then coverage and speed over ``reports``."""
    for path in labels:
        result = score_file(path, folder)
        if result.counts["found"]:
            figures = "  ".join(f"{name} {value:.3f}" for name, value in result.figures().items())
            split = "/".join(path.with_suffix("").parts[-3:])
            yield f"{split} ({result.counts['span gold']} labels): {figures}"
    verdicts = labels[0].with_name("verdicts.jsonl") if labels else Path()
    if verdicts.is_file():
        read = precision_by_kind(verdicts)
        right, count = (sum(numbers) for numbers in zip(*read.values(), strict=True))
        by_kind = "  ".join(f"{kind} {a}/{b}" for kind, (a, b) in read.items())
        yield f"{count} numbers of the archive read by hand when drawn: {right / count:.3f} right; {by_kind}"
    for path in labels[:2]:
        by_spacy = score_by_spacy(path, folder)
        figures = "  ".join(f"{name} {value:.3f}" for name, value in by_spacy.items() if value is not None)
        if figures:
            yield f"{path.parent.name}/{path.stem}, achievements by spaCy's Scorer: {figures}"
    for path in labels[-1:]:  # not tuned on
        for compared in compare(path, folder):
            yield compared.line()
    for length, seconds in growth(reports):
        yield f"{length:,} characters: {seconds:.2f} s, {length / max(seconds, 1e-9):,.0f} characters/s"
    for name, length, seconds in hostile():
        yield f"hostile, {name}: {length:,} characters in {seconds:.2f} s"
    told = cover(reports)
    yield (
        f"{told.characters:,} characters, {told.rate:,.0f} characters/s; "
        f"in no quantity: {1 - told.share('digits told', 'digits'):.2%} of digits, "
        f"{1 - told.share('numerals told', 'numerals'):.2%} of Chinese numerals; "
        f"measures without a known unit: {told.share('without unit', 'measures'):.2%}"
    )
    for name, missed in told.left.most_common():
        whole = told.counts[name.partition(",")[0]]
        yield f"in no quantity: {name}: {missed / max(1, whole):.2%}"
    yield "words after numbers without a unit: " + " ".join(
        f"{words}×{count}" for words, count in told.unknown.most_common(100)
    )


def score_told(total: Score, gold: Gold, told: list[Quantity], text: str) -> None:
    """Add to ``total`` what was told of one report's labelled stretches."""
    counts = total.counts
    by_span = {(q.start, q.end): q for q in told}
    optional = [label for label in gold.labels if label.get("optional")]
    for label in gold.labels:
        if label.get("optional"):
            continue
        counts["span gold"] += 1
        counts[f"{label['kind']} gold"] += 1
        quantity = by_span.pop((label["start"], label["end"]), None)
        where = f"{gold.report}:{label['start']} {text[label['start'] : label['end']]}"
        if quantity is None:
            total.mistakes.append(f"missed {where} ({label['kind']})")
            continue
        counts["span right"] += 1
        counts["span told"] += 1
        counts["found"] += 1
        _fields(total, label, quantity, where)
    for (start, end), quantity in by_span.items():
        if any(start < label["end"] and label["start"] < end for label in optional):
            continue
        counts["span told"] += 1
        counts[f"{quantity.kind} told"] += 1
        total.mistakes.append(f"extra {gold.report}:{start} {text[start:end]} ({quantity.kind})")


def _fields(total: Score, label: dict[str, Any], quantity: Quantity, where: str) -> None:
    counts = total.counts
    either = label.get("either") or ()
    kind = quantity.kind == label["kind"] or quantity.kind in (
        either.split("|") if isinstance(either, str) else either
    )
    # a second kind that the label admits is told as the first, so that no F1 passes 1
    counts[f"{label['kind'] if kind else quantity.kind} told"] += 1
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
        told, wanted = (quantity.object or "").strip(_QUOTES), label["object"].strip(_QUOTES)
        head = bool(told) and (told.endswith(wanted) or wanted.endswith(told))
        counts["object"] += head
        if not head:
            total.mistakes.append(f"object {where}: {wanted} told as {told}")
