"""The editor's blurb: 以下是…整理…供您参考!, 会员可完整阅读, and the abstract above a text."""

import re

from zongjie.cleaners.spans import Line
from zongjie.document import Removed

_HINT = re.compile(r"参考|整理|小编|网友|会员|帮助|欢迎|省略|在线阅读|全文阅读|相关范文|收藏本")
_OFFER = re.compile(
    r"(?:以下|下面|接下来|今天|本站|本文|这里|小编|网友|笔者)[^\u3002!\uff01]{0,30}?(?:整理|搜集|收集|汇总|精心|准备|分享|带来|推荐|提供|介绍)"
    r"|由(?:会员|网友|用户)[^\u3002!\uff01]{0,10}(?:分享|上传|整理|提供)"
    r"|小编[^\u3002!\uff01]{0,20}(?:整理|分享|带来|推荐|准备)"
)
_CLOSE = re.compile(
    r"(?:仅?供(?:您|你|大家|各位|广大网友|参考者|读者)?[^\u3002!\uff01]{0,6}(?:参考|借鉴|阅读|学习)|希望(?:能)?(?:对|给)?(?:您|你|大家|各位)"
    r"[^\u3002!\uff01]{0,14}(?:帮助|喜欢|启发)|欢迎(?:您|你|大家|各位)?[^\u3002!\uff01]{0,12}(?:阅读|参考|借鉴|下载|收藏|观看|查阅)"
    r"|(?:相关|全部)内容|一起来看看[^\u3002!\uff01]{0,8})[^\u3002!\uff01\n]{0,20}[\u3002!\uff01~\u2026.]{0,4}"
)
_STRONG = re.compile(
    r"正式会员可[^\u3002]{0,10}阅读|省略\s?\d+\s?字|可在线阅读[,\uff0c]?更多|更多相关[^\u3002]{0,30}请(?:在|关注|点击|访问)"
    r"|未完[,\uff0c]继续阅读|本文(?:来源|来自)于?[^\u3002]{0,10}网|(?:范文|文库|文档|总结)网[^\u3002]{0,16}(?:整理|提供|收集)|点击下载(?:文档|全文|此文)"
)
_ABSTRACT = re.compile(r"(?:内容)?(?:摘要|导读|提要|简介|核心提示)\s*[:\uff1a]\s*")
_WHOLE_LINE = 240  # a blurb that ends this far into its line takes the line's start with it


def blurb_in(line: Line) -> Removed | None:
    """The blurb in a line: from its start (it sums the text up first) through its last cue."""
    words = line.text
    if len(words) > 4000 or not _HINT.search(words):
        return None
    strong = _last(_STRONG, words, 0)
    offer = _OFFER.search(words)
    close = _last(_CLOSE, words, offer.start()) if offer else None
    if strong is None and (offer is None or close is None):
        return None
    first = min(m.start() for m in (strong, offer) if m is not None)
    last = max(m.end() for m in (strong, close) if m is not None)
    start = (
        0
        if first <= _WHOLE_LINE
        else max(words.rfind("\u3002", 0, first), words.rfind("\uff01", 0, first)) + 1
    )
    end = len(words) if len(words) - last <= 12 else last
    return Removed("blurb", line.start + start, line.start + end)


def _last(pattern: re.Pattern[str], words: str, start: int) -> re.Match[str] | None:
    found = None
    for one in pattern.finditer(words, start):
        found = one
    return found


def abstract_after(text: str, head: list[Line], lines: list[Line]) -> list[Removed]:
    """内容摘要: on a line, then the beginning of the text over again, cut off."""
    for at, line in enumerate(lines[: len(head) + 1]):
        label = _ABSTRACT.match(line.text)
        if not label:
            continue
        if label.end() < len(line.text):
            summary = line.text[label.end() :]
            spans = [Removed("blurb", line.start, line.end)]
        elif at + 1 < len(lines):
            summary = lines[at + 1].text
            spans = [
                Removed("blurb", line.start, line.end),
                Removed("blurb", lines[at + 1].start, lines[at + 1].end),
            ]
        else:
            return []
        rest = text[spans[-1].end : spans[-1].end + 4000]
        if summary.endswith(("...", "\u2026")) or summary[:12] in rest:
            return spans
    return []
