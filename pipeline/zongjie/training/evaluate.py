"""``zongjie evaluate``: theme and role against the untouched gold, as the whole program tells them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from zongjie.classifiers import classify
from zongjie.classifiers.models import Models, load
from zongjie.classifiers.roles import section_roles
from zongjie.classifiers.themes import section_themes
from zongjie.cleaners import clean
from zongjie.document import Section, blank_out
from zongjie.lexicons.themes import taxonomy
from zongjie.readers import report_of
from zongjie.segmenters import segment
from zongjie.training.examples import read_labelled
from zongjie.training.gold import GoldSection, anchor, gold_sections
from zongjie.training.metrics import accuracy, by_label, calibration_error, confusion, macro_f1
from zongjie.training.places import GOLD, MODEL, REPORTS

ENOUGH = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold section and the section of the outline that was taken for it."""

    gold: GoldSection
    section: Section


def evaluate_themes(
    gold: Path = GOLD, reports: Path = REPORTS, model: Path = MODEL, split: str = "test"
) -> str:
    """Judge the sections of ``split``, write metrics.json beside the model, return a page of figures."""
    labels = [one for one in gold_sections(gold) if one.split == split]
    judged = judge(labels, reports, load(model))
    if not judged:
        return f"没有可用的标注报告，未评测（{reports}）。\nno labelled reports at hand, nothing evaluated."
    figures = measure(judged, len(labels))
    plain = measure(judge(labels, reports, None), len(labels))
    figures["keywords_only"] = {
        key: plain[key] for key in ("role_macro_f1", "group_micro_f1", "leaf_micro_f1")
    }
    words = json.dumps(figures, ensure_ascii=False, indent=1, sort_keys=True)
    (model / "metrics.json").write_text(words + "\n", encoding="utf-8")
    return page(figures)


def judge(labels: Iterable[GoldSection], reports: Path, models: Models | None) -> list[Judged]:
    """Each gold section whose report is at hand and whose place is in the outline, judged.

    Without ``models`` by keywords and cue words alone.
    """
    known: dict[str, tuple[Section, ...] | None] = {}
    judged = []
    for one in labels:
        if one.report not in known:
            text = read_labelled(reports / one.report, one.sha256)
            known[one.report] = None if text is None else _classified(text, models)
        sections = known[one.report]
        found = anchor(one, sections) if sections else None
        if found is not None:
            judged.append(Judged(one, found))
    return judged


def _classified(text: str, models: Models | None) -> tuple[Section, ...]:
    report = report_of(text)
    body = blank_out(report.text, clean(report))
    outline = segment(body)
    if models is not None:
        return classify(body, outline, models)
    from dataclasses import replace

    roles = section_roles(body, outline.sections, None)
    themes = section_themes(body, outline.sections, None)
    return tuple(
        replace(section, role=role, theme=found[0], themes=found)
        for section, role, found in zip(outline.sections, roles, themes, strict=True)
    )


def measure(judged: Sequence[Judged], labels: int) -> dict[str, object]:
    """All figures over ``judged``; ``labels`` is how many gold sections there were."""
    leaves = taxonomy()
    roles = [one.gold.role for one in judged], [one.section.role for one in judged]
    themes = [one.section.theme for one in judged]
    told = [theme.label if theme else "" for theme in themes]
    shares = [theme.probability if theme else 0.0 for theme in themes]
    true = [one.gold.theme for one in judged]
    groups = [leaves.leaf(t).group for t in true], [leaves.leaf(t).group for t in told]
    allowed = [{one.gold.theme, one.gold.second} for one in judged]
    government = [at for at, one in enumerate(judged) if not one.gold.report.startswith(("other", "seed"))]
    others = sorted(set(range(len(judged))) - set(government))
    return {
        "labels": labels,
        "judged": len(judged),
        "role_accuracy": round(accuracy(*roles), 4),
        "role_macro_f1": round(macro_f1(*roles), 4),
        "group_micro_f1": round(accuracy(*groups), 4),
        "group_micro_f1_government": round(accuracy(*_part(groups, government)), 4),
        "group_micro_f1_others": round(accuracy(*_part(groups, others)), 4),
        "leaf_micro_f1": round(accuracy(true, told), 4),
        "leaf_macro_f1_10": round(macro_f1(true, told, ENOUGH), 4),
        "either_theme": round(sum(t in a for t, a in zip(told, allowed, strict=True)) / len(judged), 4),
        "among_themes_told": round(
            sum(t in {x.label for x in one.section.themes} for t, one in zip(true, judged, strict=True))
            / len(judged),
            4,
        ),
        "calibration_error": round(
            calibration_error(shares, [t == p for t, p in zip(true, told, strict=True)]), 4
        ),
        "calibration_error_groups": round(
            calibration_error(shares, [t == p for t, p in zip(*groups, strict=True)]), 4
        ),
        "roles": {key: asdict(one) for key, one in by_label(*roles).items()},
        "groups": {key: asdict(one) for key, one in by_label(*groups).items()},
        "leaves": {key: asdict(one) for key, one in by_label(true, told).items()},
        "role_confusion": confusion(*roles),
        "leaf_confusion": confusion(true, told),
    }


def _part(pair: tuple[Sequence[str], Sequence[str]], places: Sequence[int]) -> tuple[list[str], list[str]]:
    return [pair[0][at] for at in places], [pair[1][at] for at in places]


def page(figures: dict[str, object]) -> str:
    """The figures as lines to read."""
    lines = [f"{key:28} {value}" for key, value in figures.items() if isinstance(value, int | float)]
    for name in ("roles", "groups", "leaves"):
        table = figures[name]
        assert isinstance(table, dict)
        lines.append(f"\n{name:24} precision  recall      f1  support")
        lines += [
            f"{key:24} {one['precision']:9.3f} {one['recall']:7.3f} {one['f1']:7.3f} {one['support']:8}"
            for key, one in table.items()
        ]
    return "\n".join(lines)
