"""Makes ``models/word-vectors`` from an archive: words that keep the same company get like vectors.

Run as

    python -m zongjie.training.word_vectors ARCHIVE models/word-vectors

Positive pointwise mutual information within six content words of a sentence, factorised by a
randomised singular value decomposition with a fixed seed; the vectors are weighed by smooth
inverse frequency and kept in 8 bits. Reports of the ledger's test pairs are left out.

Source: Levy, Goldberg, Dagan: Improving distributional similarity, 2015 (smoothed contexts);
Halko, Martinsson, Tropp, 2011 (randomised decomposition).
"""

import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zongjie.comparing.similarity import content_words
from zongjie.inference.store import save_arrays
from zongjie.readers import read

_LEFT_OUT = ("佛山市-2015", "佛山市-2016", "湖南省-2018", "湖南省-2019", "national-2004", "national-2005")
_STOP = re.compile(r"[。！？；\n\r]")
_LONGEST, _SHORTEST = 400, 6  # characters of a sentence
_RARE = 60  # a word seen less often gets no vector
_WINDOW, _FADING = 6, 0.2
_SMOOTHING = 0.75
_DIMENSIONS, _MORE, _ROUNDS = 64, 96, 6
_COMMON = 1e-3  # of smooth inverse frequency


def main(archive: Path, folder: Path) -> None:
    """Write ``vectors.npz``; prints how many words it has."""
    words, counts, flat = _counted(archive)
    table = _factors(_ppmi(flat, len(words)))
    share = counts / counts.sum()
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-6)
    table = (table - share @ table) * (_COMMON / (_COMMON + share))[:, None]
    scales = np.abs(table).max(axis=1) / 127
    values = np.round(table / scales[:, None]).astype(np.int8)
    folder.mkdir(parents=True, exist_ok=True)
    save_arrays(
        folder / "vectors.npz",
        {
            "words": np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8),
            "values": values,
            "scales": scales.astype(np.float32),
        },
    )
    print(len(words), "words")


def _counted(archive: Path) -> tuple[list[str], NDArray[np.float64], NDArray[np.int32]]:
    """The words that are not rare, commonest first, their counts, and the text as numbers (-1: an end)."""
    numbers: dict[str, int] = {}
    sentences = []
    for path in sorted(archive.rglob("*.txt")):
        if any(name in path.name for name in _LEFT_OUT):
            continue
        for sentence in _STOP.split(read(path).text):
            found = content_words(sentence[:_LONGEST]) if len(sentence) >= _SHORTEST else ()
            if len(found) > 1:
                sentences.append(
                    np.array([numbers.setdefault(one, len(numbers)) for one in found], dtype=np.int32)
                )
    counts = np.bincount(np.concatenate(sentences), minlength=len(numbers))
    kept = np.flatnonzero(counts >= _RARE)
    kept = kept[np.argsort(-counts[kept], kind="stable")]
    new = np.full(len(numbers), -1, dtype=np.int32)
    new[kept] = np.arange(len(kept))
    names = list(numbers)
    flat = np.concatenate([np.append(one[one >= 0], -1) for one in (new[s] for s in sentences)])
    return [names[one] for one in kept], counts[kept].astype(np.float64), flat.astype(np.int32)


def _ppmi(flat: NDArray[np.int32], size: int) -> Any:
    """A sparse matrix (size, size) of positive mutual information."""
    from scipy import sparse

    total = sparse.csr_matrix((size, size), dtype=np.float32)
    for step in range(1, _WINDOW + 1):
        inside = np.ones(len(flat) - step, dtype=np.bool_)
        for at in range(step + 1):
            inside &= flat[at : len(flat) - step + at] >= 0
        one, other = flat[:-step][inside], flat[step:][inside]
        weight = np.full(len(one), 1 / (1 + _FADING * step), dtype=np.float32)
        total = total + sparse.coo_matrix((weight, (one, other)), shape=(size, size)).tocsr()
    total = total + total.T
    total.data[total.data < 1] = 0
    total.eliminate_zeros()
    found = total.tocoo()
    rows = np.asarray(found.sum(axis=1)).ravel()
    columns = np.asarray(found.sum(axis=0)).ravel() ** _SMOOTHING
    values = np.log(found.data / (rows[found.row] * (columns / columns.sum())[found.col]))
    kept = values > 0
    return sparse.csr_matrix((values[kept], (found.row[kept], found.col[kept])), shape=(size, size))


def _factors(matrix: Any) -> NDArray[np.float64]:
    basis = np.random.default_rng(0).standard_normal((matrix.shape[0], _DIMENSIONS + _MORE))
    for _ in range(_ROUNDS):
        basis, _rest = np.linalg.qr(matrix @ basis)
        basis, _rest = np.linalg.qr(matrix.T @ basis)
    left, values, _right = np.linalg.svd(matrix @ basis, full_matrices=False)
    return np.asarray((left * np.sqrt(values))[:, :_DIMENSIONS])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
