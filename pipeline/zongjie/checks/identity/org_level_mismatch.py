"""The report calls itself by another level than its title or its own name tells.

What it flags
    Self-references (我县, 全县上下, 为县委、县政府决策提供参考) of another level than the body
    whose report it is. One finding a document, with the count and all places.
Why it matters
    It is the mark of a text taken over from another body; nothing is more embarrassing in print.
Flagged
    「市政协2024年工作总结 … 事关⟦我县⟧发展大局」
Accepted
    「县里请市领导到会指导」「向市委报告」「兄弟县市」: others are named, not oneself.
    A county may say 我市 of the city that it lies in, unless it never says 我县.
Known misses
    A level that is only implied (城区 for 县城); names of bodies inside quotation marks.
Source
    Usage of official writing: a document speaks of its own body in one way throughout.
"""

from collections import Counter
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis, Evidence
from zongjie.settings import Settings

_NAMED = 3  # how many different wordings the message lists

CHECK = Check(
    code="ID01",
    name="org-level-mismatch",
    title="层级不一",
    severity="error",
    flagged=(
        "市政协2024年工作总结\n一、工作情况\n围绕事关⟦我县⟧发展全局的大事协商5次。提出建议20条，"
        "为县委、县政府科学决策提供参考。",
        "甲山市水务局2023年工作总结\n一、主要工作\n⟦我县⟧全年完成水库除险加固3座。",
    ),
    accepted=(
        "甲山县政协2024年工作总结\n一、工作情况\n县里请市领导到会指导，我县委员提出建议20条，"
        "向市委、县委报告3次。",
        "市政协2024年工作总结\n一、工作情况\n借鉴兄弟县市政协经验，到丙河县调研，我市委员提出建议20条。",
    ),
    about=(
        "正文自称的层级（“我县”“全县上下”“为县委、县政府……”）与本单位不同级，像是从别处改来的"
        "。转述下级、引用来信、领导到会不报。全篇一条，列出各处。"
    ),
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    profile, text = analysis.profile, analysis.report.text
    clashes = profile.dissent
    if not clashes:
        return
    first, rest = clashes[0], clashes[1:]
    named = [e for e in profile.evidence if e.field in ("organisation", "level")]
    sides = [
        Side(e.start, e.end, f"本单位层级：{profile.level}", f"its level: {profile.level}") for e in named[:1]
    ]
    counts = Counter("".join(text[e.start : e.end].split()) for e in clashes)
    said = "、".join(f"“{words}”{count}处" for words, count in counts.most_common(_NAMED))
    own = _own_words(analysis.body, clashes)
    mostly = f"，别处自称“{own[0]}”{own[1]}处" if own else ""
    mostly_en = f" ({own[0]} elsewhere, {own[1]} times)" if own else ""
    owner = profile.organisation or profile.title or ""
    yield Alarm(
        first.start,
        first.end,
        zh=f"单位是“{owner}”（{profile.level}级），正文却自称{said}{mostly}，像是从别的层级的报告改来的，请统一层级。",
        en=(
            f"The body is {owner} (level {profile.level}), yet the text speaks of itself "
            f"as {said}{mostly_en}; make the level agree."
        ),
        related=(*sides, *(Side(e.start, e.end, "同类自称", "the same self-naming") for e in rest)),
        evidence={"level": profile.level, "count": len(clashes), "words": tuple(counts)},
        caveat_zh="若是转述下级或引用他人的话，可以保留。",
        caveat_en="It may stand where somebody else is quoted.",
    )


def _own_words(body: str, clashes: tuple[Evidence, ...]) -> tuple[str, int] | None:
    """How the report calls itself most often, apart from the words that clash, and how often."""
    stray = {body[one.start : one.end][-1] for one in clashes}
    counts = {f"我{word}": body.count(f"我{word}") for word in "省市县区州旗" if word not in stray}
    best = max(counts, key=lambda word: counts[word])
    return (best, counts[best]) if counts[best] else None
