"""ST13 · One heading out of step with its siblings.

What it flags
    Four headings or more of one level, all but one of two halves (聚焦产业，壮大实体) with the same
    numbers of characters, and one that has no second half.

Why it matters
    The parallel was meant; one heading was changed, or the half of it lost.

Flagged
    强产业，壮大实体 · 惠民生，补齐短板 · ⟦治环境⟧ · 抓党建，锻造队伍

Accepted
    Headings of no common build; a last heading that closes the list.

Known misses
    Headings that differ in build but not in length.

Source
    checks.tsv ST13.
"""

import re
from collections import Counter
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.structure.outline import RANKED, families, mark_of
from zongjie.document import Analysis, Section
from zongjie.settings import Settings

_BODY = "按照年初部署，把责任落实到岗到人，定期会商调度，工作有序推进，群众比较满意。"

CHECK = Check(
    code="ST13",
    name="parallel-break",
    title="对仗失衡",
    severity="note",
    flagged=(
        f"一、强产业，壮大实体\n{_BODY}\n二、惠民生，补齐短板\n{_BODY}\n三、⟦治环境⟧\n{_BODY}\n四、抓党建，锻造队伍\n{_BODY}\n",
    ),
    accepted=(
        f"一、强产业，壮大实体\n{_BODY}\n二、惠民生，补齐短板\n{_BODY}\n三、治环境，擦亮底色\n{_BODY}\n四、抓党建，锻造队伍\n{_BODY}\n",
        f"一、工作回顾\n{_BODY}\n二、惠民生，补齐短板\n{_BODY}\n三、治环境\n{_BODY}\n四、下一步打算\n{_BODY}\n",
    ),
    about="同级标题都是两段对仗，只有一个缺了后半。",
)
_LEAST = 4


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a group of siblings with one heading out of step."""
    for siblings in families(analysis).values():
        headed = [one for one in siblings if (mark := mark_of(one)) and mark.kind in RANKED]
        if len(headed) < _LEAST:
            continue
        shapes = [_shape(one.heading or "") for one in headed]
        usual, count = Counter(shapes).most_common(1)[0]
        odd = [one for one, shape in zip(headed, shapes, strict=True) if len(shape) == 1]
        if len(usual) == 2 and count == len(headed) - 1 and len(odd) == 1:
            yield _alarm(odd[0], next(one for one in headed if one is not odd[0]))


def _shape(heading: str) -> tuple[int, ...]:
    """The lengths of the halves of a heading."""
    return tuple(len(part.strip()) for part in re.split("[，,]", heading.strip("。．. ")))


def _alarm(one: Section, like: Section) -> Alarm:
    start, end = one.heading_start or one.start, one.heading_end or one.body_start
    return Alarm(
        start,
        end,
        zh=f"同级标题都是“{like.heading}”这样的两段，只有“{one.heading}”是一段。请核对是否缺了半句。",
        en=f"Its siblings have two halves like “{like.heading}”, only “{one.heading}” has one. "
        "Is half of it missing?",
        related=(
            Side(
                like.heading_start or like.start, like.heading_end or like.body_start, "同级标题", "a sibling"
            ),
        ),
        caveat_zh="标题不求对仗的，可以保留。",
        caveat_en="It may stand where no parallel is meant.",
    )
