"""DU02 · A passage pasted twice.

What it flags
    Two stretches of at least 40 characters, one made from the other: equal, or with words, figures
    or clauses changed, left out, added or put in another order. One passage is one finding; the
    message says how much is equal, the evidence lists what differs, piece by piece.

Why it matters
    The same work told under two headings is counted twice by a reader, and a section that was
    filled by pasting usually lacks what its heading promises.

Flagged
    Two numbered items that differ in their headings only.

Accepted
    Set phrases, names of plans and bodies, titles, parallel headings; an action of last year and
    its renewal in the plan with another figure.

Known misses
    A text told again in other words; repeats under 40 characters; repeats of which all but
    24 characters are set phrases.

Source
    checks.tsv DU02. Method: seed, extend and filter, as in the text alignment tasks of
    PAN 2012–2014. Thresholds: tests/comparing/test_planted_repeats.py.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Threshold
from zongjie.checks.duplication.copies import evidence, is_one_sentence, other_places, passages
from zongjie.comparing.repeats import RepeatedPassage
from zongjie.document import Analysis
from zongjie.settings import Settings

_PASTED = (
    "逐户上门登记用工缺口、融资需求和厂房租金，建立一企一档。"
    "对当场能办的事项立即答复，对不能办的事项明确期限、专人回访。"
)
_EDITED = (
    "逐户{}登记用工缺口、融资需求和厂房租金，建立一企一档，走访企业{}家，收集难题{}个。"
    "对当场能办的事项立即答复，对不能办的事项{}明确期限、专人回访。"
)
_RENEWED = "改造城区雨污分流管网{}公里，疏通老旧小区化粪池{}座，更换破损井盖{}个。"

CHECK = Check(
    code="DU02",
    name="near-dup-paragraph",
    title="段落重复",
    severity="error",
    flagged=(
        f"甲山县工信局2024年工作总结\n一、服务企业\n1.走访企业。⟦{_PASTED}⟧\n2.化解难题。{_PASTED}\n",
        "甲山县工信局2024年工作总结\n一、服务企业\n"
        f"1.走访企业。⟦{_EDITED.format('上门', 120, 46, '')}⟧召开银企座谈会。\n"
        f"2.化解难题。{_EDITED.format('', 135, 52, '督促')}举办招聘会。\n",
    ),
    accepted=(
        "甲山县工信局2024年工作总结\n一、服务企业\n1.走访企业。逐户登记用工缺口。\n2.化解难题。协调贷款三笔，腾出厂房两处。\n",
        "甲山县住建局2024年工作总结\n一、主要工作\n"
        f"(一)城市更新。{_RENEWED.format(12, 86, 340)}\n"
        f"二、下一步工作计划\n(一)城市更新。{_RENEWED.format(15, 90, 200)}\n",
    ),
    about=(
        "两段不少于40字的文字，一段由另一段改成：完全相同，或只换了词、数字、次序。一处重复只报一条"
        "，说明相同的比例并列出差别。总述与分述有意重复的可以保留。"
    ),
    thresholds=(Threshold("characters", 40, "最短的重复段落", "the shortest passage told, in characters"),),
)
_RENEWAL = 80  # characters up to which an action with other figures in the plan is a renewal
_MOTTO = 120  # characters of one sentence that may be taken up
_RETOLD = 200  # characters up to which a passage less alike is the matter told again
_NAME = 10  # characters a name and its 、 take in a list of names
_LIST_ITEM = re.compile(r"^[ \t]{0,4}(?:[-*+] |#{1,6} )|\n[ \t]{0,4}[-*+] ")
_FOOTER = re.compile("ICP备|公网安备|版权所有|网站标识码")
_TAKEN_UP, _MENTION = 0.82, 150  # less alike than this, and up to so long, the plan takes the matter up


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a passage; the first place is the finding, the others are related."""
    least = CHECK.threshold("characters", settings)
    for passage in passages(analysis):
        if passage.places[0][1] - passage.places[0][0] < least:
            continue
        if (
            is_one_sentence(analysis, passage)
            or _is_renewal(analysis, passage)
            or _is_meant(analysis, passage)
        ):
            continue
        start, end = passage.places[0]
        percent = int(passage.share * 100)
        same_zh = "完全相同" if passage.identical else f"有 {percent}% 相同"
        same_en = "word for word" if passage.identical else f"{percent}% alike"
        yield Alarm(
            start=start,
            end=end,
            zh=f"这段 {end - start} 字在文中出现 {passage.times} 次，{same_zh}。"
            "请删去一处，或改写成该处自己的内容。",
            en=f"These {end - start} characters stand {passage.times} times in the text, {same_en}. "
            "Cut one, or write what belongs there.",
            related=other_places(passage),
            evidence=evidence(analysis, passage),
            caveat_zh="如确需两处都写（如总述与分述），可保留。",
            caveat_en="It may stand where a summary and its details are both wanted.",
        )


def _is_meant(analysis: Analysis, passage: RepeatedPassage) -> bool:
    """What reports say twice on purpose.

    An aim or a position in one sentence, a matter told again in other words, a list of names
    (工会、共青团、妇联……), items of a Markdown list.
    """
    start, end = passage.places[0]
    said = analysis.body[start:end].rstrip("。；; \n")
    if _LIST_ITEM.search(said) or _FOOTER.search(said):
        return True
    if not passage.identical and passage.share < _TAKEN_UP and end - start < _RETOLD:
        return True
    if not passage.identical and said.count("、") * _NAME >= len(said):
        return True
    return end - start < _MOTTO and not any(stop in said for stop in "。；;！\n")


def _is_renewal(analysis: Analysis, passage: RepeatedPassage) -> bool:
    """A short action told as done and promised anew with other figures or words."""
    (start, end), (other, _) = passage.places[:2]
    longest = _RENEWAL if passage.share >= _TAKEN_UP else _MENTION
    if passage.identical or end - start > longest:
        return False
    here, there = analysis.section_at(start), analysis.section_at(other)
    if here is None or there is None or here.id.split(".")[0] == there.id.split(".")[0]:
        return False
    return "plan" in (here.role, there.role)
