"""How much a term tells: rare ones much, those of every report little.

The counts of ``term_counts.txt`` were taken over 500 reports of the real archive (a sample with a
fixed seed): in how many clauses a term stands. The weight is the inverse document frequency, less
what the set words of the genre have, and never nothing.
"""

from functools import cache
from math import log
from pathlib import Path

_FILE = Path(__file__).with_name("term_counts.txt")
_RARE = 12  # clauses that hold a term which the table lacks
_SET = 2.0  # the weight of 产业 and 企业, which tell nothing
_LEAST = 0.4
MANNER = 1.2


@cache
def manner_words() -> frozenset[str]:
    """Words that tell how, where or with what, and alone make no evidence: 高标准, 国家级, 体系."""
    lines = Path(__file__).with_name("manner_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def term_weight(term: str) -> float:
    """
    >>> term_weight("企业") < term_weight("农村公路") < term_weight("综合保税区")
    True
    """
    clauses, counts = _table()
    if term in manner_words():
        return MANNER
    return max(_LEAST, log(clauses / counts.get(term, _RARE)) - _SET)


@cache
def _table() -> tuple[int, dict[str, int]]:
    head, *lines = _FILE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ") for line in lines)
    return int(head.split()[5]), {term: int(count) for term, count in pairs}
