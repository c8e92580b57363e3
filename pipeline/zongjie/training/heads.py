"""``zongjie train heads``: theme and role over the vectors of an encoder, ours or any other."""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from zongjie.classifiers.engines import HEADS, heads_folder
from zongjie.classifiers.fields import ROLE_SIGNS, role_texts, theme_texts
from zongjie.classifiers.models import Calibration, Models
from zongjie.document import ROLES
from zongjie.inference.checkpoint import Checkpoint
from zongjie.inference.encoder import Encoder
from zongjie.inference.heads import Head, Vectors, features
from zongjie.inference.linear import Floats
from zongjie.lexicons.themes import taxonomy
from zongjie.training.archive import archived_reports
from zongjie.training.calibrate import role_temperature, theme_calibration, usual_shares
from zongjie.training.encoder.held_out import split_of
from zongjie.training.examples import Example, from_gold, from_written, silver
from zongjie.training.gold import gold_sections, written_sections
from zongjie.training.places import ARCHIVE, ENCODER, GOLD, REPORTS

PER_THEME, PER_ROLE, EVERY = 50, 200, 8
GOLD_WEIGHT, WRITTEN_WEIGHT, BARE_WEIGHT = 4.0, 8.0, 0.5
REPORT_WEIGHT, TRADE_SECTIONS = 0.6, 12.0
_INVERSE_PENALTY = 20.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Examples ready to be learned from: features, labels, weights."""

    features: Floats
    labels: list[str]
    weights: list[float]


def train_heads(
    model: str | None = None, archive: Path = ARCHIVE, gold: Path = GOLD, seed: int = 15,
    tell: Callable[[str], None] = print,
) -> str:  # fmt: skip
    """Fit the heads and write them beside the encoder (``model``: our own if None); returns the folder.

    Silver headings of one archived report in eight, our own sections and the gold of the train split.
    The encoder itself stays as it is. A few minutes on two cores for an encoder of 8 M parameters.
    """
    encoder: Vectors = Encoder(ENCODER) if model is None else Checkpoint(model)
    folder = ENCODER / HEADS if model is None else heads_folder(model)
    labelled = gold_sections(gold)
    held = {one.body for one in labelled if one.split == "test"}
    known = [e for _, e in from_gold((one for one in labelled if one.split == "train"), REPORTS)]
    written = [replace(e, weight=WRITTEN_WEIGHT) for e in from_written(written_sections(gold))]
    themes, roles = _silver(archive, held, seed) if archive.exists() else ([], [])
    tell(f"{len(themes)} + {len(roles)} silver, {len(known)} gold, {len(written)} written sections")
    models = fit(encoder, themes, roles, [replace(e, weight=GOLD_WEIGHT) for e in known], written)
    publish_heads(models, folder)
    return str(folder)


def fit(
    encoder: Vectors, themes: Sequence[Example], roles: Sequence[Example], gold: Sequence[Example],
    written: Sequence[Example],
) -> Models:  # fmt: skip
    """Both heads; temperatures are settled on gold of bodies that the fold's heads had not seen."""
    keys = tuple(leaf.key for leaf in taxonomy().leaves)
    signs = tuple(ROLE_SIGNS.values())
    plain = _theme_rows(encoder, [*themes, *written]), _role_rows(encoder, [*roles, *written], signs)
    folds = []
    sources = sorted({e.source for e in gold})
    for away in (set(sources[0::2]), set(sources[1::2])):
        unseen = [e for e in gold if e.source in away]
        seen = [e for e in gold if e.source not in away]
        if seen and unseen:
            folds.append((_pair(encoder, plain, seen, keys, signs), unseen))
    theme, role = _pair(encoder, plain, gold, keys, signs)
    temperature, keyword = theme_calibration([(one[0], unseen) for one, unseen in folds])
    even = np.full(len(keys), 1 / len(keys), dtype=np.float32)
    calibration = Calibration(
        temperature, np.full(len(keys), keyword, dtype=np.float32), REPORT_WEIGHT, even,
        role_temperature([(one[1], unseen) for one, unseen in folds]), TRADE_SECTIONS,
    )  # fmt: skip
    everyday = list(themes or gold or written)[:1500]
    return Models(theme, role, replace(calibration, usual=usual_shares(theme, everyday, calibration)))


def publish_heads(models: Models, folder: Path) -> None:
    """Write themes.npz, roles.npz and config.toml with the calibration."""
    folder.mkdir(parents=True, exist_ok=True)
    models.themes.save(folder / "themes.npz")
    models.roles.save(folder / "roles.npz")
    told = models.calibration
    lines = [
        'command = "zongjie train heads"', "", "[calibration]",
        f"temperature = {told.temperature}", f"keywords = {float(told.keywords[0]):.2f}",
        f"report = {told.report}", f"trade = {told.trade}", f"role_temperature = {told.role_temperature}",
        "", "[calibration.usual]",
        *(f"{k} = {float(share):.5f}" for k, share in zip(models.themes.classes, told.usual, strict=True)),
    ]  # fmt: skip
    (folder / "config.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _silver(archive: Path, held: set[str], seed: int) -> tuple[list[Example], list[Example]]:
    """Silver sections with a theme, and with a role, so many a label; none of bodies held out."""
    themes: dict[str, list[Example]] = defaultdict(list)
    roles: dict[str, list[Example]] = defaultdict(list)
    for number, report in enumerate(archived_reports(archive)):
        if number % EVERY or split_of(report) == "test" or any(name in report.body for name in held):
            continue
        for example in silver(report):
            if example.theme is not None:
                themes[example.theme].append(example)
            if example.role is not None:
                roles[example.role].append(example)
    chance = random.Random(seed)

    def some(groups: dict[str, list[Example]], most: int) -> list[Example]:
        return [e for key in sorted(groups) for e in chance.sample(groups[key], min(most, len(groups[key])))]

    return some(themes, PER_THEME), some(roles, PER_ROLE)


def _theme_rows(encoder: Vectors, examples: Sequence[Example]) -> Rows:
    found = [e for e in examples if e.theme is not None]
    return _with_bare(
        features(encoder, [theme_texts(e.heading, e.parent, e.intro) for e in found]),
        [e.theme or "" for e in found], [e.weight for e in found], encoder.size,
    )  # fmt: skip


def _role_rows(encoder: Vectors, examples: Sequence[Example], signs: tuple[str, ...]) -> Rows:
    found = [e for e in examples if e.role is not None]
    texts = [role_texts(e.heading, e.parent, e.words, e.parent_role) for e in found]
    return _with_bare(
        features(encoder, texts, signs),
        [e.role or "" for e in found],
        [e.weight for e in found],
        encoder.size,
    )


def _with_bare(table: Floats, labels: list[str], weights: list[float], size: int) -> Rows:
    """Each example twice: as it is, and (at half the weight) without its heading, so that bodies count."""
    bare = table.copy()
    bare[:, :size] = 0.0
    return Rows(
        np.concatenate([table, bare]), labels * 2, [*weights, *(BARE_WEIGHT * one for one in weights)]
    )


def _pair(
    encoder: Vectors, plain: tuple[Rows, Rows], gold: Sequence[Example], keys: tuple[str, ...],
    signs: tuple[str, ...],
) -> tuple[Head, Head]:  # fmt: skip
    themes, roles = plain
    return (
        _head(encoder, _joined(themes, _theme_rows(encoder, gold) if gold else None), keys, ()),
        _head(encoder, _joined(roles, _role_rows(encoder, gold, signs) if gold else None), ROLES, signs),
    )


def _joined(one: Rows, other: Rows | None) -> Rows:
    if other is None:
        return one
    return Rows(
        np.concatenate([one.features, other.features]), one.labels + other.labels, one.weights + other.weights
    )


def _head(encoder: Vectors, rows: Rows, classes: tuple[str, ...], signs: tuple[str, ...]) -> Head:
    """Multinomial logistic regression; a class without examples never wins."""
    from sklearn.linear_model import LogisticRegression

    learner = LogisticRegression(C=_INVERSE_PENALTY, max_iter=300)
    learner.fit(rows.features, np.array(rows.labels), sample_weight=np.array(rows.weights))
    weights = np.zeros((rows.features.shape[1], len(classes)), dtype=np.float32)
    bias = np.full(len(classes), float(learner.intercept_.min()) - 4.0, dtype=np.float32)
    coefficients, intercepts = learner.coef_, learner.intercept_
    if len(learner.classes_) == 2:
        coefficients = np.vstack([-coefficients, coefficients]) / 2
        intercepts = np.append(-intercepts, intercepts) / 2
    for at, name in enumerate(learner.classes_):
        weights[:, classes.index(name)] = coefficients[at]
        bias[classes.index(name)] = intercepts[at]
    return Head(encoder, classes, signs, weights.astype(np.float16).astype(np.float32), bias)
