"""The search itself: candidates, their alignment on several cores, relations, clusters.

What to call: ``search(index, digests)`` after ``add_files`` or ``index.add``; ``search_one`` for one report.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from zongjie.archive.repeats.aligning import aligned
from zongjie.archive.repeats.candidates import document_pairs
from zongjie.archive.repeats.index import Index
from zongjie.archive.repeats.relations import older, relation_of
from zongjie.archive.repeats.swaps import swaps_of
from zongjie.document.report_pair import ReportPair

_BLOCK = 256  # documents of one side that a worker has at hand
_FEW = 400  # pairs up to which more processes are not worth their start
_CLUSTERED = 0.5  # share of the shorter report from which two belong to one cluster
_COMPLETED = 60  # reports of a cluster up to which all its pairs are compared


def search(index: Index, digests: Iterable[str] | None = None, jobs: int = 1) -> list[ReportPair]:
    """The pairs of which one side at least is among ``digests`` (None: all pairs), largest share first."""
    wanted = None if digests is None else set(digests)
    candidates = _candidates(index, wanted)
    blocks = _blocks(candidates)
    if jobs < 2 or len(candidates) <= _FEW:
        found = list(_weighed(index, blocks))
    else:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(jobs) as pool:
            count = len(blocks)
            found = [
                pair for pairs in pool.map(_weighed_block, [index.folder] * count, blocks) for pair in pairs
            ]
    found += _completed(index, found, wanted)
    return sorted(found, key=lambda pair: (-pair.share, -min(pair.share_a, pair.share_b), pair.a, pair.b))


def search_one(index: Index, digest: str) -> list[ReportPair]:
    """The pairs of one report with all others, it being ``a`` of each; largest share first."""
    number = next(at for at, one in enumerate(index.reports) if one.source.sha256 == digest)
    others = [b if a == number else a for a, b in _candidates(index, {digest}).tolist()]
    found = [pair for other in others if (pair := _pair(index, number, other)) is not None]
    return sorted(found, key=lambda pair: (-pair.share, pair.b))


def clusters(pairs: Sequence[ReportPair]) -> list[tuple[str, ...]]:
    """Groups of reports of which each shares half of the shorter one with another; largest first."""
    leader: dict[str, str] = {}

    def lead(one: str) -> str:
        while leader.setdefault(one, one) != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for pair in pairs:
        if pair.share >= _CLUSTERED and pair.a != pair.b:
            low, high = sorted((lead(pair.a), lead(pair.b)))
            leader[high] = low
    groups: dict[str, list[str]] = {}
    for one in leader:
        groups.setdefault(lead(one), []).append(one)
    return sorted((tuple(sorted(group)) for group in groups.values()), key=lambda group: (-len(group), group))


def _candidates(index: Index, wanted: set[str] | None) -> NDArray[np.int64]:
    """Pairs of document numbers, each sha256 once."""
    digests = [report.source.sha256 for report in index.reports]
    asked = np.array([wanted is None or digest in wanted for digest in digests], dtype=np.bool_)
    pairs = document_pairs(index.firsts(), asked)
    first_of: dict[str, int] = {}
    for at, digest in enumerate(digests):
        first_of.setdefault(digest, at)
    known = np.array([first_of[digest] == at for at, digest in enumerate(digests)], dtype=np.bool_)
    return pairs[known[pairs].all(axis=1)] if len(pairs) else pairs


def _completed(index: Index, found: list[ReportPair], wanted: set[str] | None) -> list[ReportPair]:
    """The pairs of small clusters that were no candidates, because too many share each key."""
    known = {frozenset((pair.a, pair.b)) for pair in found}
    missing = [
        (one, other)
        for cluster in clusters(found)
        if 2 < len(cluster) <= _COMPLETED
        for one, other in combinations(cluster, 2)
        if frozenset((one, other)) not in known and (wanted is None or one in wanted or other in wanted)
    ]
    if not missing:
        return []
    numbers = {report.source.sha256: at for at, report in reversed(list(enumerate(index.reports)))}
    pairs = (_pair(index, *sorted((numbers[one], numbers[other]))) for one, other in missing)
    return [pair for pair in pairs if pair is not None]


def _blocks(pairs: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """The pairs in groups that need few documents each, so that they stay in memory."""
    if not len(pairs):
        return []
    tile = pairs // _BLOCK
    order = np.lexsort((pairs[:, 1], pairs[:, 0], tile[:, 1], tile[:, 0]))
    edges = np.flatnonzero(np.any(np.diff(tile[order], axis=0), axis=1)) + 1
    return np.split(pairs[order], edges)


def _weighed(index: Index, blocks: Iterable[NDArray[np.int64]]) -> Iterator[ReportPair]:
    for block in blocks:
        for a, b in block.tolist():
            if (pair := _pair(index, a, b)) is not None:
                yield pair


@cache
def _reopened(folder: Path) -> Index:
    return Index(folder)


def _weighed_block(folder: Path, block: NDArray[np.int64]) -> list[ReportPair]:
    return list(_weighed(_reopened(folder), [block]))


def _pair(index: Index, a: int, b: int) -> ReportPair | None:
    one, other = index.prepared(a), index.prepared(b)
    alignment = aligned(one, other)
    if not alignment.passages:
        return None
    passages = tuple(swaps_of(passage, one, other) for passage in alignment.passages)
    return ReportPair(
        a=index.reports[a].source.sha256,
        b=index.reports[b].source.sha256,
        share_a=alignment.share_a,
        share_b=alignment.share_b,
        relation=relation_of(one.card, other.card, alignment, passages),
        first=older(one.card, other.card),
        passages=passages,
    )
