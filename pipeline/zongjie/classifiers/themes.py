"""The theme of each section: linear model, keywords of the heading, and the report as a whole."""

import numpy as np
from numpy.typing import NDArray

from zongjie.classifiers.fields import first_words, theme_texts
from zongjie.classifiers.keyword_themes import heading_scores, keyword_scores
from zongjie.classifiers.models import Calibration, Models
from zongjie.classifiers.role_cues import role_by_heading
from zongjie.classifiers.trades import trade
from zongjie.document import Section, Theme
from zongjie.inference.linear import Floats
from zongjie.lexicons.themes import taxonomy

SECOND_FROM = 0.2
PRIOR_SECTIONS = 6.0
WHOLE = 2.0
"""How much more than its own words the trade of the body says of an opening or of a part (存在的问题)."""
_MOST_KEYWORDS = 3.0


def section_themes(
    body: str,
    sections: tuple[Section, ...],
    models: Models | None,
    title: str = "",
    second_from: float = SECOND_FROM,
) -> list[tuple[Theme, ...]]:
    """One or two themes for each of ``sections``, best first; ``title`` tells the body's trade.

    The second is told where its share is at least ``second_from``.
    """
    if not sections:
        return []
    headings = {section.id: section.heading or "" for section in sections}
    nexts = [section.start for section in sections[1:]] + [sections[-1].end]
    inputs = [
        (section.heading or "", headings.get(section.parent or "", ""), first_words(body, section, until))
        for section, until in zip(sections, nexts, strict=True)
    ]
    if models is None:
        scores = np.array([keyword_scores(*one) for one in inputs], dtype=np.float32)
        keys = tuple(leaf.key for leaf in taxonomy().leaves)
        return [_ranked(row, keys, second_from) for row in _shares(scores)]
    places = {section.id: at for at, section in enumerate(sections)}
    above = np.array([places.get(section.parent or "", -1) for section in sections])
    shares = probabilities(inputs, above, models, title)
    return [_ranked(row, models.themes.classes, second_from) for row in shares]


def probabilities(
    inputs: list[tuple[str, str, str]], above: NDArray[np.int64], models: Models, title: str = ""
) -> Floats:
    """Shares, sections × leaves, of the sections of one report.

    ``inputs`` are heading, parent's heading and first words; ``above`` is the place of each
    section's parent, -1 where there is none. A section that holds others takes half of its
    theme from theirs (squared, since two that agree are surer than their mean). Those that
    hold none tell what the report as a whole speaks of. The opening and the parts that span
    all fields are about the trade that ``title`` names, if it names one.
    """
    scores = models.themes.scores([theme_texts(*one) for one in inputs])
    keywords = keyword_matrix([one[0] for one in inputs], models.themes.classes)
    lowest = np.ones(len(inputs), dtype=np.bool_)
    lowest[above[above >= 0]] = False
    expected = trade(title, models.themes.classes) if title else None
    shares = calibrated(scores, keywords, lowest, models.calibration, expected)
    whole = [at for at, one in enumerate(inputs) if _spans_all_fields(at, one[0])]
    below = np.zeros_like(shares)
    for at in range(len(inputs) - 1, -1, -1):
        if not lowest[at]:
            both = (shares[at] + below[at] / below[at].sum()) ** 2
            shares[at] = both / both.sum()
        if above[at] >= 0:
            below[above[at]] += shares[at]
    if expected is not None and models.calibration.trade:
        shares[whole] = (shares[whole] + WHOLE * expected) / (1 + WHOLE)
    return shares


def _spans_all_fields(at: int, heading: str) -> bool:
    """Whether a section is the opening, or a part for all fields: 存在的问题, 工作回顾, 下一步打算."""
    return role_by_heading(heading) is not None if heading else at == 0


def keyword_matrix(headings: list[str], classes: tuple[str, ...]) -> Floats:
    """What the keywords of each heading say for each leaf, from 0 to 3."""
    place = {key: at for at, key in enumerate(classes)}
    matrix = np.zeros((len(headings), len(classes)), dtype=np.float32)
    for row, heading in enumerate(headings):
        for key, worth in heading_scores(heading).items():
            matrix[row, place[key]] = min(worth, _MOST_KEYWORDS)
    return matrix


def calibrated(
    scores: Floats,
    keywords: Floats,
    lowest: NDArray[np.bool_],
    calibration: Calibration,
    expected: Floats | None = None,
) -> Floats:
    """Scores and keywords as probabilities, moved towards what this report mostly speaks of.

    In the report of a hospital or a discipline commission a section that could be either is
    about its trade. The report's own shares are smoothed with ``usual`` as if an ordinary
    report of six sections stood before it, so that a short text is not judged by itself; and
    with what its title leads one to ``expect``, as if twelve sections of that trade did.
    Source: prior shift, Saerens et al., Neural Computation 14 (2002), one step.
    """
    logits = calibration.temperature * scores + calibration.keywords * keywords
    before, count = PRIOR_SECTIONS * calibration.usual, PRIOR_SECTIONS
    first = logits
    if expected is not None:
        before, count = before + calibration.trade * expected, count + calibration.trade
        first = _moved(logits, before / count, calibration)
    told = _shares(first)[lowest if lowest.any() else slice(None)]
    mean = (told.sum(axis=0) + before) / (len(told) + count)
    return _shares(_moved(logits, mean, calibration))


def _moved(logits: Floats, mean: Floats, calibration: Calibration) -> Floats:
    """Logits of a report in which the leaves have the shares ``mean``, not the usual ones."""
    moved: Floats = logits + calibration.report * np.log(mean / calibration.usual)
    return moved


def _shares(scores: Floats) -> Floats:
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = grown / grown.sum(axis=1, keepdims=True)
    return shares


def _ranked(row: Floats, keys: tuple[str, ...], second_from: float) -> tuple[Theme, ...]:
    """The best leaf, and the next one where it comes near."""
    order = np.argsort(-row, kind="stable")[:2]
    leaves = taxonomy()
    themes = tuple(Theme(keys[at], leaves.leaf(keys[at]).group, round(float(row[at]), 4)) for at in order)
    return themes if themes[1].probability >= second_from else themes[:1]
