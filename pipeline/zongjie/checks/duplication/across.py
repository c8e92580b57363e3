"""What DU03 and DU04 share: how another report is called, and its places as sides of a finding."""

from collections.abc import Iterable

from zongjie.checks.base import Side
from zongjie.document import Analysis
from zongjie.document.report_pair import CopiedPassage, Match, Relation

_WHOSE: dict[Relation, tuple[str, str]] = {
    "repost": ("同一报告的另一份", "another copy of the same report"),
    "other_name": ("别的单位的报告", "another body's report"),
    "last_report": ("本单位的上一份报告", "this body's last report"),
    "superior": ("上级的报告", "the report of the body above"),
    "other": ("另一份报告", "another report"),
}
_SHOWN = 20


def whose(match: Match) -> tuple[str, str]:
    """The other report in Chinese and English, with its file's name."""
    name = match.other.source.name
    zh, en = _WHOSE[match.pair.relation]
    return f"{zh}（{name}）", f"{en} ({name})"


def sides(match: Match, passages: Iterable[CopiedPassage]) -> tuple[Side, ...]:
    """The places in the other report; ``doc`` is its sha256."""
    zh, en = whose(match)
    return tuple(Side(*one.b, zh, en, match.pair.b) for one in list(passages)[:_SHOWN])


def place_of(analysis: Analysis, passage: CopiedPassage) -> tuple[int, int]:
    """Where a passage stands in the report, the report's title left out."""
    start, end = passage.a
    title = analysis.outline.title
    if title is not None and start < title[1] < end:
        start = title[1]
        while start < end and analysis.body[start].isspace():
            start += 1
    return start, end


def characters(passage: CopiedPassage) -> int:
    """How long a passage is at this side."""
    return passage.a[1] - passage.a[0]
