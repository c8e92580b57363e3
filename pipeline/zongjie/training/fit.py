"""Fits a linear model over hashed n-grams with scikit-learn."""

import warnings
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from zongjie.inference import Field, LinearModel
from zongjie.inference.linear import Counted, count, weighed

LEAST, FEW = 3, 1000


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
) -> LinearModel:
    """A model that tells ``classes`` apart (one against the rest, logistic loss, averaged SGD).

    ``texts`` holds the inputs of each example in the order of ``fields``; at most ``rows``
    n-grams are kept, those in the most examples, and none that stands in fewer than three (of
    a thousand examples or more).
    A class without examples never wins. The same input and seed give the same model.
    """
    counted = [count(field, at, [one[at] for one in texts], bits) for at, field in enumerate(fields)]
    spread = sum(np.bincount(one.buckets, minlength=len(fields) << bits) for one in counted)
    row_of, idf = _vocabulary(np.asarray(spread), len(texts), rows, LEAST if len(texts) >= FEW else 1)
    known = sorted(set(labels))
    coefficients, intercepts = _sgd(
        counted, labels, weights, fields, row_of, idf, alpha=alpha, passes=passes, seed=seed
    )
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


def _sgd(
    counted: Sequence[Counted],
    labels: Sequence[str],
    weights: Sequence[float],
    fields: tuple[Field, ...],
    row_of: NDArray[np.uint16],
    idf: NDArray[np.float32],
    *,
    alpha: float,
    passes: int,
    seed: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Coefficients, classes × rows (classes in sorted order), and intercepts."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import SGDClassifier

    shape = (len(labels), idf.size)
    data = csr_matrix(shape, dtype=np.float32)
    for field, one in zip(fields, counted, strict=True):
        rows, values, ends = weighed(one, field, row_of, idf, len(labels))
        data = data + csr_matrix((values, rows.astype(np.int32), ends), shape=shape)
    data.sort_indices()
    learner = SGDClassifier(
        loss="log_loss", alpha=alpha, max_iter=passes, tol=None, average=True, random_state=seed
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        learner.fit(data, np.array(labels), sample_weight=np.array(weights))
    coefficients, intercepts = learner.coef_, learner.intercept_
    if len(learner.classes_) == 2:
        coefficients, intercepts = (
            np.vstack([-coefficients, coefficients]),
            np.append(-intercepts, intercepts),
        )
    return coefficients, intercepts
