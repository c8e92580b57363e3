"""DU03 · Much of the report stands in another one.

What it flags
    A report that shares a tenth of its own wording, set phrases taken out, with another report of
    the archive it is held against (``--archive``), or a passage of 300 characters and more. One
    finding a report copied from, at the longest passage; the message says whose report it is: this
    body's last one, the body's above, another body's.

Why it matters
    A report that was taken from elsewhere tells of somebody else's work.

Flagged
    72 % of the text stands in a neighbouring county's report of last year.

Accepted
    The same report under another file name (a second copy), set phrases, and single sentences.
    Passages in which nothing but figures, dates and names differs are DU04.

Known misses
    Reports told again in other words, and those that are not in the archive.

Source
    checks.tsv DU03. Of 2,108 reports that follow their body's last one, one in a hundred shares
    over 8 % with it (docs/copying.md).
"""

from collections.abc import Iterator, Sequence

from zongjie.checks.base import Alarm, Check, Threshold
from zongjie.checks.duplication.across import characters, place_of, sides, whose
from zongjie.document import Analysis
from zongjie.document.report_pair import CopiedPassage, Match
from zongjie.settings import Settings

CHECK = Check(
    code="DU03",
    name="cross-report-copy",
    title="跨报告雷同",
    severity="warning",
    flagged=(),
    accepted=(),
    needs="archive",
    about=(
        "与库里另一份报告相同：去掉套话后占全文一成以上，或有300字以上的一段。说明是本单位上一份、上级的还是"
        "别的单位的，一份雷同的报告只报一条。要用 --archive 指定比对的文件夹或索引。"
    ),
    thresholds=(
        Threshold("share", 0.1, "全文中相同的比例", "share of the report that stands in the other"),
        Threshold("characters", 300, "单段的字数", "characters of a single passage"),
    ),
)


def find(analysis: Analysis, settings: Settings, matches: Sequence[Match]) -> Iterator[Alarm]:
    """One alarm for each report that much was taken from, at the longest passage."""
    share, long = (CHECK.threshold(name, settings) for name in ("share", "characters"))
    for match in matches:
        pair = match.pair
        passages = [one for one in pair.passages if not one.only_swapped]
        if pair.relation == "repost" or not passages:
            continue
        longest = max(passages, key=characters)
        if pair.share_a < share and min(characters(longest), longest.fresh) < long:
            continue
        yield _alarm(analysis, match, passages, longest)


def _alarm(
    analysis: Analysis, match: Match, passages: Sequence[CopiedPassage], longest: CopiedPassage
) -> Alarm:
    start, end = place_of(analysis, longest)
    zh, en = whose(match)
    percent, count = f"{match.pair.share_a:.0%}", len(match.pair.passages)
    rest = sorted(passages, key=characters, reverse=True)
    return Alarm(
        start=start,
        end=end,
        zh=f"全文有 {percent} 与{zh}相同（已去掉套话，共 {count} 段），"
        f"这里是最长的一段，{end - start} 字。请改写成本期本单位的内容。",
        en=f"{percent} of the report (set phrases taken out, {count} passages) stands in {en}; "
        f"this is the longest, {end - start} characters. Write what is this period's own.",
        related=sides(match, rest),
        evidence={
            "share": match.pair.share_a,
            "share_of_the_other": match.pair.share_b,
            "relation": match.pair.relation,
            "passages": count,
            "places": tuple(one.a for one in rest[:20]),
        },
        caveat_zh="引用上级文件或沿用固定职责的表述可以保留。",
        caveat_en="Quotations from a body above and fixed duties may stand.",
    )
