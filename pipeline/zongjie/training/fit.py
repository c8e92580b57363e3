"""Fits a linear model over hashed n-grams with scikit-learn."""

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zongjie.inference import Field, LinearModel
from zongjie.inference.linear import Counted, count, weighed

LEAST, FEW = 3, 1000
Coefficients = tuple[NDArray[np.float64], NDArray[np.float64]]


def fit_linear(
    texts: Sequence[Sequence[str]],
    labels: Sequence[str],
    weights: Sequence[float],
    fields: tuple[Field, ...],
    classes: tuple[str, ...],
    *,
    bits: int,
    rows: int,
    alpha: float,
    passes: int,
    seed: int,
    multinomial: Sequence[float] | None = None,
) -> LinearModel:
    """A model that tells ``classes`` apart (one against the rest, logistic loss, averaged SGD).

    ``texts`` holds the inputs of each example in the order of ``fields``; at most ``rows``
    n-grams are kept, those in the most examples, and none that stands in fewer than three (of
    a thousand examples or more).
    A class without examples never wins. The same input and seed give the same model.
    ``multinomial`` are weights of the same examples for a multinomial logistic regression, of
    which the coefficients are averaged with those of the SGD: the one has the better headings,
    the other the better shares. Examples of weight 0 are left out.
    """
    counted = [count(field, at, [one[at] for one in texts], bits) for at, field in enumerate(fields)]
    spread = sum(np.bincount(one.buckets, minlength=len(fields) << bits) for one in counted)
    row_of, idf = _vocabulary(np.asarray(spread), len(texts), rows, LEAST if len(texts) >= FEW else 1)
    known = sorted(set(labels))
    data = _matrix(counted, fields, row_of, idf, len(labels))
    coefficients, intercepts = _sgd(data, labels, weights, alpha=alpha, passes=passes, seed=seed)
    if multinomial is not None:
        others = _multinomial(data, labels, multinomial)
        coefficients, intercepts = (coefficients + others[0]) / 2, (intercepts + others[1]) / 2
    matrix = np.zeros((idf.size, len(classes)), dtype=np.float32)
    bias = np.full(len(classes), float(intercepts.min()) - 4.0, dtype=np.float32)
    for at, name in enumerate(known):
        matrix[:, classes.index(name)] = coefficients[at]
        bias[classes.index(name)] = intercepts[at]
    matrix[0] = 0.0
    half = matrix.astype(np.float16).astype(np.float32)
    return LinearModel(classes, fields, bits, row_of, idf, half, bias)


def _vocabulary(
    spread: NDArray[np.int64], examples: int, rows: int, least: int
) -> tuple[NDArray[np.uint16], NDArray[np.float32]]:
    """Which bucket has which row (0: none), and the inverse document frequency of each row."""
    if rows >= 1 << 16:
        raise ValueError(f"at most {(1 << 16) - 1} rows fit a 16-bit table, not {rows}")
    order = np.argsort(-spread, kind="stable")[: rows - 1]
    kept = np.sort(order[spread[order] >= least])
    row_of = np.zeros(spread.size, dtype=np.uint16)
    row_of[kept] = np.arange(1, kept.size + 1, dtype=np.uint16)
    idf = np.zeros(kept.size + 1, dtype=np.float32)
    idf[1:] = np.log((1 + examples) / (1 + spread[kept])) + 1
    return row_of, idf.astype(np.float16).astype(np.float32)


def _matrix(
    counted: Sequence[Counted],
    fields: tuple[Field, ...],
    row_of: NDArray[np.uint16],
    idf: NDArray[np.float32],
    examples: int,
) -> Any:
    """TF-IDF of the examples as a sparse matrix, examples × rows."""
    from scipy.sparse import csr_matrix

    shape = (examples, idf.size)
    data = csr_matrix(shape, dtype=np.float32)
    for field, one in zip(fields, counted, strict=True):
        rows, values, ends = weighed(one, field, row_of, idf, examples)
        data = data + csr_matrix((values, rows.astype(np.int32), ends), shape=shape)
    data.sort_indices()
    return data


def _sgd(
    data: Any, labels: Sequence[str], weights: Sequence[float], *, alpha: float, passes: int, seed: int
) -> Coefficients:
    """Coefficients, classes × rows (classes in sorted order), and intercepts."""
    from sklearn.linear_model import SGDClassifier

    learner = SGDClassifier(
        loss="log_loss", alpha=alpha, max_iter=passes, tol=None, average=True, random_state=seed
    )
    return _fitted(learner, data, labels, weights)


def _multinomial(data: Any, labels: Sequence[str], weights: Sequence[float]) -> Coefficients:
    """The same by multinomial logistic regression (L-BFGS)."""
    from sklearn.linear_model import LogisticRegression

    return _fitted(LogisticRegression(C=3.0, max_iter=40, tol=1e-3), data, labels, weights)


def _fitted(learner: Any, data: Any, labels: Sequence[str], weights: Sequence[float]) -> Coefficients:
    """What a learner of scikit-learn finds; labels without weight get zeros and a low bias."""
    kept = np.flatnonzero(np.asarray(weights) > 0)
    told = np.array(labels)[kept]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        learner.fit(data[kept], told, sample_weight=np.array(weights)[kept])
    found, bias = learner.coef_, learner.intercept_
    if len(learner.classes_) == 2:
        found = np.vstack([-found, found]) if len(found) == 1 else found
        bias = np.append(-bias, bias) if len(bias) == 1 else bias
    known = sorted(set(labels))
    coefficients = np.zeros((len(known), found.shape[1]))
    intercepts = np.full(len(known), bias.min() - 4.0)
    for name, row, low in zip(learner.classes_, found, bias, strict=True):
        coefficients[known.index(name)], intercepts[known.index(name)] = row, low
    return coefficients, intercepts
