"""How good the drafted plans of some reports are, in figures that a machine can count.

``python -m zongjie.benchmarks.drafts FILE…`` prints a line a report and one for all. The measures:

- answered: share of the problems that an item answers;
- sourced: share of the sentences that name spans of the report;
- copy: the longest run of a sentence that stands in the report, outside names and quotations;
- numbers, names: findings GR01 and GR04 of the checks on the draft;
- errors, repeats: other errors, and DU01 or DU02, of the checks on the draft;
- frames, slots: share of the sentences of kind frame, and of those with a slot;
- openings: share of distinct first four characters of sentences;
- themes: share of the theme groups of the past work that the draft goes on with or closes: an item is of
  that group, or a sentence rests on a section of it;
- carried: share of the report's own promises that an item carries (1 where it makes none);
- st10, st11: findings of those checks over the report's problems followed by the draft;
- like: similarity (difflib) to the other draft of the set that is most like it.
"""

import argparse
import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from statistics import mean

from zongjie.analyzer import analyse_file
from zongjie.checks import run_checks
from zongjie.document import Analysis, PlanSentence, Problem
from zongjie.drafters.copying import longest_copy
from zongjie.extractors.measures import extract_measures
from zongjie.readers import report_of
from zongjie.segmenters import segment
from zongjie.settings import Settings

_NAMED = re.compile(r"《[^》]{1,60}》|“[^”]{1,40}”")
_MOST_PAIRS = 600
_PROBLEMS = "〇、存在的问题\n"


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
    themes: float
    carried: float
    st10: int
    st11: int
    like: float | None = None


def measure(name: str, analysis: Analysis) -> Quality:
    """The figures of one report's draft."""
    plan = analysis.plan
    told: list[PlanSentence] = [one for item in plan.items for one in item.sentences]
    answered = {problem for item in plan.items for problem in item.answers}
    carried = {measure for item in plan.items for measure in item.carries}
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
        _themes(analysis),
        _share(sum(m.id in carried for m in analysis.measures), len(analysis.measures)),
        *_structure(analysis),
    )


def _themes(analysis: Analysis) -> float:
    past = {s.theme.group for s in analysis.sections if s.role == "achievement" and s.theme is not None}
    told = {item.theme.group for item in analysis.plan.items if item.theme is not None}
    for item in analysis.plan.items:
        for source in (source for one in item.sentences for source in one.sources if source.doc is None):
            section = analysis.section_at(source.start)
            if section is not None and section.theme is not None:
                told.add(section.theme.group)
    return _share(len(past & told), len(past))


def _structure(analysis: Analysis) -> tuple[int, int]:
    """ST10 and ST11 over a text that tells the report's problems and then the draft."""
    title, _, plan = analysis.plan.text.partition("\n")
    told = [" ".join(analysis.body[p.start : p.end].split()).rstrip("。；") for p in analysis.problems]
    head = f"{title}\n\n"
    spans, at = [], len(head) + len(_PROBLEMS)
    for number, words in enumerate(told, 1):
        spans.append(Problem(f"p{number}", at, at + len(words), None))
        at += len(words) + 1
    text = f"{head}{_PROBLEMS}{'；'.join(told)}。\n{plan}" if told else f"{head}{plan}"
    report = report_of(text)
    outline = segment(text)
    begins = at if told else 0
    sections = tuple(replace(s, role="problem" if s.start < begins else "plan") for s in outline.sections)
    whole = Analysis(
        report, text, outline=replace(outline, sections=sections), problems=tuple(spans if told else ())
    )
    whole = replace(whole, measures=extract_measures(whole))
    codes = [f.code for f in run_checks(whole, Settings(select=("ST10", "ST11")))]
    return codes.count("ST10"), codes.count("ST11")


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


def measured(analyses: Sequence[tuple[str, Analysis]]) -> list[Quality]:
    """A row for each named analysis, with its likeness to the others."""
    rows = [measure(name, analysis) for name, analysis in analyses]
    alike = likenesses([analysis.plan.text for _, analysis in analyses])
    return [replace(row, like=like) for row, like in zip(rows, alike, strict=True)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table for the files named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+")
    paths = parser.parse_args(arguments).files
    print(table(measured([(path.rpartition("/")[2], analyse_file(path)) for path in paths])), end="")


if __name__ == "__main__":
    main()
