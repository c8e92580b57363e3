"""Which reports are one report twice: the same body, the same period, nearly the same words.

Two copies from two sites differ in furniture, line ends and spelling. Held against one another
are only reports of one body for one period, by their runs of 12 characters.
"""

import zlib
from collections.abc import Sequence

import duckdb

_RUN = 12
_SHARE = 0.8  # of the shorter one's runs
_EVERY = 4  # of so many runs one is kept, chosen by its hash


def mark_reposts(db: duckdb.DuckDBPyConnection) -> None:
    """Fill in ``reports.repost_of``: the first by path of those that are one report."""
    groups = db.execute(
        "SELECT list(sha256 ORDER BY path), list(text ORDER BY path) FROM reports "
        "WHERE body_key IS NOT NULL AND period_end IS NOT NULL "
        "GROUP BY body_key, period_end HAVING count(*) > 1"
    ).fetchall()
    for group, texts in groups:
        for sha256, first in zip(group, firsts(texts), strict=True):
            if group[first] != sha256:
                db.execute("UPDATE reports SET repost_of = ? WHERE sha256 = ?", [group[first], sha256])


def firsts(texts: Sequence[str]) -> list[int]:
    """For each text the place of the first one that it is a second copy of; its own if of none.

    >>> one = "".join(f"新修水渠{n}公里，培训{n + 3}人。" for n in range(40))
    >>> firsts([one, "打印 关闭 " + one.replace("，", ","), "柳河" + one[::-1]])
    [0, 0, 2]
    """
    runs = [_runs(text) for text in texts]
    found: list[int] = []
    for at, these in enumerate(runs):
        copies = (first for first in dict.fromkeys(found) if _one_text(runs[first], these))
        found.append(next(copies, at))
    return found


def _one_text(a: frozenset[int], b: frozenset[int]) -> bool:
    return len(a & b) >= _SHARE * max(min(len(a), len(b)), 1)


def _runs(text: str) -> frozenset[int]:
    plain = "".join(filter(str.isalnum, text)).encode("utf-16-le")
    hashes = (zlib.crc32(plain[at : at + 2 * _RUN]) for at in range(0, len(plain) - 2 * _RUN + 1, 2))
    return frozenset(one for one in hashes if one % _EVERY == 0)
