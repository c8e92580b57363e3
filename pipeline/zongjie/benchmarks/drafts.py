"""How good the drafted plans of some reports are, in figures that a machine can count.

``python -m zongjie.benchmarks.drafts FILE…`` prints a line a report and one for all. The measures:

- answered: share of the problems that an item answers;
- sourced: share of the sentences that name spans of the report;
- copy: the longest run of a sentence that stands in the report, outside names and quotations;
- numbers, names: findings GR01 and GR04 of the checks on the draft;
- errors, repeats: other errors, and DU01 or DU02, of the checks on the draft;
- frames, slots: share of the sentences of kind frame, and of those with a slot;
- openings: share of distinct first four characters of sentences;
- like: similarity (difflib) to the other draft of the set that is most like it.
"""

import argparse
import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from statistics import mean

from zongjie.analyzer import analyse_file
from zongjie.document import Analysis, PlanSentence
from zongjie.drafters.copying import longest_copy

_NAMED = re.compile(r"《[^》]{1,60}》|“[^”]{1,40}”")
_MOST_PAIRS = 600


@dataclass(frozen=True, slots=True)
class Quality:
    """One draft measured; shares are between 0 and 1, ``like`` is None for a set of one."""

    name: str
    characters: int
    sentences: int
    answered: float
    sourced: float
    copy: int
    numbers: int
    names: int
    errors: int
    repeats: int
    frames: float
    slots: float
    openings: float
    like: float | None = None


def measure(name: str, analysis: Analysis) -> Quality:
    """The figures of one report's draft."""
    plan = analysis.plan
    told: list[PlanSentence] = [one for item in plan.items for one in item.sentences]
    answered = {problem for item in plan.items for problem in item.answers}
    codes = [f.code for f in plan.findings]
    grave = [f for f in plan.findings if f.severity == "error" and not f.preview]
    return Quality(
        name,
        len(plan.text),
        len(told),
        _share(sum(p.id in answered for p in analysis.problems), len(analysis.problems)),
        _share(sum(bool(one.sources) for one in told), len(told)),
        max((longest_copy(_NAMED.sub("〇", one.text), analysis.body) for one in told), default=0),
        codes.count("GR01"),
        codes.count("GR04"),
        sum(f.code not in ("GR01", "GR04") for f in grave),
        sum(code in ("DU01", "DU02") for code in codes),
        _share(sum(one.kind == "frame" for one in told), len(told), 0.0),
        _share(sum(bool(one.slots) for one in told), len(told), 0.0),
        _share(len({one.text[:4] for one in told}), len(told)),
    )


def _share(part: int, whole: int, of_none: float = 1.0) -> float:
    return part / whole if whole else of_none


def likenesses(texts: Sequence[str]) -> list[float | None]:
    """For each draft its similarity to the nearest other (some 600 pairs at most, evenly taken)."""
    pairs = [(i, j) for i in range(len(texts)) for j in range(i)]
    step = max(1, len(pairs) // _MOST_PAIRS)
    best: list[float | None] = [None] * len(texts)
    for i, j in pairs[::step]:
        ratio = difflib.SequenceMatcher(None, texts[i], texts[j], autojunk=False).ratio()
        for at in (i, j):
            best[at] = max(ratio, best[at] or 0.0)
    return best


def table(rows: Sequence[Quality]) -> str:
    """The rows, and one with the mean of each column."""
    names = [f.name for f in fields(Quality)]
    lines = ["\t".join(names), *("\t".join(_cell(getattr(row, name)) for name in names) for row in rows)]
    known = [[v for v in (getattr(row, name) for row in rows) if v is not None] for name in names[1:]]
    lines.append("\t".join(["mean", *(f"{mean(values):.2f}" if values else "-" for values in known)]))
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    return "-" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table for the files named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+")
    rows, texts = [], []
    for path in parser.parse_args(arguments).files:
        analysis = analyse_file(path)
        rows.append(measure(path.rpartition("/")[2], analysis))
        texts.append(analysis.plan.text)
    alike = likenesses(texts)
    placed = [replace(row, like=like) for row, like in zip(rows, alike, strict=True)]
    print(table(placed), end="")


if __name__ == "__main__":
    main()
