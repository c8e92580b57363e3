"""DU04 · A passage taken over with nothing but figures, dates and names swapped.

What it flags
    A passage of at least 60 characters that stands in another report of the archive
    (``--archive``) word for word, figures, dates and names of places and bodies apart. The message
    lists what was changed, and which figures were **not**: among figures filled anew, one that
    stands as it did is the place to look at.

Why it matters
    A text with last year's blanks filled anew tells nothing of this year, and officials have been
    disciplined for it. A figure that was forgotten is last year's figure.

Flagged
    Last year's paragraph with two figures of three brought up to date.

Accepted
    Second copies of the same report; passages in which other words differ too (DU03).

Known misses
    Figures that happen to be the same in both years are told as not changed.

Source
    checks.tsv DU04; issue 13.
"""

from collections.abc import Iterator, Sequence

from zongjie.checks.base import Alarm, Check, Threshold
from zongjie.checks.duplication.across import characters, place_of, sides, whose
from zongjie.document import Analysis
from zongjie.document.report_pair import CopiedPassage, Match, Swap
from zongjie.settings import Settings

CHECK = Check(
    code="DU04",
    name="unchanged-after-swap",
    title="仅换名换数",
    severity="warning",
    flagged=(),
    accepted=(),
    needs="archive",
    about=(
        "与库里另一份报告的一段相比，除数字、日期、地名和单位名外一字不差。列出换了什么，也列出没有换的数字："
        "别的数字都换了，它没有换，多半是忘了改。要用 --archive 指定比对的文件夹或索引。"
    ),
    thresholds=(Threshold("characters", 60, "最短的段落", "the shortest passage, in characters"),),
)
_SHOWN = 6  # swaps, and figures not changed, in the message
_COUNTED = ("achievement", "target", "baseline")


def find(analysis: Analysis, settings: Settings, matches: Sequence[Match]) -> Iterator[Alarm]:
    """One alarm a passage; a passage taken from several reports is told of the nearest one."""
    least = CHECK.threshold("characters", settings)
    told: list[tuple[int, int]] = []
    for match in matches:
        if match.pair.relation == "repost":
            continue
        for one in match.pair.passages:
            taken = any(start < one.a[1] and one.a[0] < end for start, end in told)
            if one.only_swapped and characters(one) >= least and not taken:
                told.append(one.a)
                yield _alarm(analysis, match, one)


def _alarm(analysis: Analysis, match: Match, passage: CopiedPassage) -> Alarm:
    start, end = place_of(analysis, passage)
    zh, en = whose(match)
    swapped = [_words(analysis, match, one) for one in passage.swaps]
    shown = "、".join(f"{there}→{here}" for here, there in swapped[:_SHOWN])
    more_zh, more_en = ("等", " and more") if len(swapped) > _SHOWN else ("", "")
    places = _kept(analysis, passage) if passage.of("figure") else ()
    kept = [analysis.body[slice(*place)] for place in places]
    kept_zh = f"没有换的数字：{'、'.join(kept[:_SHOWN])}，请核对是不是忘了改。" if kept else ""
    kept_en = f" Not changed: {', '.join(kept[:_SHOWN])}; were they forgotten?" if kept else ""
    return Alarm(
        start=start,
        end=end,
        zh=f"这段 {end - start} 字取自{zh}，只换了数字、日期或名称（{shown}{more_zh}）。"
        + (kept_zh or "请写本期的新内容。"),
        en=f"These {end - start} characters stand in {en} but for figures, dates or names "
        f"({shown}{more_en})." + (kept_en or " Write what is new."),
        related=sides(match, (passage,)),
        evidence={
            "relation": match.pair.relation,
            "swaps": tuple(
                (kind.kind, there, here) for kind, (here, there) in zip(passage.swaps, swapped, strict=True)
            ),
            "not_changed": tuple(kept),
            "not_changed_places": places,
        },
        caveat_zh="年年都做、写法固定的常规工作可以保留，数字要逐个核对。",
        caveat_en="Work that comes every year may be told alike; check each figure.",
    )


def _words(analysis: Analysis, match: Match, swap: Swap) -> tuple[str, str]:
    """What stands here, and what stood in the other report."""
    return analysis.body[slice(*swap.a)] or "（无）", match.text[slice(*swap.b)] or "（无）"


def _kept(analysis: Analysis, passage: CopiedPassage) -> tuple[tuple[int, int], ...]:
    """The counts and shares that were not changed, as they are written with their units."""
    places = {start for start, _ in passage.kept}
    return tuple(
        (one.start, one.end) for one in analysis.quantities if one.kind in _COUNTED and one.start in places
    )
