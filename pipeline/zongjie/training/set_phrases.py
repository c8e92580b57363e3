"""Makes ``models/set-phrases`` from an archive: in how many bodies' reports does a run stand?

::

    python -m zongjie.training.set_phrases ARCHIVE models/set-phrases

``ARCHIVE`` holds ``MANIFEST.tsv`` (columns ``file`` and ``body``) and the reports as UTF-8 text.
A run counts once for each body, however often its reports say it. Only hashes are kept, no
words. The same archive gives the same bytes. About one minute and 1.5 GB for 50 million characters.
"""

import csv
import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from zongjie.comparing.set_phrases import LEVELS, probe_places
from zongjie.comparing.skeleton import gram_hashes, skeleton_of

LENGTH = 12
PROBES = 3
CELLS = 14_000_000


def main() -> None:
    """Train from the command line's two folders."""
    archive, model = Path(sys.argv[1]), Path(sys.argv[2])
    bodies = bodies_of(archive)
    hashes, counts = count_bodies(runs_of(files) for files in bodies.values())
    cells = table_of(hashes, counts)
    model.mkdir(parents=True, exist_ok=True)
    np.save(model / "table.npy", cells)
    digest = hashlib.sha256((model / "table.npy").read_bytes()).hexdigest()
    kept = [int((counts >= level).sum()) for level in LEVELS]
    (model / "config.toml").write_text(
        _CONFIG.format(
            bodies=len(bodies), reports=sum(map(len, bodies.values())), manifest=_digest(archive),
            length=LENGTH, probes=PROBES, cells=CELLS, levels=list(LEVELS), kept=kept, digest=digest,
        ),
        encoding="utf-8",
    )  # fmt: skip
    print(f"{len(bodies)} bodies; runs kept by level {kept}; sha256 {digest}")


def bodies_of(archive: Path) -> dict[str, list[Path]]:
    """The reports of each body, as the manifest of ``archive`` tells."""
    bodies: dict[str, list[Path]] = defaultdict(list)
    with (archive / "MANIFEST.tsv").open(encoding="utf-8") as manifest:
        for row in csv.DictReader(manifest, delimiter="\t"):
            bodies[row["body"]].append(archive / row["file"])
    return bodies


def runs_of(files: Iterable[Path]) -> NDArray[np.uint64]:
    """The hashes of all runs in a body's reports, each once."""
    grams = [gram_hashes(skeleton_of(file.read_text(encoding="utf-8")).codes, LENGTH) for file in files]
    return np.unique(np.concatenate(grams))


def count_bodies(runs: Iterable[NDArray[np.uint64]]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The distinct hashes over all bodies and how many bodies have each."""
    everything = np.concatenate(list(runs))
    everything.sort()
    changes = np.flatnonzero(everything[1:] != everything[:-1]) + 1
    edges = np.concatenate(([0], changes, [len(everything)]))
    return everything[edges[:-1]], np.diff(edges)


def table_of(hashes: NDArray[np.uint64], counts: NDArray[np.int64]) -> NDArray[np.uint8]:
    """The Bloom filter over the hashes of at least ``LEVELS[0]`` bodies, four cells to a byte."""
    levels = np.zeros(CELLS, dtype=np.uint8)
    for level, least in enumerate(LEVELS, 1):  # rising, so that the highest level stays
        for probe in range(PROBES):
            levels[probe_places(hashes[counts >= least], CELLS, probe)] = level
    quarters = levels.reshape(-1, 4)
    packed: NDArray[np.uint8] = quarters[:, 0].copy()
    for place in (1, 2, 3):
        packed |= quarters[:, place] << np.uint8(2 * place)
    return packed


def _digest(archive: Path) -> str:
    return hashlib.sha256((archive / "MANIFEST.tsv").read_bytes()).hexdigest()


_CONFIG = """\
# Written by zongjie.training.set_phrases; no seed: nothing in it is drawn by chance.
command = "python -m zongjie.training.set_phrases ARCHIVE models/set-phrases"

[data]
bodies = {bodies}
reports = {reports}
manifest_sha256 = "{manifest}"

[table]
length = {length}
probes = {probes}
cells = {cells}
levels = {levels}
runs_at_level = {kept}
sha256 = "{digest}"
"""

if __name__ == "__main__":
    main()
