"""``zongjie train themes``: makes models/themes-linear anew, the same bytes from the same seed."""

import random
from collections import Counter, defaultdict
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
from zongjie.training.calibrate import role_temperature, theme_calibration, usual_shares
from zongjie.training.evaluate import evaluate_themes
from zongjie.training.examples import Example, from_gold, from_written, silver, without_heading
from zongjie.training.fit import fit_linear
from zongjie.training.gold import gold_sections, written_sections
from zongjie.training.places import ARCHIVE, GOLD, MODEL, REPORTS
from zongjie.training.publish import Recipe, publish

SILVER_PER_THEME, SILVER_PER_ROLE = 1500, 5000
GOLD_WEIGHT, WRITTEN_WEIGHT = 4.0, 8.0
REPORT_WEIGHT, TRADE_SECTIONS = 0.6, 12.0
TAUGHT, UNTAUGHT_KEYWORD = 400, 1.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """All examples of one training: silver ones sampled, gold ones whole."""

    themes: tuple[Example, ...]
    roles: tuple[Example, ...]
    gold: tuple[Example, ...]
    written: tuple[Example, ...]


def train_themes(archive: Path | None = ARCHIVE, gold: Path = GOLD, out: Path = MODEL, seed: int = 15) -> str:
    """Train the models of theme and role and write them to ``out``; returns what was done.

    ``archive`` (a folder or tar file with MANIFEST.tsv) gives silver labels; None or an absent
    one leaves gold and our own sections. The labelled reports are looked for beside the
    project. Reports of the bodies of the test split are never learned from. About two minutes
    on one core with the whole archive.
    """
    labelled = gold_sections(gold)
    held = {one.body for one in labelled if one.split == "test"}
    pairs = from_gold((one for one in labelled if one.split == "train"), REPORTS)
    found = archive if archive is not None and archive.exists() else None
    reports = (one for one in archived_reports(found) if not _held_out(one, held)) if found else ()
    lesson = _lesson(reports, tuple(e for _, e in pairs), tuple(from_written(written_sections(gold))), seed)
    models = _calibrated(lesson, seed)
    recipe = Recipe(
        seed=seed,
        archive=found is not None,
        silver_themes=len(lesson.themes),
        silver_roles=len(lesson.roles),
        gold=len(lesson.gold),
        written=len(lesson.written),
        held_out=tuple(sorted(held)),
    )
    publish(models, recipe, out)
    return f"{out}\n{evaluate_themes(gold=gold, model=out)}"


def _held_out(report: ArchivedReport, held: set[str]) -> bool:
    """Whether a report is of a body of the test split, by the manifest's or the file's name."""
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
    """The final models; what turns scores into shares is settled on gold the fold did not see."""
    plain = _fit(lesson, lesson.gold, seed)
    folds = []
    sources = sorted({example.source for example in lesson.gold})
    for number in range(2):
        away = set(sources[number::2])
        unseen = tuple(example for example in lesson.gold if example.source in away)
        if unseen and len(away) < len(sources):
            seen = tuple(example for example in lesson.gold if example.source not in away)
            folds.append((_fit(lesson, seen, seed), unseen))
    temperature, keyword = theme_calibration([(fold.themes, unseen) for fold, unseen in folds])
    calibration = replace(
        plain.calibration,
        temperature=temperature,
        keywords=_keyword_weights(lesson, keyword, plain.themes.classes),
        report=REPORT_WEIGHT,
        trade=TRADE_SECTIONS,
        role_temperature=role_temperature([(fold.roles, unseen) for fold, unseen in folds]),
    )
    everyday = lesson.themes or lesson.gold or lesson.written
    usual = usual_shares(plain.themes, everyday[:4000], calibration)
    return replace(plain, calibration=replace(calibration, usual=usual))


def _keyword_weights(lesson: Lesson, common: float, classes: tuple[str, ...]) -> Floats:
    """The calibrated weight, and more for a leaf of which the archive shows few sections.

    Gold is of governments, like the archive; it cannot tell what the words 提案 or 教研 are worth.
    """
    shown = Counter(example.theme for example in lesson.themes)
    return np.array(
        [common + (UNTAUGHT_KEYWORD if shown[key] < TAUGHT else 0.0) for key in classes], dtype=np.float32
    )


def _fit(lesson: Lesson, gold: tuple[Example, ...], seed: int) -> Models:
    """Both models from the silver and written sections and this part of the gold."""
    chance = random.Random(seed)
    keys = tuple(leaf.key for leaf in taxonomy().leaves)
    themes = _with_copies(lesson.themes, gold, lesson.written, chance)
    roles = _with_copies(lesson.roles, gold, lesson.written, chance)
    even = np.full(len(keys), 1 / len(keys), dtype=np.float32)
    blank = Calibration(1.0, np.zeros_like(even), 0.0, even, 1.0)
    return Models(_theme_model(themes, keys, seed), _role_model(roles, seed), blank)


def _with_copies(
    plain: Sequence[Example], gold: Sequence[Example], written: Sequence[Example], chance: random.Random
) -> list[Example]:
    """Silver examples with headings dropped at random; gold and our own with heading and without."""
    examples = [without_heading(example, chance, 0.45, 0.4) for example in plain]
    for group, weight in ((gold, GOLD_WEIGHT), (written, WRITTEN_WEIGHT)):
        for example in group:
            examples.append(replace(example, weight=weight))
            if example.intro:
                examples.append(replace(example, heading="", weight=weight / 2))
    return examples


def _theme_model(examples: Sequence[Example], keys: tuple[str, ...], seed: int) -> LinearModel:
    return fit_linear(
        [theme_texts(e.heading, e.parent, e.intro) for e in examples],
        [e.theme or "" for e in examples],
        [e.weight for e in examples],
        THEME_FIELDS,
        keys,
        bits=17,
        rows=40_000,
        alpha=3e-5,
        passes=12,
        seed=seed,
    )


def _role_model(examples: Sequence[Example], seed: int) -> LinearModel:
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
