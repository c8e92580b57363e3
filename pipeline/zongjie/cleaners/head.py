"""Furniture before the body: prefix, byline, buttons, breadcrumbs, menus, the editor's blurb."""

import re

from zongjie.cleaners import patterns as p
from zongjie.cleaners.blurb import abstract_after, blurb_in
from zongjie.cleaners.spans import Line, lines_of
from zongjie.document import Removed, RemovedKind

_MOST_CHARACTERS, _MOST_LINES = 12_000, 160
_BODY_LENGTH = 60  # characters from which a line with a stop in it is prose
_BODY = re.compile(
    r"(?:\*\*|#{1,6} )?(?:各位(?:代表|委员|领导|同志|同事|来宾|股东)|同志们|尊敬的|[一1](?:、|\uff0e|\. ?)\S)"
)
_GOODS = (
    "精编|精选|精品|精华|最新|全新|新版|完整版|完整|通用|通用版|优秀|优质|优选|推荐|热门|热荐|实用|必备|荐读|范文|模板|合集|集合|汇总|"
    "原创|经典|标准版|标准|简短|详细|专业|正式|正式版|官方|官方版|图文|珍藏版|整理|分享|荐|精|荐稿|word版|Word版|doc版|打印版|"
    r"最新版|修订版|\d{1,3}篇|\d{2,5}字|[一二三四五六七八九十]{1,3}篇"
)
_PREFIX = re.compile(
    rf"(?:[(\uff08\[【〔](?:{_GOODS}|20\d\d(?:年)?){{1,4}}[)\uff09\]】〕]\s*)+|原标题[:\uff1a]\s*"
)
_SUFFIX = re.compile(
    rf"\s*[(\uff08\[【〔](?:{_GOODS}){{1,4}}[)\uff09\]】〕]\s*$|\s*[_|-]\s*\S{{0,8}}(?:范文|文库|文档|总结)网\S{{0,6}}$"
)


def head_furniture(text: str) -> list[Removed]:
    """Spans of furniture from the start of the text to where its body begins."""
    lines = lines_of(text, 0, min(len(text), _MOST_CHARACTERS), _MOST_LINES)
    if not lines:
        return []
    body = next((at for at, line in enumerate(lines) if _is_body(line)), len(lines))
    head = lines[:body] if body < len(lines) or len(text) <= _MOST_CHARACTERS else lines[:20]
    kinds: dict[int, RemovedKind] = {}
    _mark_definite(head, kinds)
    _mark_breadcrumbs(head, kinds)
    _mark_neighbours(head, kinds)
    found = [Removed(kind, head[at].start, head[at].end) for at, kind in sorted(kinds.items())]
    found += abstract_after(text, head, lines)
    found += [span for line in lines[: len(head) + 3] if (span := blurb_in(line)) is not None]
    found += [span for at, line in enumerate(head[:4]) if at not in kinds for span in _site_title(line)]
    return found


def _is_body(line: Line) -> bool:
    if p.BYLINE.fullmatch(line.text):
        return False
    if _BODY.match(line.text):
        return True
    return (
        len(line.text) >= _BODY_LENGTH
        and p.SENTENCE_STOPS.search(line.text) is not None
        and not blurb_in(line)
    )


def _site_title(line: Line) -> list[Removed]:
    """Words of praise that a download site hangs on a title, before it or after it."""
    if len(line.text) > 80:
        return []
    found = []
    prefix = _PREFIX.match(line.text)
    if prefix and prefix.end() < len(line.text):
        found.append(Removed("site_title", line.start, line.start + len(prefix[0].rstrip())))
    suffix = _SUFFIX.search(line.text)
    if suffix and suffix.start() > 0 and p.TITLE.search(line.text, 0, suffix.start()):
        start = suffix.start() + len(suffix[0]) - len(suffix[0].lstrip())
        found.append(Removed("site_title", line.start + start, line.end))
    return found


def _mark_definite(head: list[Line], kinds: dict[int, RemovedKind]) -> None:
    for at, line in enumerate(head):
        words = line.text
        if len(words) > 220 or at in kinds:
            continue
        if p.LABEL_ALONE.fullmatch(words):
            kinds[at] = "byline"
            if at + 1 < len(head) and _is_value(head[at + 1].text):
                kinds[at + 1] = "byline"
        elif _is_byline(words):
            kinds[at] = "byline"
        elif (
            p.PHOTO.fullmatch(words)
            or p.BUTTON.fullmatch(words)
            or p.BUTTON_ROW.fullmatch(words)
            or p.SCRIPT.fullmatch(words)
        ):
            kinds[at] = "page_furniture"


def _is_value(words: str) -> bool:
    """What may stand on a line of its own after 来源: or 阅读: (a name, a date, a number)."""
    return len(words) <= 20 and not p.SENTENCE_STOPS.search(words) and not p.TITLE.search(words)


def _is_byline(words: str) -> bool:
    if p.TIMED_BYLINE.fullmatch(words) or p.DATETIME.fullmatch(words):
        return True
    if not p.BYLINE.fullmatch(words):
        return False
    return len(words) <= 60 or len(p.LABEL_WITHIN.findall(words)) >= 2


def _mark_breadcrumbs(head: list[Line], kinds: dict[int, RemovedKind]) -> None:
    """当前位置:首页 > 栏目, on one line or one word a line; what stands before it is a menu."""
    label = next((at for at, line in enumerate(head) if p.CRUMB_LABEL.fullmatch(line.text)), None)
    if label is None:
        for at, line in enumerate(head):
            if p.CRUMBS.fullmatch(line.text):
                kinds[at] = "page_furniture"
        _mark_column(head, kinds)
        return
    end = label + 1
    while end < len(head) and (_is_crumb_sign(head[end].text) or _between_signs(head, end)):
        end += 1
    while label < end < len(head) and head[end].text == head[end - 1].text and _title_after(head, end + 1):
        end += 1
    title_behind = _title_after(head, end)
    for at in range(end):
        if at >= label or title_behind or not p.TITLE.search(head[at].text):
            kinds[at] = "page_furniture"


def _is_crumb_sign(words: str) -> bool:
    return words in {"首页", "网站首页"} or set(words) <= set(">»›->\u300b/")


def _between_signs(head: list[Line], at: int) -> bool:
    """A word after a sign; after the last one only if a title still follows."""
    before = head[at - 1].text
    after = head[at + 1].text if at + 1 < len(head) else ""
    if len(head[at].text) > 24:
        return False
    if after and set(after) <= set(">»›->\u300b/"):
        return True
    opened = set(before) <= set(">»›->\u300b/") or before.endswith((":", "\uff1a", ">"))
    return opened and _title_after(head, at + 1)


def _title_after(head: list[Line], start: int) -> bool:
    return any(p.TITLE.search(line.text) for line in head[start:])


def _mark_column(head: list[Line], kinds: dict[int, RemovedKind]) -> None:
    """The name of a site's column above the title, told by the byline below the title."""
    if (
        len(head) > 3
        and kinds.get(2) == "byline"
        and len(head[0].text) <= 8
        and head[1].text.endswith(head[0].text)
    ):
        kinds[0] = "page_furniture"


def _mark_neighbours(head: list[Line], kinds: dict[int, RemovedKind]) -> None:
    """Single signs and bare dates count as furniture only beside a line that is some."""
    order = [*range(len(head)), *reversed(range(len(head)))]
    for at in order:
        if at in kinds or not (at - 1 in kinds or at + 1 in kinds):
            continue
        words = head[at].text
        if p.WEAK.fullmatch(words):
            kinds[at] = "page_furniture"
        elif p.ISO_DATE.fullmatch(words):
            kinds[at] = "byline"
