"""ST07 · A section much thinner than its siblings.

What it flags
    A numbered section with a body of under 60 characters, a quarter or less of what its siblings
    have, where the siblings are of about one length.

Why it matters
    A heading promises a piece of work; one line under it, among full paragraphs, is what remains
    when a paragraph was cut away or never written.

Flagged
    Three deliberations under one heading, the second of them told in one line.

Accepted
    Lists of short items; a section with sub-sections; siblings of very different lengths.

Known misses
    Two siblings only; a section thin in matter but not in characters.

Source
    checks.tsv ST07 (a quarter of the median, under 60 characters).
"""

import re
from collections.abc import Iterator
from statistics import median

from zongjie.checks.base import Alarm, Check, Side, Threshold
from zongjie.checks.structure.outline import RANKED, families, mark_of, own_text
from zongjie.document import Analysis, Section
from zongjie.settings import Settings

_FULL = (
    "围绕全镇产业布局，多次到村组走访座谈，逐户了解种植意愿，邀请技术人员现场讲解栽培要点，帮助群众解决了灌溉、"
    "销售和用工等实际困难。组织合作社与超市对接，签订长期供货协议，统一包装和品牌，让小农户进了大市场。"
    "同时完善冷库和分拣设施，使果品能够错峰上市，种植户收入明显增加。"
)

CHECK = Check(
    code="ST07",
    name="thin-section",
    title="单薄小节",
    severity="warning",
    flagged=(
        f"一、主要工作\n1.抓实特色产业。{_FULL}\n⟦2.培育新型农民。举办培训班两期，效果良好。⟧\n3.做强加工环节。{_FULL}\n",
    ),
    accepted=(
        f"一、主要工作\n1.抓实特色产业。{_FULL}\n2.培育新型农民。{_FULL}\n3.做强加工环节。{_FULL}\n",
        "一、实事项目\n1.修桥铺路。新建桥梁一座。\n2.改水改厕。改造厕所。\n3.助学助医。资助学生。\n",
    ),
    about="同级各节长短相近，只有这一节短得多，像是删去了内容或没有写完。",
    thresholds=(
        Threshold("characters", 60, "正文不到多少字才算单薄", "a body of fewer characters is thin"),
        Threshold("share", 0.25, "不到同级常见长度的几成才算单薄", "at most this share of the usual length"),
    ),
)


_ITEM = re.compile(r"\n[\s*]{0,6}(?:[0-9]{1,2}[.．、]|[(（][0-9一二三四五六七八九十]{1,3}[)）])")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each thin section."""
    longest = CHECK.threshold("characters", settings)
    share = CHECK.threshold("share", settings)
    grouped = families(analysis)
    for siblings in grouped.values():
        leaves = [one for one in siblings if one.id not in grouped and _is_numbered(analysis, one)]
        if len(leaves) < 3 or len(leaves) < len(siblings):
            continue
        texts = [own_text(analysis, one, []) for one in leaves]
        if any(_is_list(analysis.body[one.body_start + 1 : one.end]) for one in leaves):
            continue
        sizes = [len(text) for text in texts]
        second = sorted(sizes)[1]  # the least but one: only one section may be thin
        usual = median(sizes)
        for one, size in zip(leaves, sizes, strict=True):
            if 0 < size < longest and size <= share * usual and second >= max(longest, 0.3 * usual):
                yield _alarm(analysis, one, leaves, size, round(usual))


def _is_list(text: str) -> bool:
    """No prose: no full stop, or items with numbers that are no sections."""
    return "。" not in text or _ITEM.search(text) is not None


def _is_numbered(analysis: Analysis, section: Section) -> bool:
    """Numbered in rank, with a heading that ends in no colon (notes and lists of terms do)."""
    mark = mark_of(section)
    return (
        mark is not None
        and mark.kind in RANKED
        and not analysis.body.startswith((":", "："), section.body_start)
    )


def _alarm(analysis: Analysis, one: Section, siblings: list[Section], size: int, usual: int) -> Alarm:
    end = one.start + len(analysis.body[one.start : one.end].rstrip())
    related = tuple(
        Side(s.heading_start, s.heading_end, "同级小节", "section of the same level")
        for s in siblings
        if s is not one and s.heading_start is not None and s.heading_end is not None
    )
    return Alarm(
        one.start,
        end,
        zh=f"“{one.heading}”下只有{size}字，同级各节约{usual}字，像是内容被删去或没有写完。请补写，或并入别的小节。",
        en=f"“{one.heading}” has {size} characters, its siblings about {usual}: cut away or never written. "
        "Fill it in or merge it.",
        related=related[:6],
        evidence={"characters": size, "usual": usual},
        caveat_zh="过渡段和清单式小节本来就短。",
        caveat_en="A passage of transition, or a list, is short by nature.",
    )
