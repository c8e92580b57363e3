"""DU01 · One sentence said twice, word for word.

What it flags
    A sentence that stands at two places in the same words, with at least 40 characters that are
    no set phrase. Where it is part of a longer passage, DU02 speaks and DU01 is silent.

Why it matters
    A long sentence does not come about twice: it was pasted, and one of the two is superfluous.

Flagged
    A measure listed under two headings.

Accepted
    Repeats that are set phrases (以…思想为指导), and sentences under 40 characters.

Known misses
    Sentences of which a word was changed are DU02; short ones are left alone (official reports
    repeat 24 characters and more up to eight times).

Source
    checks.tsv DU01; set phrases: models/set-phrases/card.md.
"""

from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Threshold
from zongjie.checks.duplication.copies import evidence, is_one_sentence, other_places, passages
from zongjie.document import Analysis
from zongjie.settings import Settings

_SAID = "对排查出的四十七处危旧房屋逐栋建立台账、张贴警示标志、落实看护责任人并动员租住群众限期搬离"

CHECK = Check(
    code="DU01",
    name="dup-sentence",
    title="句子重复",
    severity="error",
    flagged=(
        f"乙水镇2024年工作总结\n一、安全生产\n⟦{_SAID}。⟧开展消防演练。\n二、基层治理\n选派网格员入户。{_SAID}。\n",
    ),
    accepted=(
        "乙水镇2024年工作总结\n一、安全生产\n排查危旧房屋。开展消防演练。\n二、基层治理\n排查危旧房屋。选派网格员入户。\n",
        f"乙水镇2024年工作总结\n一、安全生产\n{_SAID}。开展消防演练。\n台账\n报告原文：{_SAID}。\n",
    ),
    about=(
        "同一个长句（去掉套语后不少于40字）在文中一字不差地出现两次，多半是粘贴时多贴了一遍。落在更"
        "长的重复段落里的归 DU02。机构全称和口号不算。"
    ),
    thresholds=(
        Threshold("characters", 40, "去掉套语后的最少字数", "characters beside set phrases at least"),
    ),
)
_LONG, _LONG_FRESH = 2.25, 0.6  # times the characters asked, of a sentence so long, and of its own words
_CLAUSE = 1.5  # times the characters asked of a sentence, of a part of one


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a sentence, at its first place."""
    least = CHECK.threshold("characters", settings)
    for passage in passages(analysis):
        start, end = passage.places[0]
        is_long = end - start >= _LONG * least and passage.fresh >= _LONG_FRESH * least
        if not is_one_sentence(analysis, passage) or not (passage.fresh >= least or is_long):
            continue
        if analysis.body[end - 1] not in "。！？!?;；" and passage.fresh < _CLAUSE * least:
            continue
        yield Alarm(
            start=start,
            end=end,
            zh=f"这句话（{end - start} 字）在文中一字不差地出现了两次。请删去一处。",
            en=f"This sentence ({end - start} characters) stands twice, word for word. Cut one of the two.",
            related=other_places(passage),
            evidence=evidence(analysis, passage),
            caveat_zh="总述与分述有意呼应时可保留。",
            caveat_en="It may stand where a summary is taken up on purpose.",
        )
