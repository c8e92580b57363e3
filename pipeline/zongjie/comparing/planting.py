"""Plants repeats in a text and measures how well they are found: a benchmark without labels.

``plant(text, kind, random)`` copies a stretch of 60 to 600 characters to another place as a person
would (``KINDS``); ``score`` compares found passages with the planted ones, character by character.
Source of the measures (precision, recall, granularity, plagdet): Potthast et al., An Evaluation
Framework for Plagiarism Detection, COLING 2010.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log2
from random import Random

Span = tuple[int, int]
Pair = tuple[Span, Span]

SHORTEST, LONGEST = 60, 600
_FAR = 150  # characters between a source and its copy, at least
_CLAUSE = re.compile(r"[^，,；;。！？\n]*[，,；;。！？\n]?")
_FIGURE = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")
_SENTENCE_END = re.compile(r"[。！？]|\n\s*")


@dataclass(frozen=True, slots=True)
class Planted:
    """A text with a copy in it; ``pairs`` are (source, copy), two of them for a split copy."""

    text: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Macro-averaged over cases (recall, granularity) and detections (precision)."""

    precision: float
    recall: float
    granularity: float
    cases: int

    @property
    def plagdet(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both / log2(1 + self.granularity) if both else 0.0


def plant(
    text: str, kind: str, random: Random, fit: Callable[[str], bool] = lambda stretch: True
) -> Planted | None:
    """``text`` with a copy planted; None where it has no ``fit`` stretch (too short, no figure)."""
    edges = [0, *(found.end() for found in _SENTENCE_END.finditer(text))]
    for _ in range(60):
        start = random.choice(edges)
        wanted = round(SHORTEST * (LONGEST / SHORTEST) ** random.random())
        end = edges[min(bisect_left(edges, start + wanted), len(edges) - 1)]
        if not SHORTEST <= end - start <= LONGEST or not text[start:end].strip():
            continue
        if not fit(text[start:end]) or (kind == "figures" and not _FIGURE.search(text[start:end])):
            continue
        places = [at for at in edges if at <= start - _FAR or at >= end + _FAR]
        if not places:
            continue
        if kind == "split":
            return _planted_twice(text, (start, end), places, random)
        copy = KINDS[kind](text[start:end], random)
        source = _kept(text, (start, end), copy) if kind == "dropped" else (start, end)
        return _planted(text, source, copy, random.choice(places))
    return None


def score(cases: Sequence[Pair], detections: Sequence[Pair]) -> Score:
    """Of one text, or of many put behind one another."""
    hits = [
        (c, d) for c in range(len(cases)) for d in range(len(detections)) if _meets(cases[c], detections[d])
    ]
    recalls = [_share(case, [detections[d] for c2, d in hits if c2 == c]) for c, case in enumerate(cases)]
    precisions = [_share(one, [cases[c] for c, d2 in hits if d2 == d]) for d, one in enumerate(detections)]
    detected = {c for c, _ in hits}
    return Score(
        precision=_mean(precisions),
        recall=_mean(recalls),
        granularity=len(hits) / len(detected) if detected else 1.0,
        cases=len(cases),
    )


def mean_score(scores: Iterable[Score]) -> Score:
    """The mean over texts, weighted by their cases."""
    every = list(scores)
    total = sum(one.cases for one in every) or 1

    def mean(value: Callable[[Score], float]) -> float:
        return sum(value(one) * one.cases for one in every) / total

    return Score(mean(lambda s: s.precision), mean(lambda s: s.recall), mean(lambda s: s.granularity), total)


def _planted(text: str, source: Span, copy: str, at: int) -> Planted:
    moved = len(copy) if at <= source[0] else 0
    return Planted(
        text[:at] + copy + text[at:], (((source[0] + moved, source[1] + moved), (at, at + len(copy))),)
    )


def _kept(text: str, source: Span, copy: str) -> Span:
    """The source without the clauses before the first and after the last one that the copy keeps.

    A copy cannot tell of those: no reader could say where its source begins or ends but so.
    """
    clauses = [found for found in _CLAUSE.finditer(text, *source) if found[0]]
    first = next((one.start() for one in clauses if copy.startswith(one[0])), source[0])
    last = next((one.end() for one in reversed(clauses) if copy.endswith(one[0])), source[1])
    return (first, last) if first < last else source


def _planted_twice(text: str, source: Span, places: list[int], random: Random) -> Planted | None:
    middle = (source[0] + source[1]) // 2
    cut = next((m.end() for m in _CLAUSE.finditer(text, middle) if m.end() > middle), middle)
    if min(cut - source[0], source[1] - cut) < SHORTEST // 2 or len(places) < 2:
        return None
    first = _planted(text, (source[0], cut), text[source[0] : cut], random.choice(places))
    moved = first.pairs[0][0][0] - source[0]
    taken = first.pairs[0][1]
    again = [at + (taken[1] - taken[0] if at >= taken[0] else 0) for at in places]
    again = [at for at in again if abs(at - taken[0]) > _FAR and abs(at - taken[1]) > _FAR]
    if not again:
        return None
    half = (cut + moved, source[1] + moved)
    second = _planted(first.text, half, first.text[half[0] : half[1]], random.choice(again))
    (other, copied) = second.pairs[0]
    shift = copied[1] - copied[0]

    def after(span: Span) -> Span:
        return (span[0] + shift, span[1] + shift) if span[0] >= copied[0] else span

    source_span, copy_span = first.pairs[0]
    return Planted(second.text, ((after(source_span), after(copy_span)), (other, copied)))


def _edited(share: float) -> Callable[[str, Random], str]:
    def edit(passage: str, random: Random) -> str:
        letters, changed = list(passage), 0
        while changed < share * len(passage):
            at, size = random.randrange(len(letters)), random.choice((1, 2, 2, 3))
            borrowed = random.randrange(max(1, len(passage) - size))
            new = list(passage[borrowed : borrowed + size])
            deed = random.choice(("replace", "replace", "insert", "delete"))
            letters[at : at + (0 if deed == "insert" else size)] = [] if deed == "delete" else new
            changed += size
        return "".join(letters)

    return edit


def _shuffled(passage: str, random: Random) -> str:
    clauses = [found for found in _CLAUSE.findall(passage) if found]
    random.shuffle(clauses)
    return "".join(clauses)


def _dropped(passage: str, random: Random) -> str:
    clauses = [found for found in _CLAUSE.findall(passage) if found]
    kept = [clause for clause in clauses if random.random() > 0.3]
    return "".join(kept if sum(map(len, kept)) >= SHORTEST // 2 else clauses[: max(1, len(clauses) - 1)])


def _refigured(passage: str, random: Random) -> str:
    return _FIGURE.sub(lambda found: str(random.randrange(2, 5000)), passage)


KINDS: dict[str, Callable[[str, Random], str]] = {
    "verbatim": lambda passage, random: passage,
    "edited 5 %": _edited(0.05),
    "edited 10 %": _edited(0.10),
    "edited 15 %": _edited(0.15),
    "shuffled": _shuffled,
    "dropped": _dropped,
    "figures": _refigured,
    "split": lambda passage, random: passage,
}


def _meets(one: Pair, other: Pair) -> bool:
    return all(_common(one[side], other[side]) > 0 for side in (0, 1)) or all(
        _common(one[side], other[1 - side]) > 0 for side in (0, 1)
    )


def _common(one: Span, other: Span) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _share(whole: Pair, parts: list[Pair]) -> float:
    spans = [span for pair in parts for span in pair]
    covered = total = 0
    for start, end in whole:
        total += end - start
        at = start
        for low, high in sorted(spans):
            low, high = max(low, at), min(high, end)
            if high > low:
                covered += high - low
                at = high
    return covered / total


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
