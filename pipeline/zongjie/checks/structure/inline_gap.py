"""ST05 · A chain of 一是 that skips or repeats.

What it flags
    一是…;三是… within a section, or 二是 twice in a chain.

Why it matters
    An item was cut out or pasted in, and the count no longer holds.

Flagged
    一是抓学习;二是抓整改;四是抓督办.

Accepted
    A chain in a chain (一是…其中一是…二是…二是…); 一是 without 二是; 第二 or 其二 for 二是.

Known misses
    A chain that lacks its last item.

Source
    checks.tsv ST05.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from zongjie.checks.base import Alarm, Check, Side
from zongjie.comparing.enumerations import Enumeration, enumerations
from zongjie.comparing.marks import Mark
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="ST05",
    name="inline-enumeration-gap",
    title="一是链断裂",
    severity="error",
    flagged=(
        "一、主要做法\n突出三个环节：一是抓学习，每周组织讨论；二是抓整改，逐条对账销号；⟦四是⟧抓督办，按月通报进度。\n",
        "一、主要做法\n突出四个环节：一是抓学习，每周组织讨论；二是抓整改，逐条对账销号；⟦二是⟧抓督办，按月通报进度；三是抓宣传。\n",
    ),
    accepted=(
        "一、主要做法\n一是抓学习，每周组织讨论；二是抓整改，逐条对账销号；三是抓督办，按月通报进度。\n",
        "一、主要做法\n一是抓学习，每周组织讨论；第二要抓整改，逐条对账销号；三是抓督办，按月通报进度。\n",
    ),
    about="“一是……三是……”缺了一项，或同一项出现两次。",
)

_KINDS = frozenset({"一是", "一要", "第一"})
_WORDS = "〇一二三四五六七八九十"
_REACH = 3000  # characters between two items of one chain


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each break; a chain with two breaks or more is told once."""
    for chain in enumerations(analysis.body, 0, len(analysis.body)):
        if chain.kind in _KINDS:
            yield from _breaks(analysis, chain)


def _breaks(analysis: Analysis, chain: Enumeration) -> Iterator[Alarm]:
    for before, here in pairwise(chain.marks):
        step = here.value - before.value
        if step == 1:
            continue
        near = here.start - before.end <= _REACH and _same_part(analysis, before, here)
        if (near and step == 0) or (near and step == 2 and not _stands(analysis.body, before, here)):
            yield _alarm(analysis, before, here)
        return


def _same_part(analysis: Analysis, before: Mark, here: Mark) -> bool:
    """No heading with a number of its own stands between the two, unless the items are headings."""
    left, right = analysis.section_at(before.start), analysis.section_at(here.start)
    if left is None or right is None:
        return left is right
    return left.id == right.id or (left.parent == right.parent and left.start == before.start)


def _stands(body: str, before: Mark, here: Mark) -> bool:
    """Whether the missing item stands between under another mark."""
    word = _WORDS[before.value + 1] if before.value < 10 else "十"
    return (
        re.search(
            rf"{word}\s?[是要、，,:：则方]|[第其]{word}|[(（]{word}|其次|再次", body[before.end : here.start]
        )
        is not None
    )


def _alarm(analysis: Analysis, before: Mark, here: Mark) -> Alarm:
    was, now = analysis.body[before.start : before.end], analysis.body[here.start : here.end]
    was, now = was.rstrip(",，:：、"), now.rstrip(",，:：、")
    if before.value == here.value:
        zh = f"“{now}”出现了两次。请核对是否多贴了一项，或改正序号。"
        en = f"“{now}” stands twice in one list. One item too many, or a number not changed."
    else:
        zh = f"“{was}”之后直接是“{now}”，中间缺一项。请补上，或改正序号。"
        en = f"“{now}” follows “{was}”: an item is missing between them. Add it or renumber."
    return Alarm(
        here.start,
        here.start + len(now),
        zh=zh,
        en=en,
        related=(Side(before.start, before.start + len(was), "前一项", "the item before"),),
        evidence={"before": before.value, "here": here.value},
        caveat_zh="中间一项可能换了说法。",
        caveat_en="The item between may be introduced in other words.",
    )
