"""How well promises are found and followed, against labels: corpora/gold/ledger.

A promise is found where a promise of ours covers it: the two share half of what either covers. Its
status is right where ours is one of the labelled ones, and where evidence is labelled ours overlaps it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from zongjie.analyzer import understand
from zongjie.archive.ledger import ledger
from zongjie.document.ledger import Ledger, LedgerEntry
from zongjie.readers import read

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class LabelledPromise:
    """A promise in LAST, the statuses that are right, and where THIS speaks of it."""

    start: int
    end: int
    statuses: tuple[str, ...]
    evidence: tuple[tuple[int, int], ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two reports, by path below the folder of real reports, and the labelled promises."""

    name: str
    last: str
    this: str
    promises: tuple[LabelledPromise, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over one pair: optional promises count only where they are found."""

    name: str
    wanted: int
    found: int
    judged: int
    right: int

    @property
    def recall(self) -> float:
        return self.found / max(1, self.wanted)

    @property
    def accuracy(self) -> float:
        """Of the promises found, those with the right status and sentence."""
        return self.right / max(1, self.judged)


def read_pair(path: Path) -> LabelledPair:
    """One file of labels; see corpora/gold/ledger/GOLD.md."""
    names, found = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("# "):
            names[fields[0][2:]] = fields[1].strip()
        elif fields[0].isdigit():
            spans = tuple(tuple(map(int, one.split("-"))) for one in fields[3].split(";") if one)
            evidence = tuple((span[0], span[1]) for span in spans)
            found.append(
                LabelledPromise(
                    int(fields[0]),
                    int(fields[1]),
                    tuple(fields[2].split("/")),
                    evidence,
                    fields[4] == "optional",
                )
            )
    return LabelledPair(path.stem, names["last"], names["this"], tuple(found))


def score_pair(pair: LabelledPair, reports: Path) -> Score:
    """Make the ledger of the pair and hold it against the labels."""
    made = ledger(understand(read(reports / pair.last)), understand(read(reports / pair.this)))
    wanted = found = judged = right = 0
    for label, entry in matched(pair, made):
        wanted += not label.optional
        if entry is not None:
            found += not label.optional
            judged += 1
            right += is_right(label, entry)
    return Score(pair.name, wanted, found, judged, right)


def total(name: str, scores: Sequence[Score]) -> Score:
    """The counts of several pairs together."""
    return Score(
        name,
        sum(one.wanted for one in scores),
        sum(one.found for one in scores),
        sum(one.judged for one in scores),
        sum(one.right for one in scores),
    )


def matched(pair: LabelledPair, made: Ledger) -> Iterable[tuple[LabelledPromise, LedgerEntry | None]]:
    """Each labelled promise with the entry that covers it, or None."""
    spans = [(entry.promise.start, entry.promise.end) for entry in made.entries]
    for label in pair.promises:
        at = covering(label, spans)
        yield label, None if at is None else made.entries[at]


def covering(label: LabelledPromise, spans: Sequence[tuple[int, int]]) -> int | None:
    """Which span covers the labelled promise best, if one shares half of what either covers."""
    best = max(range(len(spans)), key=lambda at: _overlap(label, spans[at]), default=None)
    return best if best is not None and _overlap(label, spans[best]) >= _HALF else None


def is_right(label: LabelledPromise, entry: LedgerEntry) -> bool:
    """Whether the status is one of those labelled, with the sentence."""
    if entry.status not in label.statuses:
        return False
    if entry.status == "not_mentioned" or not label.evidence:
        return True
    return any(a < d and c < b for a, b in entry.evidence for c, d in label.evidence)


def _overlap(label: LabelledPromise, span: tuple[int, int]) -> float:
    start, end = span
    shared = min(end, label.end) - max(start, label.start)
    return max(0, shared) / (max(end, label.end) - min(start, label.start))
