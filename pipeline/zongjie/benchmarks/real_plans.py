"""Drafts against the plans that were really made: the plan is cut off, the draft held beside it.

``python -m zongjie.benchmarks.real_plans FILE…`` prints for each report that has a plan of its own
and for all together:

- themes: share of the real plan's theme groups that an item of the draft treats;
- items: share of the real plan's second-level headings that an item treats: it shares a word of its own
  with the item's words;
- precision: share of the draft's items whose heading shares a word of its own with the real plan;
- brief: share of the headings that the brief of the past work treats in the same way;
- last: items again, where the draft is given last year's report (``draft --last``), or -;
- again: the same of last year's plan headings of the same body (``NAME-YEAR.txt`` beside it), or -.

``--judge N`` prints N pairs instead (fixed seed, half of them matches by the rule): a heading of a real
plan, the item of the draft that is most like it, and what the rule says, to be judged by hand.

A word of its own: two characters or more, no set word of the genre, not in ``COMMON``.
"""

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from statistics import mean

from zongjie.analyzer import analyse, analyse_file, draft_report, understand
from zongjie.comparing.similarity import similarity
from zongjie.document import Analysis, Section
from zongjie.drafters.own_words import own_words
from zongjie.drafters.rubrics import plan_cut
from zongjie.readers import read, report_of

_LEAF = 3
_YEAR = re.compile(r"((?:19|20)\d\d)(?=[^/]{0,12}\.\w{2,4}$)")
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
    last: float | None = None
    again: float | None = None


def held(name: str, whole: Analysis) -> Held | None:
    """The draft from the part before the plan, against that plan; None where there is no such plan."""
    cut = plan_cut(whole)
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
        mean(any(own_words(s.heading or "") & own_words(text) for text in texts) for s in headings),
        mean([bool(own_words(item.heading) & own_words(real_text)) for item in named] or [0.0]),
        mean(bool(own_words(s.heading or "") & own_words(brief)) for s in headings),
    )


def before(path: str) -> str | None:
    """Last year's report of the same body (``NAME-YEAR.txt`` beside it), or None where it is not there."""
    named = _YEAR.search(path)
    last = f"{path[: named.start(1)]}{int(named[1]) - 1}{path[named.end(1) :]}" if named else ""
    return last if Path(last).is_file() else None


def again(last: Analysis, headings: Sequence[Section]) -> float | None:
    """Share of the headings that last year's plan had; None where it has no such plan."""
    cut = plan_cut(last)
    texts = [s.heading or "" for s in cut[1]] if cut else []
    return _treated(headings, texts) if texts else None


def with_last(whole: Analysis, start: int, headings: Sequence[Section], last: Analysis) -> float:
    """Share of the headings that an item treats where the draft is given last year's report."""
    past = draft_report(report_of(whole.report.text[:start]), last=last)
    told = [item for item in past.plan.items if item.level == _LEAF]
    return _treated(headings, ["".join((i.heading, *(one.text for one in i.sentences))) for i in told])


def _treated(headings: Sequence[Section], texts: Sequence[str]) -> float:
    return mean(any(own_words(s.heading or "") & own_words(text) for text in texts) for s in headings)


def pairs(paths: Sequence[str], count: int, seed: int = 7) -> list[tuple[str, str, str, bool]]:
    """(report, real heading, nearest item of the draft, whether the rule takes it as treated)."""
    found: list[tuple[str, str, str, bool]] = []
    for path in paths:
        whole = analyse_file(path)
        cut = plan_cut(whole)
        if cut is None:
            continue
        start, headings = cut
        past = analyse(whole.report.text[:start])
        items = [item for item in past.plan.items if item.level == _LEAF]
        texts = ["".join((item.heading, "。", *(one.text for one in item.sentences))) for item in items]
        for s in headings:
            heading = s.heading or ""
            rated = [
                (len(own_words(heading) & own_words(text)), similarity(heading, text), text) for text in texts
            ]
            best = max(rated, default=(0, 0.0, ""))
            found.append((path.rpartition("/")[2], heading, best[2], best[0] > 0))
    chooser = random.Random(seed)
    yes = [one for one in found if one[3]]
    no = [one for one in found if not one[3]]
    half = min(count // 2, len(no))
    chosen = chooser.sample(yes, min(len(yes), count - half)) + chooser.sample(no, half)
    chooser.shuffle(chosen)
    return chosen


def measured(paths: Sequence[str]) -> list[Held]:
    """A row for each of the reports that has a plan of its own."""
    rows = []
    for path in paths:
        whole = analyse_file(path)
        row, cut = held(path.rpartition("/")[2], whole), plan_cut(whole)
        if row is None or cut is None:
            continue
        name = before(path)
        last = understand(read(Path(name))) if name else None
        same = again(last, cut[1]) if last else None
        if last is not None and same is not None:
            row = replace(row, last=with_last(whole, *cut, last), again=same)
        rows.append(row)
    return rows


def table(rows: Sequence[Held]) -> str:
    names = [f.name for f in fields(Held)]
    lines = ["\t".join(names), *("\t".join(_cells(row)) for row in rows)]
    if rows:
        known = [[v for row in rows if (v := getattr(row, name)) is not None] for name in names[1:]]
        means = [f"{mean(values):.2f}" if values else "-" for values in known]
        lines.append("\t".join([f"mean of {len(rows)}", *means]))
        same = [row for row in rows if row.again is not None]
        if same:
            own, given = mean(row.items for row in same), mean(row.last or 0.0 for row in same)
            old, brief = mean(row.again or 0.0 for row in same), mean(row.brief for row in same)
            lines.append(
                f"where last year's plan is there ({len(same)}): items {own:.2f}, "
                f"given last year's {given:.2f}, last year's headings again {old:.2f}, brief {brief:.2f}"
            )
    return "\n".join(lines) + "\n"


def _cells(row: Held) -> Iterator[str]:
    for value in astuple(row):
        yield "-" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table for those of the files that have a plan of their own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--judge", type=int, default=0)
    asked = parser.parse_args(arguments)
    if asked.judge:
        for at, (name, heading, item, rule) in enumerate(pairs(asked.files, asked.judge), 1):
            print(f"{at}\t{'yes' if rule else 'no'}\t{name}\t{heading}\t{item}")
        return
    print(table(measured(asked.files)), end="")


if __name__ == "__main__":
    main()
