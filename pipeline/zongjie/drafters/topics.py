"""Items for reports that promise little: the headings of the past work, taken up again."""

import re

from zongjie.document import Analysis, Section
from zongjie.drafters.building import Draft, DraftItem
from zongjie.drafters.phrases import sound
from zongjie.drafters.wording import Voice
from zongjie.lexicons.measures import Part

_MOST = 6
_LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9 +.-]{2,23}")
_URL = re.compile(r"[(（]?https?://\S{1,300}[)）]?|:?\s?https?\b")
_MARKS = re.compile(r"[^\w\u4e00-\u9fff《》“”、 +.-]|^[\d.、 ]+")
_OTHER = re.compile(
    r"链接|目录|参考|附|前言|卷首|概况|名单|招聘|职位|联系|声明|小结|亮点|总结|计划|问题|其他|本月|本周|本期"
)
_FRAMES = (
    "围绕{t}，由{lead}列出{short}待办，{tail}", "{t}接着做，没做完的先收尾、再列新项，{tail}",
    "就{t}听取{people}意见，调整先后次序，{tail}", "{t}的进展定期更新，遇到的难点及时求助，{tail}",
    "为{t}补上说明和检查清单，{tail}", "把{t}拆成可验收的小项，{tail}",
)  # fmt: skip
_HEADS = ("接续{t}", "做实{t}", "巩固{t}", "跟进{t}")


def topic_items(analysis: Analysis, voice: Voice, short: str = "下期") -> list[tuple[Part, list[DraftItem]]]:
    """The weightiest headings of the past work as items, under one heading; none if there are none."""
    parents = {s.parent for s in analysis.sections}
    rated = sorted(
        ((s.end - s.start, -s.start, s, words) for s in analysis.sections if (words := _words(s, parents))),
        key=lambda one: one[:2],
        reverse=True,
    )
    items: list[tuple[int, DraftItem]] = []
    told: set[str] = set()
    for _, _, section, words in rated[: 3 * _MOST]:
        if words in told or len(items) == _MOST:
            continue
        told.add(words)
        head = voice.pick("topic heads", _HEADS).format(t=words)
        text = voice.fill(voice.pick("topics", _FRAMES), t=words, short=short, tail=voice.tail())
        spans = ((section.heading_start or section.start, section.heading_end or section.end),)
        items.append(
            (
                section.start,
                DraftItem(3, head, [Draft(voice.count(f"{text}。"), "measure", spans)], theme=section.theme),
            )
        )
    part = Part("topics", ("接着做，做扎实", "续前篇，见成效", "盯重点，抓收尾"), ())
    return [(part, [item for _, item in sorted(items, key=lambda one: one[0])])] if items else []


def _words(section: Section, parents: set[str | None]) -> str:
    """The heading as a noun that a frame can take, or "" where it is none."""
    if not section.heading or section.role in ("problem", "plan", "closing"):
        return ""
    words = _URL.sub("", section.heading).strip()
    words = _MARKS.sub("", words).strip()
    if _OTHER.search(words) or (section.id in parents and section.level < 2):
        return ""
    return words if _LATIN_NAME.fullmatch(words) or sound(words, 12, 3) else ""
