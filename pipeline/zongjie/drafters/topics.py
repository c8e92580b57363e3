"""Items for reports that promise little: the headings of the past work, taken up again."""

import re
from collections.abc import Sequence
from typing import TypeVar

from zongjie.document import Analysis, Section
from zongjie.drafters.building import Draft, DraftItem
from zongjie.drafters.deeds import read_deed, read_deeds
from zongjie.drafters.phrases import sound, tagged
from zongjie.drafters.wording import Voice
from zongjie.lexicons.measures import Part

T = TypeVar("T")
_MOST, _MOST_ROUTINES = 7, 6
_AGAIN = ("次", "期", "节", "讲", "场", "场次", "人次", "户", "轮")  # units of what is done again and again
_ROUTINES = (
    "{t}照常安排，每次留下记录，效果差的换办法", "{t}接着做，次数之外更看解决了什么",
    "{t}列入日程，落下的补上并说明原因",
)  # fmt: skip
_LOOK = 1500  # characters of a section that are looked at
_NAMES = 2
_LONGEST_NAME, _LONGEST_PERSON = 12, 4
_OWN_LETTERS = 2  # capitals and figures of a name of its own (LLVM, RevyOS), which Add and Report lack
_LATIN_NAME = re.compile(  # a name of its own: capitals or figures inside (LLVM, RevyOS, LPi4A)
    r"(?<![A-Za-z0-9/_.@-])[A-Z][A-Za-z]{0,10}(?:[A-Z0-9]|-[A-Z0-9])[A-Za-z0-9]{0,10}(?![A-Za-z0-9/_.@:-])"
)
_NAME = re.compile(r"(?<![A-Za-z0-9/_.@-])[A-Z][A-Za-z0-9]{2,15}(?:-[A-Za-z0-9]{1,8})?(?![A-Za-z0-9/_.@:-])")
_URL = re.compile(r"[(（]?https?://\S{1,300}[)）]?|:?\s?https?\b")
_MARKS = re.compile(r"[^\w\u4e00-\u9fff《》“”、 +.-]|^[\d.、 ]+")
_OTHER = re.compile(
    r"链接|目录|参考|附|前言|卷首|概况|名单|招聘|职位|联系|声明|小结|亮点|总结|计划|问题|其他|本月|本周|本期|之外|的事$|得.$"
)
_FRAMES = (
    "围绕{t}，由{lead}列出{short}待办{d}，{tail}", "{t}没做完的先收尾、再列新项{d}，{tail}",
    "就{t}听取{people}意见，调整先后次序{d}，{tail}", "{t}的进展定期更新，难点及时求助{d}，{tail}",
    "为{t}补上说明和检查清单{d}，{tail}", "把{t}拆成可验收的小项{d}，{tail}",
    "{t}明确接手人和备份人{d}，{tail}", "对{t}做回顾，留下可复用的做法{d}，{tail}",
)  # fmt: skip
_FORMAL = (
    "围绕{t}列出{short}任务清单{d}，{tail}", "把{t}分解到{unit}，明确先后次序{d}，{tail}",
    "就{t}听取{people}意见，先补短处{d}，{tail}", "{t}对照检查、及时纠偏{d}，{tail}",
    "对{t}回头看，留下可复用的做法{d}，{tail}", "给{t}定出可量的标准{d}，{tail}",
)  # fmt: skip
_DETAILS = ("，先办{n}", "，其中{n}优先", "，{n}单列进度", "，{n}逐项销号", "，把{n}做到可交付")
_HEADS = ("接续{t}", "做实{t}", "巩固{t}", "跟进{t}")
_PROJECT_HEADS = ("推进{t}", "跟进{t}", "继续做{t}")
_COMMON_LETTERS = (
    "URL URI HTTP HTTPS API CI PR PRS ISSUE ISSUES README GITHUB GITEE TODO PDF PPT FAQ ID AI IT"
)
_NO_NAMES = frozenset(_COMMON_LETTERS.split())


def topic_items(analysis: Analysis, voice: Voice, short: str = "下期") -> list[tuple[Part, list[DraftItem]]]:
    """The weightiest headings of the past work as items, under one heading; none if there are none."""
    parents = {s.parent for s in analysis.sections}
    rated = sorted(
        ((s.end - s.start, -s.start, s, words) for s in analysis.sections if (words := _words(s, parents))),
        key=lambda one: one[:2],
        reverse=True,
    )
    heads = _PROJECT_HEADS if voice.style.project else _HEADS
    items: list[tuple[int, DraftItem]] = []
    told: set[str] = set()
    for _, _, section, words in rated[: 3 * _MOST]:
        deed = read_deed(words)
        thing = deed.object if deed else words
        if thing in told or voice.heard(thing) or len(items) == _MOST:
            continue
        told.add(thing)
        voice.told.add(thing)
        head = deed.told(voice.turn) if deed else voice.pick("topic heads", heads).format(t=thing)
        names, places = _names(analysis, section, thing)
        detail = voice.pick("details", _DETAILS).format(n=names) if names else ""
        frame = voice.pick("topics", _FRAMES if voice.style.project else _FORMAL)
        text = voice.fill(frame, t=thing, short=short, d=detail, tail=voice.way("深化"))
        spans = ((section.heading_start or section.start, section.heading_end or section.end), *places)
        items.append(
            (
                section.start,
                DraftItem(3, head, [Draft(voice.count(f"{text}。"), "measure", spans)], theme=section.theme),
            )
        )
    part = Part("topics", ("接着做，做扎实", "续前篇，见成效", "盯重点，抓收尾"), ())
    return [(part, [item for _, item in sorted(items, key=lambda one: one[0])])] if items else []


def routine_items(analysis: Analysis, voice: Voice) -> list[tuple[Part, list[DraftItem]]]:
    """What was done again and again (家访, 家长会), for reports with neither headings nor promises."""
    found: dict[str, tuple[int, int]] = {}
    for q in analysis.achievements:
        thing = q.object or ""
        regular = q.unit in _AGAIN and 2 <= len(thing) <= _LONGEST_NAME and sound(thing, _LONGEST_NAME, 2)
        if regular and not voice.heard(thing) and not any(thing in one or one in thing for one in found):
            found[thing] = (q.start, q.end)
    item = DraftItem(3, "延续日常做法")
    for three in batched(list(found.items())[:_MOST_ROUTINES], 3):
        things = "、".join(thing for thing, _ in three)
        words = voice.fill(voice.pick("routines", _ROUTINES), t=things)
        item.sentences.append(Draft(voice.count(f"{words}。"), "measure", tuple(span for _, span in three)))
    part = Part("topics", ("接着做，做扎实", "盯日常，抓经常"), ())
    return [(part, [item])] if item.sentences else []


def batched(things: Sequence[T], size: int) -> list[Sequence[T]]:
    return [things[at : at + size] for at in range(0, len(things), size)]


def _names(analysis: Analysis, section: Section, topic: str) -> tuple[str, list[tuple[int, int]]]:
    """Up to two things that the section deals with: objects of deeds, names in Latin letters."""
    start, end = section.body_start, min(section.end, section.body_start + _LOOK)
    found: dict[str, tuple[int, int]] = {}
    for deed in read_deeds(analysis.body, start, end):
        if (
            not deed.object.isascii()
            and not deed.object.startswith(("相关", "有关", "部分"))
            and deed.object not in topic
            and len(deed.object) <= _LONGEST_NAME
        ):
            found.setdefault(deed.object, (deed.start, deed.end))
    for match in _NAME.finditer(_URL.sub(lambda m: " " * len(m.group()), analysis.body[start:end])):
        own = (
            match.group().upper() not in _NO_NAMES
            and sum(c.isupper() or c.isdigit() for c in match.group()) >= _OWN_LETTERS
        )
        if own and len(found) < _NAMES and match.group().lower() not in topic.lower():
            found.setdefault(match.group(), (start + match.start(), start + match.end()))
    chosen = list(found.items())[:_NAMES]
    return "、".join(name for name, _ in chosen), [place for _, place in chosen]


def _words(section: Section, parents: set[str | None]) -> str:
    """The heading as a noun that a frame can take, or "" where it is none."""
    if not section.heading or section.role in ("problem", "plan", "closing"):
        return ""
    words = _URL.sub("", section.heading).strip()
    if "，" in words:  # 抓队伍，提升德育合力: the part that says what was done
        words = next((part for part in words.split("，") if read_deed(part)), words)
    words = _MARKS.sub("", words).strip().removesuffix("情况").removesuffix("开展").removesuffix("方面")
    if _OTHER.search(words) or (section.id in parents and section.level < 2):
        return ""
    if words not in section.heading:
        return ""
    if _LATIN_NAME.fullmatch(words):
        return words
    return words if sound(words, 12, 3) and not _is_person(words) else ""


def _is_person(words: str) -> bool:
    """Whether the words may be somebody's name: up to four characters, a name by the dictionary."""
    return len(words) <= _LONGEST_PERSON and all(flag in ("nr", "ns", "nrt") for _, flag in tagged(words))
