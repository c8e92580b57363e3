"""Two reports that share passages: what stands in both, what was swapped, what they are to each other."""

from dataclasses import dataclass
from typing import Literal

from zongjie.document.profile import Period
from zongjie.document.report import FileFacts

Relation = Literal["repost", "other_name", "last_report", "superior", "other"]
SwapKind = Literal["figure", "date", "name", "words"]
Place = tuple[int, int]  # half-open, code points of the text of the report it lies in


@dataclass(frozen=True, slots=True)
class Swap:
    """``a`` of one text stands as ``b`` in the other; one is empty where words were added."""

    kind: SwapKind
    a: Place
    b: Place


@dataclass(frozen=True, slots=True)
class CopiedPassage:
    """``a`` of one report stands as ``b`` in the other; ``share`` of the longer one is equal.

    ``fresh`` counts the equal characters that are no set phrase, ``kept`` are the figures of ``a``
    (dates apart) that stand unchanged in ``b``.
    """

    a: Place
    b: Place
    share: float
    fresh: int
    swaps: tuple[Swap, ...] = ()
    kept: tuple[Place, ...] = ()

    def of(self, kind: SwapKind) -> tuple[Swap, ...]:
        """The swaps of one kind."""
        return tuple(one for one in self.swaps if one.kind == kind)

    @property
    def only_swapped(self) -> bool:
        """Whether something differs, and nothing but figures, dates and names."""
        return bool(self.swaps) and not self.of("words")


@dataclass(frozen=True, slots=True)
class ReportPair:
    """``a`` and ``b`` are sha256; ``share_a`` of a's characters stand in b, set phrases taken out.

    ``first`` tells which of the two came first ("a", "b"), as far as their texts tell.
    """

    a: str
    b: str
    share_a: float
    share_b: float
    relation: Relation
    first: Literal["a", "b"] | None
    passages: tuple[CopiedPassage, ...]

    @property
    def share(self) -> float:
        return max(self.share_a, self.share_b)


@dataclass(frozen=True, slots=True)
class KnownReport:
    """A report by its file and by whose it says it is."""

    source: FileFacts
    organisation: str | None
    level: str | None
    period: Period | None


@dataclass(frozen=True, slots=True)
class Repeats:
    """Which reports copy from which. A cluster lists the sha256 of reports that are largely one text."""

    reports: tuple[KnownReport, ...]
    pairs: tuple[ReportPair, ...]
    clusters: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A report of an archive that shares passages with the report at hand, which is ``a`` of the pair.

    ``text`` is the other report's, furniture blanked out.
    """

    pair: ReportPair
    other: KnownReport
    text: str
