"""Settles, on gold that a model has not seen, how its scores become probabilities."""

from collections.abc import Sequence

import numpy as np

from zongjie.classifiers.fields import role_texts, theme_texts
from zongjie.classifiers.models import Calibration
from zongjie.classifiers.themes import keyword_matrix
from zongjie.inference.linear import Floats
from zongjie.inference.scoring import Scorer
from zongjie.training.examples import Example

TEMPERATURES = tuple(round(0.4 + 0.1 * step, 1) for step in range(47))
KEYWORDS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.3, 1.6)
DEFAULT_TEMPERATURE, DEFAULT_KEYWORD = 1.0, 0.6


def theme_calibration(folds: Sequence[tuple[Scorer, Sequence[Example]]]) -> tuple[float, float]:
    """Temperature and weight of the heading's keywords with the least cross-entropy.

    Each fold is a model and examples that it has not learned from. A section with two themes
    counts three to one for the first.
    """
    parts = []
    for model, unseen in folds:
        scores = model.scores([theme_texts(e.heading, e.parent, e.intro) for e in unseen])
        keywords = keyword_matrix([e.heading for e in unseen], model.classes)
        parts.append((scores, keywords, _targets(unseen, model.classes)))
    if not parts:
        return DEFAULT_TEMPERATURE, DEFAULT_KEYWORD
    trials = [
        (sum(_loss(t * scores + k * words, aims) for scores, words, aims in parts), t, k)
        for t in TEMPERATURES
        for k in KEYWORDS
    ]
    _, temperature, keyword = min(trials)
    return temperature, keyword


def role_temperature(folds: Sequence[tuple[Scorer, Sequence[Example]]]) -> float:
    """The temperature of the role model with the least cross-entropy."""
    parts = []
    for model, unseen in folds:
        texts = [role_texts(e.heading, e.parent, e.words, e.parent_role) for e in unseen]
        aims = np.zeros((len(unseen), len(model.classes)), dtype=np.float32)
        for row, example in enumerate(unseen):
            aims[row, model.classes.index(example.role or "")] = 1.0
        parts.append((model.scores(texts), aims))
    if not parts:
        return DEFAULT_TEMPERATURE
    return min((sum(_loss(t * s, aims) for s, aims in parts), t) for t in TEMPERATURES)[1]


def usual_shares(model: Scorer, examples: Sequence[Example], calibration: Calibration) -> Floats:
    """The mean share of each leaf over everyday sections, none below five in a thousand."""
    scores = model.scores([theme_texts(e.heading, e.parent, e.intro) for e in examples])
    keywords = keyword_matrix([e.heading for e in examples], model.classes)
    shares = _shares(calibration.temperature * scores + calibration.keywords * keywords)
    mean = np.maximum(shares.mean(axis=0), 5e-3)
    rounded: Floats = np.round(mean / mean.sum(), 5).astype(np.float32)
    return rounded


def _targets(examples: Sequence[Example], classes: tuple[str, ...]) -> Floats:
    aims = np.zeros((len(examples), len(classes)), dtype=np.float32)
    for row, example in enumerate(examples):
        aims[row, classes.index(example.theme or "")] = 1.0 if example.second is None else 0.75
        if example.second is not None:
            aims[row, classes.index(example.second)] += 0.25
    return aims


def _shares(logits: Floats) -> Floats:
    grown = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: Floats = grown / grown.sum(axis=1, keepdims=True)
    return shares


def _loss(logits: Floats, aims: Floats) -> float:
    return float(-(aims * np.log(np.maximum(_shares(logits), 1e-9))).sum())
