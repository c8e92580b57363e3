"""``zongjie train themes``: makes models/themes-linear anew, the same bytes from the same seed."""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from zongjie.classifiers.fields import ROLE_FIELDS, THEME_FIELDS, role_texts, theme_texts
from zongjie.classifiers.models import Calibration, Models
from zongjie.document import ROLES
from zongjie.inference import LinearModel
from zongjie.inference.linear import Floats
from zongjie.lexicons.themes import taxonomy
from zongjie.training.archive import ArchivedReport, archived_reports
from zongjie.training.calibrate import role_temperature
from zongjie.training.evaluate import evaluate_themes
from zongjie.training.examples import Example, from_gold, from_signs, from_written, silver, without_heading
from zongjie.training.fit import fit_linear
from zongjie.training.gold import WRITTEN_MORE, gold_sections, written_sections
from zongjie.training.places import ARCHIVE, GOLD, MODEL, REPORTS
from zongjie.training.publish import Recipe, publish

SILVER_PER_THEME, SILVER_PER_ROLE = 1500, 5000
WEIGHTS, EVEN_WEIGHTS = (4.0, 8.0), (3.0, 4.0)
"""Of gold and of sections of our own; in the multinomial half ours count less."""
EVEN_SIGNS, EVEN = 3.0, 0.5
"""The weight of made-up sections, and the power to which leaves are made even."""
TEMPERATURE, KEYWORD, REPORT_WEIGHT, TRADE_SECTIONS = 1.0, 0.3, 0.9, 12.0
"""By five-fold cross-validation over the bodies and kinds of the train side, whole reports."""
LEAST_SHARE = 5e-3


@dataclass(frozen=True, slots=True)
class Lesson:
    """All examples of one training: silver ones sampled, gold ones whole."""

    themes: tuple[Example, ...]
    roles: tuple[Example, ...]
    gold: tuple[Example, ...]
    written: tuple[Example, ...]
    more: tuple[Example, ...] = ()


def train_themes(archive: Path | None = ARCHIVE, gold: Path = GOLD, out: Path = MODEL, seed: int = 15) -> str:
    """Train the models of theme and role and write them to ``out``; returns what was done.

    ``archive`` (a folder or tar file with MANIFEST.tsv) gives silver labels; None or an absent
    one leaves gold and our own sections. The labelled reports are looked for beside the
    project. Reports of the bodies of the test and the unseen split are never learned from. About two minutes
    on one core with the whole archive.
    """
    labelled = gold_sections(gold)
    held = {one.body for one in labelled if one.split != "train"}
    pairs = from_gold((one for one in labelled if one.split == "train"), REPORTS)
    found = archive if archive is not None and archive.exists() else None
    reports = (one for one in archived_reports(found) if not _held_out(one, held)) if found else ()
    lesson = _lesson(reports, tuple(e for _, e in pairs), tuple(from_written(written_sections(gold))), seed)
    lesson = replace(lesson, more=tuple(from_written(written_sections(gold, WRITTEN_MORE))))
    models = _calibrated(lesson, seed)
    recipe = Recipe(
        seed=seed,
        archive=found is not None,
        silver_themes=len(lesson.themes),
        silver_roles=len(lesson.roles),
        gold=len(lesson.gold),
        written=len(lesson.written) + len(lesson.more),
        held_out=tuple(sorted(held)),
    )
    publish(models, recipe, out)
    return f"{out}\n{evaluate_themes(gold=gold, model=out)}"


def _held_out(report: ArchivedReport, held: set[str]) -> bool:
    """Whether a report is of a body of the test or the unseen split, by the manifest's or the file's name."""
    names = {name.removeprefix("保定市") for name in held} | held
    return any(name in report.path or name in report.body for name in names) or "纪委" in report.path


def _lesson(
    reports: Iterable[ArchivedReport], gold: tuple[Example, ...], written: tuple[Example, ...], seed: int
) -> Lesson:
    chance = random.Random(seed)
    themes: dict[str, list[Example]] = defaultdict(list)
    roles: dict[str, list[Example]] = defaultdict(list)
    for report in reports:
        for example in silver(report):
            if example.theme is not None:
                themes[example.theme].append(example)
            if example.role is not None:
                roles[example.role].append(example)
    return Lesson(
        tuple(_sampled(themes, SILVER_PER_THEME, chance)),
        tuple(_sampled(roles, SILVER_PER_ROLE, chance)),
        gold,
        written,
    )


def _sampled(groups: dict[str, list[Example]], most: int, chance: random.Random) -> list[Example]:
    """At most ``most`` examples of each group, shuffled."""
    kept = []
    for key in sorted(groups):
        group = groups[key]
        kept.extend(group if len(group) <= most else chance.sample(group, most))
    chance.shuffle(kept)
    return kept


def _calibrated(lesson: Lesson, seed: int) -> Models:
    """The final models; what turns scores of roles into shares is settled on gold the fold did not see."""
    folds = []
    sources = sorted({example.source for example in lesson.gold})
    for number in range(2):
        away = set(sources[number::2])
        unseen = tuple(example for example in lesson.gold if example.source in away)
        if unseen and len(away) < len(sources):
            seen = tuple(example for example in lesson.gold if example.source not in away)
            folds.append((_role_model(lesson, seen, seed), unseen))
    themes, usual = _theme_model(lesson, seed)
    calibration = Calibration(
        temperature=TEMPERATURE,
        keywords=np.full(len(themes.classes), KEYWORD, dtype=np.float32),
        report=REPORT_WEIGHT,
        usual=usual,
        role_temperature=role_temperature(folds),
        trade=TRADE_SECTIONS,
    )
    return Models(themes, _role_model(lesson, lesson.gold, seed), calibration)


def _with_copies(
    plain: Sequence[Example],
    gold: Sequence[Example],
    written: Sequence[Example],
    chance: random.Random,
    weights: tuple[float, float] = WEIGHTS,
) -> list[Example]:
    """Silver examples with headings dropped at random; gold and our own with heading and without."""
    examples = [without_heading(example, chance, 0.45, 0.4) for example in plain]
    for group, weight in zip((gold, written), weights, strict=True):
        for example in group:
            examples.append(replace(example, weight=weight))
            if example.intro:
                examples.append(replace(example, heading="", weight=weight / 2))
    return examples


def _theme_model(lesson: Lesson, seed: int) -> tuple[LinearModel, Floats]:
    """The model of themes, and the share of each leaf in what its multinomial half has learned from."""
    keys = tuple(leaf.key for leaf in taxonomy().leaves)
    plain = _with_copies(lesson.themes, lesson.gold, lesson.written, random.Random(seed))
    more = _with_copies((), (), lesson.more, random.Random(seed), EVEN_WEIGHTS)
    made = [copy for one in from_signs(random.Random(seed)) for copy in (one, replace(one, heading=""))]
    again = _with_copies(lesson.themes, lesson.gold, lesson.written, random.Random(seed), EVEN_WEIGHTS)
    even = [e.weight for e in again + more] + [EVEN_SIGNS] * len(made)
    examples = plain + more + made
    labels = [e.theme or "" for e in examples]
    total: dict[str, float] = defaultdict(float)
    for label, weight in zip(labels, even, strict=True):
        total[label] += weight
    mean = sum(total.values()) / len(total)
    even = [weight * (mean / total[label]) ** EVEN for label, weight in zip(labels, even, strict=True)]
    usual = np.zeros(len(keys))
    np.add.at(usual, [keys.index(label) for label in labels], even)
    usual = np.maximum(usual / usual.sum(), LEAST_SHARE)
    model = fit_linear(
        [theme_texts(e.heading, e.parent, e.intro) for e in examples],
        labels,
        [e.weight for e in plain] + [0.0] * (len(more) + len(made)),
        THEME_FIELDS,
        keys,
        bits=17,
        rows=40_000,
        alpha=3e-5,
        passes=12,
        seed=seed,
        multinomial=even,
    )
    return model, np.round(usual / usual.sum(), 5).astype(np.float32)


def _role_model(lesson: Lesson, gold: tuple[Example, ...], seed: int) -> LinearModel:
    examples = _with_copies(lesson.roles, gold, lesson.written + lesson.more, random.Random(seed))
    return fit_linear(
        [role_texts(e.heading, e.parent, e.words, e.parent_role) for e in examples],
        [e.role or "" for e in examples],
        [e.weight for e in examples],
        ROLE_FIELDS,
        ROLES,
        bits=15,
        rows=20_000,
        alpha=1e-5,
        passes=12,
        seed=seed,
    )
