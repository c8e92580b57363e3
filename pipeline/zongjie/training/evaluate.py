"""``zongjie evaluate``: theme and role against the untouched gold, as the whole program tells them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from zongjie.classifiers.models import Models, load
from zongjie.classifiers.roles import section_roles
from zongjie.classifiers.themes import section_themes
from zongjie.cleaners import clean
from zongjie.document import Outline, Section, Theme, blank_out
from zongjie.lexicons.themes import taxonomy
from zongjie.readers import report_of
from zongjie.segmenters import segment
from zongjie.training.composed import composed
from zongjie.training.gold import (
    UNSEEN_WRITTEN,
    GoldSection,
    WrittenSection,
    anchor,
    gold_sections,
    written_sections,
)
from zongjie.training.labelled import labelled_texts
from zongjie.training.metrics import accuracy, by_label, calibration_error, confusion, macro_f1
from zongjie.training.places import GOLD, MODEL, REPORTS

ENOUGH = 10
_PARTIAL = """部分标注报告不在手边，metrics.json 未改。
metrics.json is as it was: some labelled reports are not at hand."""


OTHERS = ("other/", "seed", "samples/")
"""What the names of reports of other bodies than governments begin with."""
UNSEEN = "unseen"
"""The split of reports that nothing was ever chosen by: figures of their own, read once a training."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold section, the section of the outline that was taken for it, and its two likeliest themes."""

    gold: GoldSection | WrittenSection
    section: Section
    ranked: tuple[Theme, ...]


def evaluate_themes(
    gold: Path = GOLD, reports: Path = REPORTS, model: Path = MODEL, split: str = "test"
) -> str:
    """Judge the sections of ``split`` and return a page of figures.

    They go into metrics.json beside the model too, if every labelled report is at hand.
    """
    labels = [one for one in gold_sections(gold) if one.split == split]
    judged = judge(labels, reports, load(model))
    if not judged:
        return f"没有可用的标注报告，未评测（{reports}）。\nno labelled reports at hand, nothing evaluated."
    figures = measure(judged, len(labels))
    plain = measure(judge(labels, reports, None), len(labels))
    figures["keywords_only"] = {
        key: plain[key] for key in ("role_macro_f1", "group_micro_f1", "leaf_micro_f1")
    }
    untouched = [one for one in gold_sections(gold) if one.split == UNSEEN]
    figures["unseen_government"] = _overall(judge(untouched, reports, load(model)))
    figures["unseen_other_kinds"] = _overall(
        judge_written(written_sections(gold, UNSEEN_WRITTEN), load(model))
    )
    if {one.report for one in (*labels, *untouched)} - labelled_texts((*labels, *untouched), reports).keys():
        return f"{page(figures)}\n\n{_PARTIAL}"
    words = json.dumps(figures, ensure_ascii=False, indent=1, sort_keys=True)
    (model / "metrics.json").write_text(words + "\n", encoding="utf-8")
    return page(figures)


def judge(labels: Iterable[GoldSection], reports: Path, models: Models | None) -> list[Judged]:
    """Each gold section whose report is at hand and whose place is in the outline, judged.

    Without ``models`` by keywords and cue words alone.
    """
    labels = tuple(labels)
    known = {name: _of_text(text, models) for name, text in labelled_texts(labels, reports).items()}
    judged = []
    for one in labels:
        sections = tuple(section for section, _ in known.get(one.report, {}).values())
        found = anchor(one, sections) if sections else None
        if found is not None:
            judged.append(Judged(one, *known[one.report][found.id]))
    return judged


def judge_written(written: Iterable[WrittenSection], models: Models | None) -> list[Judged]:
    """Labelled sections that stand alone, judged in a short report for each kind of body."""
    judged = []
    for report in composed(written):
        told = list(_classified(report.body, report.outline, models).values())
        judged += [Judged(gold, *told[place]) for place, gold in report.labelled]
    return judged


def _of_text(text: str, models: Models | None) -> dict[str, tuple[Section, tuple[Theme, ...]]]:
    report = report_of(text)
    body = blank_out(report.text, clean(report))
    return _classified(body, segment(body), models)


def _classified(
    body: str, outline: Outline, models: Models | None
) -> dict[str, tuple[Section, tuple[Theme, ...]]]:
    """The sections of a report by id, with role and theme, and the two likeliest themes of each."""
    sections = outline.sections
    title = body[slice(*outline.title)] if outline.title else ""
    roles = section_roles(body, sections, models, title)
    ranked = section_themes(body, sections, models, title, second_from=0.0)
    told = section_themes(body, sections, models, title)
    return {
        section.id: (replace(section, role=role, theme=themes[0], themes=themes), two)
        for section, role, themes, two in zip(sections, roles, told, ranked, strict=True)
    }


def measure(judged: Sequence[Judged], labels: int) -> dict[str, object]:
    """All figures over ``judged``; ``labels`` is how many gold sections there were."""
    group = {leaf.key: leaf.group for leaf in taxonomy().leaves}
    roles = [one.gold.role for one in judged], [one.section.role for one in judged]
    told = [one.ranked[0].label for one in judged]
    true = [one.gold.theme for one in judged]
    groups = [group[t] for t in true], [group[t] for t in told]
    government = [one for one in judged if not _report(one).startswith(OTHERS)]
    others = [one for one in judged if _report(one).startswith(OTHERS)]
    samples = [one for one in others if _report(one).startswith("samples/")]
    return {
        "labels": labels,
        "judged": len(judged),
        **_overall(judged),
        "government": _overall(government),
        "others": _overall(others),
        "samples": _overall(samples),
        "roles": {key: asdict(one) for key, one in by_label(*roles).items()},
        "groups": {key: asdict(one) for key, one in by_label(*groups).items()},
        "leaves": {key: asdict(one) for key, one in by_label(true, told).items()},
        "role_confusion": confusion(*roles),
        "leaf_confusion": confusion(true, told),
    }


def _report(one: Judged) -> str:
    return one.gold.report if isinstance(one.gold, GoldSection) else one.gold.kind


def _overall(judged: Sequence[Judged]) -> dict[str, float]:
    """The figures of some sections on one line each."""
    group = {leaf.key: leaf.group for leaf in taxonomy().leaves}
    roles = [one.gold.role for one in judged], [one.section.role for one in judged]
    told = [one.ranked[0].label for one in judged]
    true = [one.gold.theme for one in judged]
    groups = [group[t] for t in true], [group[t] for t in told]
    shares = [one.ranked[0].probability for one in judged]
    count = max(1, len(judged))
    figures = {
        "role_accuracy": accuracy(*roles),
        "role_macro_f1": macro_f1(*roles),
        "group_micro_f1": accuracy(*groups),
        "leaf_micro_f1": accuracy(true, told),
        "leaf_macro_f1_10": macro_f1(true, told, ENOUGH),
        "either_theme": sum(t in (o.gold.theme, o.gold.second) for t, o in zip(told, judged, strict=True))
        / count,
        "among_themes_told": sum(
            t in [x.label for x in o.section.themes] for t, o in zip(true, judged, strict=True)
        )
        / count,
        "top_2": sum(t in [x.label for x in o.ranked] for t, o in zip(true, judged, strict=True)) / count,
        "calibration_error": calibration_error(shares, [t == p for t, p in zip(true, told, strict=True)]),
        "calibration_error_groups": calibration_error(shares, [t == p for t, p in zip(*groups, strict=True)]),
    }
    return {"sections": len(judged), **{name: round(value, 4) for name, value in figures.items()}}


def page(figures: dict[str, object]) -> str:
    """The figures as lines to read."""
    lines = [f"{key:28} {value}" for key, value in figures.items() if isinstance(value, int | float)]
    for name in ("government", "others", "samples", "unseen_government", "unseen_other_kinds"):
        part = figures.get(name)
        if part is None:
            continue
        assert isinstance(part, dict)
        lines.append(f"\n{name}")
        lines += [f"  {key:26} {value}" for key, value in part.items()]
    for name in ("roles", "groups", "leaves"):
        table = figures[name]
        assert isinstance(table, dict)
        lines.append(f"\n{name:24} precision  recall      f1  support")
        lines += [
            f"{key:24} {one['precision']:9.3f} {one['recall']:7.3f} {one['f1']:7.3f} {one['support']:8}"
            for key, one in table.items()
        ]
    for name in ("role_confusion", "leaf_confusion"):
        table = figures[name]
        assert isinstance(table, dict)
        lines.append(f"\n{name} (true: told)")
        lines += [f"{true:20} {_told(told)}" for true, told in table.items()]
    return "\n".join(lines)


def _told(counts: dict[str, int]) -> str:
    """What a label was told as, most often first."""
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items(), key=lambda x: (-x[1], x[0])))
