"""What the plan sections promise: one measure per sentence or list item that promises a deed."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from zongjie.document import Analysis, Measure
from zongjie.extractors.listing import list_items, trimmed
from zongjie.extractors.zones import plan_sections

# Verbs of deeds; a sentence without one is an opening or a slogan.
_DEED = re.compile(
    r"推进|推动|开展|组织|建设|建成|新建|改造|实施|完善|健全|加强|加大|加快|强化|深化|优化|提升|提高|落实|抓好|抓紧|做好|做强|做优"
    r"|打造|培育|引进|支持|鼓励|保障|完成|启动|举办|制定|出台|修订|建立|构建|规范|整治|治理|防范|化解|扩大|促进|争取|力争"
    r"|确保|发展|增加|改善|落地|推广|创建|开发|探索|研究|编制|督促|培训|排查|解决|协调|调研|协商|服务|宣传|引导|统筹|壮大|巩固"
    r"|拓展|聚焦|办好|用好|管好|开工|投产|申报|筹备|召开|帮扶|整改|严格|严肃|严查|压实|营造|参与|关注|履行|搭建|夯实|增强|对接|学习"
)
# Sentences that only set the tone, ground or grade the work.
_FRAME = re.compile(
    r"^(?:各位|同志们|让我们|以上|(?:今|20\d\d)年是|做好(?:今年|明年|下一步|全年)[^。]{0,14}工作|总的(?:要求|思路)|(?:今年)?[^。]{0,12}总体(?:要求|思路|目标)是"
    r"|工作中要|高举|指导思想)"
)


def extract_measures(analysis: Analysis) -> tuple[Measure, ...]:
    """The promises of the plan sections, in reading order, each with the section it stands in."""
    found = [
        span
        for section in plan_sections(analysis.sections)
        for span in _promises(analysis, section.start, section.end)
    ]
    measures = []
    for at, (start, end) in enumerate(found, 1):
        section = analysis.section_at(start)
        measures.append(Measure(f"m{at}", start, end, section.id if section else None))
    return tuple(measures)


def _promises(analysis: Analysis, start: int, end: int) -> Iterator[tuple[int, int]]:
    inner = [s for s in analysis.sections if start <= s.start < end]
    for at, section in enumerate(inner):
        limit = inner[at + 1].start if at + 1 < len(inner) else end
        body_start = section.body_start
        spans = list(_of_text(analysis, body_start, limit))
        if not spans and section.heading_start is not None and section.heading_end is not None:
            childless = at + 1 >= len(inner) or inner[at + 1].start >= section.end
            if childless and _DEED.search(section.heading or ""):
                yield section.heading_start, section.heading_end
        yield from spans


def _of_text(analysis: Analysis, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The promises of a stretch without headings, sentence by sentence."""
    body, sentences = analysis.body, analysis.outline.sentences
    index = bisect_left(sentences, start + 1, key=lambda s: s[1])
    while index < len(sentences) and sentences[index][0] < end:
        first, last = max(sentences[index][0], start), min(sentences[index][1], end)
        index += 1
        list_start, items = list_items(body, first, last)
        if items:
            yield from (item for item in items if _DEED.search(body, *item))
            continue
        first, last = trimmed(body, first, list_start)
        while first < last and body[first] in "。.,，;；:：、 ":
            first += 1
        words = body[first:last]
        if words and _DEED.search(words) and not _FRAME.match(words):
            yield first, last
