"""models/encoder/metrics.json: how well bodies are told apart, beside the lexical ways, and how fast."""

import json
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from zongjie.classifiers.models import trained
from zongjie.comparing.relevance import Lexical
from zongjie.inference.encoder import Encoder
from zongjie.inference.linear import Floats
from zongjie.training.encoder.separation import Judge, separation
from zongjie.training.encoder.units import Units, units_of
from zongjie.training.places import ENCODER, REPORTS, SAMPLES

SETS = ("gov-2026", "series", "web", "other")
EVERY = {"series": 10, "web": 3, "other": 2}
"""Of these sets one report in so many is judged: they are long."""
_SECTIONS, _CHARACTERS = 200, 256


def encoder_figures(folder: Path = ENCODER, reports: Path = REPORTS) -> dict[str, object]:
    """The AUC over reports of bodies not trained on, set by set, and sections a second.

    A set that is not at hand is left out. metrics.json is written if all are.
    """
    encoder = Encoder(folder)
    judges: dict[str, Judge] = {
        "encoder": encoder.relevance,
        "char_tfidf": tfidf,
        "coverage": lambda one, other: np.array(Lexical().matrix(one, other), dtype=np.float32),
        "linear_themes": linear_themes,
    }
    figures: dict[str, object] = {}
    found = [(name, _units(reports / name, EVERY.get(name, 1))) for name in SETS]
    found.append(("samples", _units(SAMPLES)))
    for name, units in found:
        for kind, run_in in (("sections", False), ("run_in", True)):
            told = separation(units, judges, run_in)
            if told["pairs"] > 50:
                figures[f"{name} {kind}"] = told
    figures["sections_of_256_characters_a_second"] = sections_a_second(
        encoder, [u for _, some in found for u in some]
    )
    if all(units for _, units in found):
        words = json.dumps(figures, ensure_ascii=False, indent=1)
        (folder / "metrics.json").write_text(words + "\n", encoding="utf-8")
    return figures


def tfidf(headings: Sequence[str], bodies: Sequence[str]) -> Floats:
    """Cosine of TF-IDF of characters and their pairs, over the texts given (one report's)."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    counter = TfidfVectorizer(analyzer="char", ngram_range=(1, 2), sublinear_tf=True).fit(
        [*headings, *bodies]
    )
    cosines: Floats = (counter.transform(headings) @ counter.transform(bodies).T).toarray().astype(np.float32)
    return cosines


def linear_themes(headings: Sequence[str], bodies: Sequence[str]) -> Floats:
    """The cosine of the linear model's themes of heading and body, plus that of their characters."""
    models = trained()
    if models is None:
        return tfidf(headings, bodies)
    shares = []
    for inputs in ([(one, "", "") for one in headings], [("", "", one) for one in bodies]):
        scores = models.calibration.temperature * models.themes.scores(inputs)
        grown = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares.append(grown / np.linalg.norm(grown, axis=1, keepdims=True))
    both: Floats = shares[0] @ shares[1].T + 2 * tfidf(headings, bodies)
    return both


def sections_a_second(encoder: Encoder, reports: Sequence[Units]) -> float:
    """Bodies of 256 characters read a second of wall time, on the cores that torch takes."""
    bodies = [unit.body[:_CHARACTERS] for units in reports for unit in units.sections]
    some = [body for body in bodies if len(body) == _CHARACTERS][:_SECTIONS]
    if not some:
        return 0.0
    encoder.vectors(some[:8])
    began = time.perf_counter()
    encoder.vectors(some)
    return round(len(some) / (time.perf_counter() - began), 1)


def _units(folder: Path, every: int = 1) -> list[Units]:
    if not folder.is_dir():
        return []
    return [units_of(path.read_text(encoding="utf-8-sig")) for path in sorted(folder.rglob("*.txt"))[::every]]
