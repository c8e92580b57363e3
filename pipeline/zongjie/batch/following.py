"""The promises of every report held against the next report of the same body, chain by chain.

A chain is what one body has reported over the years. Pairs done by an earlier run are not done
again: they lie in parts of their own (``OUT/ledger``).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb

from zongjie import __version__
from zongjie.archive.ledger import ledger
from zongjie.batch.rebuilding import Stored
from zongjie.batch.shelving import attach
from zongjie.batch.work import Tell
from zongjie.document import Analysis
from zongjie.stores.columns import VERSION
from zongjie.stores.outcomes import Failure, Key, failed, followed
from zongjie.stores.parts import PAIRS

_NEXT = 400  # days from the end of one period to the end of the next, at most
_AT_ONCE = 32  # pairs, whose reports are read from the database together
STAGE = "ledger"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports of one body, one after the other, by their sha256; ``key`` is of the second."""

    last: str
    key: Key


@dataclass(frozen=True, slots=True)
class Chain:
    """The pairs of one body that are to be done, in their order.

    The reports are in ``database``, their texts in ``texts`` (``batch/shelving.py``).
    """

    database: str
    texts: str
    pairs: tuple[Pair, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A pair that is done: its row of a part; ``reason`` says why it failed."""

    pair: Pair
    row: bytes
    reason: str | None = None


def pairs_of(database: Path, lang: str) -> list[list[Pair]]:
    """The pairs of every body in their order, the longest chain first. Reposts are passed over."""
    with duckdb.connect(database, read_only=True) as db:
        bodies = db.execute(
            "SELECT list({'sha256': sha256, 'settings': settings, 'period_end': period_end} "
            "            ORDER BY period_end, place) "
            "FROM reports JOIN (SELECT sha256, settings, place FROM chosen) USING (sha256) "
            "WHERE body_key IS NOT NULL AND period_end IS NOT NULL AND is_report AND repost_of IS NULL "
            "GROUP BY body_key ORDER BY sum(characters) DESC, body_key"
        ).fetchall()
    return [
        [
            _pair(last, this, lang)
            for last, this in pairwise(reports)
            if 0 < (this["period_end"] - last["period_end"]).days <= _NEXT
        ]
        for (reports,) in bodies
    ]


def _pair(last: dict[str, Any], this: dict[str, Any], lang: str) -> Pair:
    """The key hangs on both reports, on the settings they were analysed with, and on the version."""
    parts = (last["sha256"], last["settings"], this["settings"], lang, __version__, str(VERSION))
    return Pair(
        last["sha256"], Key(this["sha256"], hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16])
    )


def follow_chain(chain: Chain, tell: Tell = lambda stage: None) -> list[Followed]:
    """What became of the promises of one body; what goes wrong with a pair is data."""
    tell(STAGE)
    return list(_followed(chain))


def _followed(chain: Chain) -> Iterator[Followed]:
    known: dict[str, Analysis] = {}
    with duckdb.connect(chain.database, read_only=True, config={"threads": 1}) as db:
        attach(db, Path(chain.texts), "shelf")
        for first in range(0, len(chain.pairs), _AT_ONCE):
            pairs = chain.pairs[first : first + _AT_ONCE]
            try:
                stored = Stored(db, (one for pair in pairs for one in (pair.last, pair.key.sha256)))
            except Exception as problem:
                yield from (lost_pair(pair, _told(problem)) for pair in pairs)
                continue
            for pair in pairs:
                both = (pair.last, pair.key.sha256)
                try:
                    known = {one: known.get(one) or stored.analysis_of(one) for one in both}
                    told = ledger(*(known[one] for one in both))
                    yield Followed(pair, followed(pair.key, pair.last, told, chain.lang))
                except Exception as problem:
                    yield lost_pair(pair, _told(problem))


def _told(problem: Exception) -> str:
    return f"{type(problem).__name__}: {problem}"


def lost_pair(pair: Pair, reason: str) -> Followed:
    """A pair that gave no ledger."""
    return Followed(pair, failed(PAIRS, pair.key, Failure(STAGE, reason)), reason)
