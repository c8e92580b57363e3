"""Drafts against the plans that were really made: the plan is cut off, the draft held beside it.

``python -m zongjie.benchmarks.real_plans FILE…`` prints for each report that has a plan of its own
and for all together:

- themes: share of the real plan's theme groups that an item of the draft treats;
- items: share of the real plan's second-level headings that an item treats: it shares a word of its own
  with the item's words;
- precision: share of the draft's items whose heading shares a word of its own with the real plan;
- brief: share of the headings that the brief of the past work treats in the same way.

A word of its own: two characters or more, no set word of the genre, not in ``COMMON``.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from statistics import mean

from zongjie.analyzer import analyse, analyse_file
from zongjie.comparing.similarity import content_words
from zongjie.document import Analysis, Section
from zongjie.drafters.content import COMMON

_LEAST_PLAN, _LEAST_PAST = 800, 1500  # characters
_LEAF = 3
_COUNTS = ("指标", "可数可查")  # ends of the headings that only gather counts


@dataclass(frozen=True, slots=True)
class Held:
    """One draft held beside the real plan; shares between 0 and 1."""

    name: str
    headings: int
    themes: float
    items: float
    precision: float
    brief: float


def held(name: str, whole: Analysis) -> Held | None:
    """The draft from the part before the plan, against that plan; None where there is no such plan."""
    cut = _cut(whole)
    if cut is None:
        return None
    start, headings = cut
    past = analyse(whole.report.text[:start])
    told = [item for item in past.plan.items if item.level == _LEAF]
    texts = ["".join((item.heading, *(one.text for one in item.sentences))) for item in told]
    groups = {item.theme.group for item in told if item.theme is not None}
    real_groups = {s.theme.group for s in headings if s.theme is not None}
    real_text = whole.body[start:]
    named = [item for item in told if not item.heading.endswith(_COUNTS)]
    brief = past.summary.text
    return Held(
        name,
        len(headings),
        len(real_groups & groups) / len(real_groups) if real_groups else 1.0,
        mean(any(_own(s.heading or "") & _own(text) for text in texts) for s in headings),
        mean([bool(_own(item.heading) & _own(real_text)) for item in named] or [0.0]),
        mean(bool(_own(s.heading or "") & _own(brief)) for s in headings),
    )


def _own(words: str) -> set[str]:
    return {word for word in content_words(words) if word not in COMMON}


def _cut(whole: Analysis) -> tuple[int, list[Section]] | None:
    """Where the plan begins, and the headings of its second level that say something."""
    plans = [s for s in whole.sections if s.role == "plan" and s.heading is not None]
    if not plans:
        return None
    top = min(s.level for s in plans)
    start = min(s.start for s in plans if s.level == top)
    before = [s for s in whole.sections if s.start >= start and s.role == "achievement"]
    inner = [s for s in plans if s.level == top + 1 and s.start >= start and _own(s.heading or "")]
    if before or len(inner) < _LEAF or start < _LEAST_PAST or len(whole.body) - start < _LEAST_PLAN:
        return None
    return start, inner


def table(rows: Sequence[Held]) -> str:
    names = [f.name for f in fields(Held)]
    lines = ["\t".join(names), *("\t".join(_cells(row)) for row in rows)]
    if rows:
        means = [mean(getattr(row, name) for row in rows) for name in names[1:]]
        lines.append("\t".join([f"mean of {len(rows)}", *(f"{value:.2f}" for value in means)]))
    return "\n".join(lines) + "\n"


def _cells(row: Held) -> Iterator[str]:
    for value in astuple(row):
        yield f"{value:.2f}" if isinstance(value, float) else str(value)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table for those of the files that have a plan of their own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+")
    rows = [
        row
        for path in parser.parse_args(arguments).files
        if (row := held(path.rpartition("/")[2], analyse_file(path))) is not None
    ]
    print(table(rows), end="")


if __name__ == "__main__":
    main()
