"""Bodies that the encoder takes for another heading's: how ST06 judges with ``--engine neural``."""

from collections.abc import Iterator

from zongjie.checks.base import Alarm, Side
from zongjie.comparing.relevance import relevance
from zongjie.document import Analysis, Section

_BODY = 400  # characters of a body that are read
_FOREIGN, _CLAIMED = 0.1, 0.9
"""Below the one a body is not its heading's, above the other it is a neighbour's.

Chosen on the cities kept for choosing: 0.1 % of their sections are flagged, and 59 % of those whose
body was exchanged; by words it is 0.4 % and 35 %.
"""


def foreign(analysis: Analysis, leaves: list[Section]) -> Iterator[Alarm]:
    """One alarm for each of the sections ``leaves`` whose body belongs to the heading of another."""
    headings = [one.heading or "" for one in leaves]
    bodies = [analysis.body[one.body_start : min(one.end, one.body_start + _BODY)] for one in leaves]
    told = relevance("neural").matrix(headings, bodies)
    for at, one in enumerate(leaves):
        claims = [row[at] for row in told]
        best = max(range(len(leaves)), key=claims.__getitem__)
        if claims[at] < _FOREIGN and claims[best] > _CLAIMED:
            yield _alarm(analysis, one, leaves[best], claims[at])


def _alarm(analysis: Analysis, one: Section, other: Section, share: float) -> Alarm:
    return Alarm(
        one.start,
        one.start + len(analysis.body[one.start : one.end].rstrip()),
        zh=f"标题“{one.heading}”和正文不像一回事，正文更像是“{other.heading}”的内容。请核对是否放错了位置。",
        en=f"The text under “{one.heading}” does not seem to speak of it, but of “{other.heading}”.",
        related=(
            Side(other.start, min(other.end, other.start + 40), "正文更合的标题", "the heading it fits"),
        ),
        evidence={"probability": round(share, 4)},
        caveat_zh="正文可能换了说法。",
        caveat_en="The text may use other words.",
    )
