"""Second copies in an archive, found as reposts: recall, and all else that is called a repost.

A second copy is a file whose name is another's with one of ``SUFFIXES`` (``南京市-2019-docx.txt``
beside ``南京市-2019.txt``). What to call: ``copies(names, pairs)``.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from zongjie.document.report_pair import ReportPair

SUFFIXES = ("docx", "mybook", "ws", "texiv", "b")
_COPY = re.compile(rf"-(?:{'|'.join(SUFFIXES)})$")


@dataclass(frozen=True, slots=True)
class Copies:
    """``expected`` pairs by name; ``missed`` of them; ``others`` are called reposts beside them."""

    expected: int
    missed: tuple[tuple[str, str], ...]
    others: tuple[ReportPair, ...]

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / max(1, self.expected)


def copies(names: Mapping[str, str], pairs: Sequence[ReportPair]) -> Copies:
    """``names`` are file stems by sha256. Every two copies of one report are a pair to be found."""
    told = {frozenset((pair.a, pair.b)): pair for pair in pairs if pair.relation in ("repost", "other_name")}
    groups: dict[str, list[str]] = {}
    for digest, stem in names.items():
        groups.setdefault(_COPY.sub("", stem), []).append(digest)
    wanted = {frozenset(two) for group in groups.values() for two in combinations(group, 2)}
    missed = tuple(sorted(_named(two, names) for two in wanted if two not in told))
    others = tuple(pair for two, pair in told.items() if two not in wanted)
    return Copies(len(wanted), missed, others)


def _named(two: Iterable[str], names: Mapping[str, str]) -> tuple[str, str]:
    one, other = sorted(names[digest] for digest in two)
    return one, other
