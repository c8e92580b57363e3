"""The whole answer: for a run (reports, their pairs with all others, clusters), or for one report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from zongjie.archive.repeats.documents import Card, document_of
from zongjie.archive.repeats.index import Index
from zongjie.archive.repeats.search import clusters, search, search_one
from zongjie.archive.repeats.segments import Stored
from zongjie.document import Period, Report
from zongjie.document.report_pair import CopiedPassage, KnownReport, Match, Repeats, ReportPair


def repeats_of(index: Index, asked: Sequence[tuple[str, str]] | None = None, jobs: int = 1) -> Repeats:
    """What the reports ``asked`` for, as (file name, sha256), share with all in ``index``.

    None asks for all. Two files of the same bytes are a repost of one sha256 with itself.
    """
    if asked is None:
        asked = [(one.source.name, one.source.sha256) for one in index.reports]
    stored = {one.source.sha256: one for one in reversed(index.reports)}
    digests = [digest for _, digest in asked]
    pairs = [*_same_bytes(digests, stored), *search(index, set(digests), jobs)]
    reports = [_known(stored[digest], name) for name, digest in asked]
    others = {digest for pair in pairs for digest in (pair.a, pair.b)} - set(digests)
    reports += [_known(one, one.source.name) for digest, one in stored.items() if digest in others]
    return Repeats(tuple(reports), tuple(pairs), tuple(_with_twins(clusters(pairs), digests)))


def matches_of(index: Index, report: Report) -> tuple[Match, ...]:
    """What ``report`` shares with each report of ``index``, to which it is not added."""
    document = document_of(report)
    with index.beside(document):
        pairs = search_one(index, document.source.sha256)
        stored = {one.source.sha256: one for one in reversed(index.reports)}
        return tuple(
            Match(pair, _known(stored[pair.b], stored[pair.b].source.name), index.text_of(pair.b))
            for pair in pairs
        )


def _same_bytes(digests: Sequence[str], stored: dict[str, Stored]) -> list[ReportPair]:
    return [
        ReportPair(digest, digest, 1.0, 1.0, "repost", None, _whole(stored[digest]))
        for digest, times in Counter(digests).items()
        if times > 1
    ]


def _whole(one: Stored) -> tuple[CopiedPassage, ...]:
    span = (0, one.source.characters)
    return (CopiedPassage(span, span, 1.0, one.source.characters),)


def _with_twins(found: Sequence[tuple[str, ...]], digests: Sequence[str]) -> list[tuple[str, ...]]:
    """Clusters with a sha256 as often as there are files of it."""
    times = Counter(digests)
    known = {one for cluster in found for one in cluster}
    grown = [tuple(one for one in cluster for _ in range(max(1, times[one]))) for cluster in found]
    grown += [(one,) * count for one, count in times.items() if count > 1 and one not in known]
    return sorted(grown, key=lambda cluster: (-len(cluster), cluster))


def _known(one: Stored, name: str) -> KnownReport:
    card = one.card
    return KnownReport(replace(one.source, name=name), card.organisation, card.level, _period(card))


def _period(card: Card) -> Period | None:
    if card.start is None or card.end is None:
        return None
    return Period(card.start, card.end, card.label or "")
