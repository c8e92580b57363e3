"""Whether a sentence tells what was done or what is to come, by its marks of tense alone.

Chinese has no tense, but official prose marks it: 将, 拟, 力争 and 下一步 look ahead, 了 and 已 look
back. Most sentences have neither (加快推进产业升级), and a figure alone tells nothing: 新建学校12所
stands in reports and in plans.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from zongjie.checks.looking import occurrences
from zongjie.document import Analysis, Role, Section
from zongjie.lexicons.pairs import Pairs

Tense = Literal["done", "to_come"]

_SIGNS: dict[Tense, str] = {"to_come": "将拟要", "done": "了已"}
_PAIRS: dict[Tense, Pairs] = {
    "to_come": Pairs(["力争", "争取", "下步", "下一", "今后", "明年", "来年", "计划", "确保", "年底"]),
    "done": Pairs(["同比"]),
}
"""Characters and pairs of characters one of which a sentence of the tense must have."""
# what follows 要 as a verb of intent
_WILL = "进一步|继续|加快|大力|坚持|着力|深入|加强|抓|推|做|以|把|在|全力|持续|突出"
_TO_COME = re.compile(
    rf"""(?:^|[，,；;：:、 ]|我们|全[省市县区局院校]|[我本][省市县区局院校]|时期|阶段|继续|年)
          (?: 将(?![军领士帅官来近]|[^，。]{{1,16}}(?:作为|纳入|列入|下放|贯穿|摆在|放在|建成后))
            | 拟(?![态人定])
            | 要(?=[^，。；]{{0,4}}(?:{_WILL})) )
        | (?<![协奋全合努])力争(?!先|创|优|上游)
        | (?<!成功)(?<!积极)(?<![共计])争取
          (?![到了]|[^，。；]{{0,16}}(?:资金|项目|支持|补助|专项|债券|投资))
        | 下一步 | 下步 | 今后 | (?<!每)[明来]年 | 下一年
        | (?<![年度])(?<!按)计划(?=新建|建设|完成|安排|开工|引进|培训|改造|组织|用)
        | 确保(?=[^，。；]{{2,24}}(?:以上|以内|左右|完成|达到|达标|不低于|投用|建成))
          (?![^，。；]{{2,24}}(?:按计划完成|目标))
        | 年底前
    """,
    re.VERBOSE,
)
_DONE = re.compile(
    r"""[^为除不罢到临来得受极有]了(?![解然望如])
      | (?<![而业自久早])已(?![^，。；]{0,10}的)(?:[经于有被在成全建完实累]|[一-鿿]{0,4}(?:成|完|达|建))
      | 同比(?:增长|下降|提高|上升|增加|减少)[^，。；]{0,6}\d
    """,
    re.VERBOSE,
)
_PATTERNS: dict[Tense, re.Pattern[str]] = {"to_come": _TO_COME, "done": _DONE}
_MOST = 2  # paragraphs of one report
_LEAST = 2  # sentences of the wrong tense in one paragraph


@dataclass(frozen=True, slots=True)
class Stray:
    """A paragraph of the wrong tense for its section: its span and how many sentences say so."""

    section: Section
    start: int
    end: int
    marked: int
    sentences: int


def tense_of(sentence: str) -> Tense | None:
    """What the marks of ``sentence`` say; None if it has none. A look ahead outweighs one back.

    >>> tense_of("力争年底建成投用。"), tense_of("已完成骨干培训。"), tense_of("加强队伍建设。")
    ('to_come', 'done', None)
    """
    if _TO_COME.search(sentence):
        return "to_come"
    return "done" if _DONE.search(sentence) else None


def strays(analysis: Analysis, role: Role, wrong: Tense) -> tuple[Stray, ...]:
    """Paragraphs of sections of ``role`` in which half the sentences or more, two at least, are ``wrong``.

    None in a report that lacks one of the two parts, nor in the nation's, which argues at length, nor
    where there are many: then the role was misread.
    """
    found = tuple(_strays(analysis, role, wrong))
    return found if len(found) <= _MOST else ()


def _strays(analysis: Analysis, role: Role, wrong: Tense) -> Iterator[Stray]:
    roles = {one.role for one in analysis.sections}
    if not roles >= {"achievement", "plan"} or analysis.profile.level == "国":
        return
    sentences, last = analysis.outline.sentences, 0
    cues = _cues(analysis.body, wrong)
    for start, end in analysis.outline.paragraphs:
        before, last = last, end
        if bisect_left(cues, end) - bisect_left(cues, start) < _LEAST:
            continue
        section = analysis.section_at(start)
        if section is None or section.role != role:
            continue
        own = sentences[bisect_left(sentences, (before,)) : bisect_left(sentences, (end,))]
        told = [(a, b) for a, b in own if b > section.body_start + 1]
        cued = [(a, b) for a, b in told if bisect_left(cues, a) < bisect_left(cues, b)]
        if len(cued) < max(_LEAST, len(told) / 2):
            continue
        marked = [(a, b) for a, b in cued if tense_of(analysis.body[a:b]) == wrong]
        if len(marked) >= max(_LEAST, len(told) / 2):
            yield Stray(section, told[0][0], told[-1][1], len(marked), len(told))


def _cues(body: str, tense: Tense) -> list[int]:
    """Where a sentence of the tense may show it, in order."""
    signs = (at for sign in _SIGNS[tense] for at in occurrences(body, sign))
    return sorted((*_PAIRS[tense].places(body), *signs))
