"""What the plan sections promise: one measure per sentence or list item that promises a deed."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from zongjie.document import Analysis, Measure, Section
from zongjie.extractors.listing import after_mark, list_items, trimmed
from zongjie.extractors.zones import plan_sections, within

# Verbs of deeds; a sentence without one is an opening or a slogan.
_DEED = re.compile(
    r"推进|推动|开展|组织|建设|建成|新建|改造|实施|完善|健全|加强|加大|加快|强化|深化|优化|提升|提高|落实|抓好|抓紧|做好|做强|做优"
    r"|打造|培育|引进|支持|鼓励|保障|完成|启动|举办|制定|出台|修订|建立|构建|规范|整治|治理|防范|化解|扩大|促进|争取|力争"
    r"|确保|发展|增加|改善|落地|推广|创建|开发|探索|研究|编制|督促|培训|排查|解决|协调|调研|协商|服务|宣传|引导|统筹|壮大|巩固"
    r"|研读|阅读|撰写|熟练|建好|走访|参加|听取|安排|邀请|配合|新增|上线|深耕|选派|坚持|压缩|清收|跟踪|推行|推出"
    r"|拓展|聚焦|办好|用好|管好|开工|投产|申报|筹备|召开|帮扶|整改|严格|严肃|严查|压实|营造|参与|关注|履行|搭建|夯实|增强|对接|学习"
)
# Sentences that only set the tone, tell the ground or announce what follows.
_FRAME_OPENS = re.compile(
    "各位|同志们|让我们|以上|总的(?:要求|思路)|高举|指导思想|实现上述|实现这些|只要|展望|根据"
)
_FRAME = re.compile(  # each alternative begins with a letter: the engine passes over all others
    "指导思想是|总体(?:要求|思路)是|总的(?:要求|思路)是|根本遵循|以下[^。]{0,6}(?:工作|方面)"
    "|看到|认识到|面临着?|意味着|是[^。]{2,60}(?:时期|之年|一年|阶段|决胜期|机遇期|关键期)$"
    "|草案[^。]{0,30}(?:审议|审查)|纲要[^。]{0,30}(?:审议|审查)|认真组织实施$|任务(?:艰巨|繁重)|责任重大|使命光荣"
    "|编制了|提出了|描绘了|绘就了|召开了|通过了|取得了|奠定了|注入了|带来了|迈出了|事关[^。]{2,20}$"
    "|作出(?:新的)?(?:更大)?(?:的)?贡献$|做出(?:新的)?(?:更大)?(?:的)?贡献$"
)
_AHEAD = re.compile(  # a figure of a year must come with an intention: 2025年,公司计划…
    r"(?:各位[^:：]{2,6}[:：])?(?:下半年|下一步|下一阶段|下阶段|明年|来年|今后|新的一年里?|接下来|下个?月|下学期|下一?季度"
    r"|[0-9]{4}年)[^。]{0,20}?(?:将|计划|拟|打算|要|重点|力争|争取|继续)"
)
_LIST_OPENS = re.compile(r"[:：]\s{0,2}(?=一是|一要|第一[,，]|首先[,，]|[(（]一[)）]|①|1[.、．])")
_NUMBERED = re.compile(r"[ \u3000]{0,4}[(（]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）.．、是]")
_STOPS = "。.,，;；:：、 "
_TARGET = re.compile(r"目标(?:任务)?是|目标(?:为)?[:：]|预期(?:目标|指标)")


def extract_measures(analysis: Analysis) -> tuple[Measure, ...]:
    """The promises of the plan sections, in reading order, each with the section it stands in."""
    plans = plan_sections(analysis.sections)
    found = [span for section in plans for span in _promises(analysis, section)]
    if not plans:
        found = _in_passing(analysis)
    measures = []
    for at, (start, end) in enumerate(found, 1):
        section = analysis.section_at(start)
        measures.append(Measure(f"m{at}", start, end, section.id if section else None))
    return tuple(measures)


def _in_passing(analysis: Analysis) -> list[tuple[int, int]]:
    """The promises of a report without a plan section: of its last paragraphs, from one that
    opens by turning to what comes (下半年, 我们将…) on to the end of that section."""
    body, paragraphs = analysis.body, analysis.outline.paragraphs
    for start, end in paragraphs[len(paragraphs) // 3 :]:
        if _AHEAD.match(body, start, end):
            section = analysis.section_at(start)
            if section is not None and section.role != "problem":
                return list(_of_text(analysis, start, section.end, preface=False))
    return []


def _promises(analysis: Analysis, plan: Section) -> Iterator[tuple[int, int]]:
    inner, end = within(analysis.sections, plan), plan.end
    for at, section in enumerate(inner):
        limit = inner[at + 1].start if at + 1 < len(inner) else end
        has_children = limit < section.end and at + 1 < len(inner)
        spans = list(_of_text(analysis, section.body_start, limit, preface=has_children))
        first, last = section.heading_start, section.heading_end
        if not (spans or has_children or first is None or last is None) and _DEED.search(
            section.heading or ""
        ):
            yield first, last
        yield from spans


def _of_text(analysis: Analysis, start: int, end: int, *, preface: bool) -> Iterator[tuple[int, int]]:
    """The promises of a stretch without headings, sentence by sentence.

    A ``preface`` stands before sub-sections: of it only the targets count, the rest sets the tone.
    """
    body, sentences = analysis.body, analysis.outline.sentences
    index = bisect_left(sentences, start + 1, key=lambda s: s[1])
    aims = False
    while index < len(sentences) and sentences[index][0] < end:
        first, last = max(sentences[index][0], start), min(sentences[index][1], end)
        index += 1
        if opens := _LIST_OPENS.search(body, first, last):  # its other items are sentences of their own
            lead = (first, opens.start())
            if _TARGET.search(body, *lead):
                yield trimmed(body, *lead)
            first = opens.end()
        list_start, items = list_items(body, first, last)
        if items:
            yield from (item for item in items if _DEED.search(body, *item))
            continue
        is_item = _NUMBERED.match(body, first, last) is not None  # a promise numbered as one
        marked = after_mark(body, first, last)
        first, last = trimmed(body, marked, list_start)
        while first < last and body[first] in _STOPS:
            first += 1
        words = body[first:last]
        aims = _TARGET.search(words) is not None or (aims and _ends_open(body, first))
        if aims or (words and (not preface or is_item) and _DEED.search(words) and not _frames(words)):
            yield first, last


def _frames(words: str) -> bool:
    return _FRAME_OPENS.match(words) is not None or _FRAME.search(words) is not None


def _ends_open(body: str, start: int) -> bool:
    """Whether what stands before ``start`` is a semicolon: the sentence goes on."""
    return body[max(0, start - 3) : start].rstrip().endswith((";", "；"))
