"""PU01 · A quotation mark, bracket or title mark without its partner.

What it flags
    In one paragraph: an opening mark that is never closed, or a closing one that was never opened,
    for “” 《》 〈〉 （） 【】 〔〕 「」 『』 (brackets of half and full width count as one kind). Two that
    would make a pair if one stood the other way round (“书香机关“) are one finding with its mending.

Why it matters
    The reader cannot tell where a title or a quotation ends; programs that look for names of
    documents take the rest of the paragraph for one.

Flagged
    出台《条例，规范管理。 · 开展“书香机关建设。

Accepted
    1） and a） as list marks; a quotation over several paragraphs, each opening with “; ( and ）
    mixed (PU02's).

Known misses
    Straight quotes; two faults in one paragraph that cancel out.

Source
    GB/T 15834—2011 (quotation marks, brackets, title marks); checks.tsv PU01.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from zongjie.checks.base import Alarm, Check
from zongjie.checks.pair_marks import pair_marks
from zongjie.checks.residue.places import Place, one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="PU01",
    name="unbalanced-pair",
    title="成对符号不配对",
    severity="error",
    flagged=(
        "甲山县政协2024年工作总结\n一、主要工作\n出台⟦《⟧提案办理条例，规范管理。开展⟦“⟧书香机关建设。\n",
        "甲山县政协2024年工作总结\n一、主要工作\n推进⟦“书香机关“⟧建设，办结提案60件。\n",
        "甲山县政协2024年工作总结\n一、主要工作\n落实⟦”一岗双责“⟧，办结提案60件。\n",
        "甲山县政协2024年工作总结\n一、主要工作\n召开座谈会12场（其中线上3场，听取意见60条⟦】⟧）。\n",
    ),
    accepted=(
        "甲山县政协2024年工作总结\n1）开展“书香机关”建设。\n2)出台《提案办理条例》（试行)，规范管理。\n",
        "甲山县政协2024年工作总结\n他说：“第一段。\n“第二段。”会议结束。\n",
    ),
    about="一段之内，引号、书名号、括号只有一半。跨段引文每段开头的引号合规，不报。",
)

_OPENERS = {
    "“": "”",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": "）",
    "【": "】",
    "〔": "〕",
    "「": "」",
    "『": "』",
}
_CLOSERS = {
    "”": "”",
    "》": "》",
    "〉": "〉",
    "）": "）",
    ")": "）",
    "】": "】",
    "〕": "〕",
    "」": "」",
    "』": "』",
}
_PAIRS = ("“”", "《》", "〈〉", "（）", "()", "（)", "(）", "【】", "〔〕", "「」", "『』")
_MARK = re.compile("[“”《》〈〉（）()【】〔〕「」『』]")
_LIST_MARK = re.compile(r"(?:^|[\s。；;:：，,、])(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$")
_CHINESE = re.compile(r"[\u4e00-\u9fff]{1,2}$")
_FOREIGN = re.compile(r"https?:|[`{}<>=\\|]|[:;]-?[)(]")
_NAMES = {
    "”": "引号",
    "》": "书名号",
    "〉": "书名号",
    "）": "括号",
    "】": "括号",
    "〔": "括号",
    "〕": "括号",
    "」": "引号",
    "』": "引号",
}
_MANY = 3  # so many lonely marks of one kind are told one by one; more are one matter
_QUOTED = 24  # characters of a quotation between marks that stand the wrong way round
_BEFORE_AN_OPENER, _AFTER_A_CLOSER = "、，；：。和与及以是为", "、，；：。和与及的"
_LONGEST = 20_000  # characters of a paragraph: longer ones have lost their line ends


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a place; a mark that is lonely more than three times is one matter, with a count."""
    places: dict[str, list[Place]] = {}
    for start, end in _paragraphs(analysis.body):
        lonely = _lonely(analysis.body, start, end)
        for first, second in _turned(analysis.body, lonely):
            yield _turned_alarm(analysis.body, first, second)
            lonely = [at for at in lonely if at not in (first, second)]
        for at in lonely:
            places.setdefault(analysis.body[at], []).append((at, at + 1))
    for mark, found in places.items():
        groups = [found] if len(found) > _MANY else [[place] for place in found]
        for group in groups:
            yield _alarm(mark, group)


def _turned(body: str, lonely: list[int]) -> Iterator[tuple[int, int]]:
    """Lonely marks that would make a pair if they stood the right way round: “甲“, ”甲”, ”甲“."""
    taken = -1
    for first, second in pairwise(lonely):
        closer = _OPENERS.get(body[first]) or _CLOSERS[body[first]]
        alike = closer == (_OPENERS.get(body[second]) or _CLOSERS[body[second]])
        between = body[first + 1 : second]
        if first == taken or not alike or not 2 <= len(between) <= _QUOTED or _MARK.search(between):
            continue
        if body[second] in _OPENERS and body[second - 1] in _BEFORE_AN_OPENER:
            continue  # two quotations, neither of them closed
        if body[first] in _CLOSERS and body[first + 1] in _AFTER_A_CLOSER:
            continue  # two quotations, neither of them opened
        taken = second
        yield first, second


def _turned_alarm(body: str, first: int, second: int) -> Alarm:
    closer = _OPENERS.get(body[first]) or _CLOSERS[body[first]]
    opener = next(one for one, partner in _OPENERS.items() if partner == closer)
    words = body[first : second + 1]
    right = f"{opener}{words[1:-1]}{closer}"
    return Alarm(
        start=first,
        end=second + 1,
        zh=f"{words} 的{_NAMES[closer]}方向写反了，应为 {right}。",
        en=f"In {words} a mark stands the wrong way round; it should read {right}.",
        evidence={"marks": words[0] + words[-1]},
        fix=right,
    )


def _alarm(mark: str, places: list[Place]) -> Alarm:
    name = _NAMES[_CLOSERS.get(mark) or _OPENERS[mark]]
    side, state = ("后", "closed") if mark in _OPENERS else ("前", "opened")
    times_zh = "，共 {count} 处" if len(places) > 1 else ""
    times_en = " ({count} places)" if len(places) > 1 else ""
    return one_alarm(
        places,
        f"{name} {mark} {side}面缺另一半{times_zh}。请补齐或删去。",
        f"This “{mark}” is never {state} in its paragraph{times_en}. Add the other half, or take it out.",
        evidence={"mark": mark},
    )


def _paragraphs(body: str) -> Iterator[tuple[int, int]]:
    """The paragraphs in which marks are left over when those that pair off are taken away."""
    left = _left_over(pair_marks(body))
    if not left.strip("\n"):
        return
    at = 0
    for marks in left.split("\n"):
        end = body.find("\n", at)
        end = len(body) if end < 0 else end
        if marks and end <= at + _LONGEST:
            yield at, end
        at = end + 1


def _left_over(marks: str) -> str:
    """``marks`` without the pairs that close as they should, nested ten deep at the most."""
    for _ in range(10):
        before = marks
        for pair in _PAIRS:
            marks = marks.replace(pair, "")
        if marks == before:
            break
    return marks


def _lonely(body: str, start: int, end: int) -> list[int]:
    """Offsets of marks without partner in one paragraph."""
    stack: list[int] = []
    lonely: list[int] = []
    for match in _MARK.finditer(body, start, end):
        at, mark = match.start(), match[0]
        if mark in _OPENERS:
            stack.append(at)
            continue
        partner = next(
            (n for n, i in enumerate(reversed(stack), 1) if _OPENERS[body[i]] == _CLOSERS[mark]), 0
        )
        if partner:
            lonely += stack[len(stack) - partner + 1 :]
            del stack[len(stack) - partner :]
        elif not (mark in "）)" and _LIST_MARK.search(body[max(start, at - 5) : at])):
            lonely.append(at)
    lonely += stack
    if not lonely or _FOREIGN.search(body, start, end):
        return []
    return sorted(at for at in lonely if _in_chinese(body, at) and not _runs_on(body, at, start, end))


def _in_chinese(body: str, at: int) -> bool:
    """Half-width brackets count only between Chinese characters: elsewhere they are code."""
    return body[at] not in "()" or _CHINESE.match(body[at - 1 : at] + body[at + 1 : at + 2]) is not None


def _runs_on(body: str, at: int, start: int, end: int) -> bool:
    """A quotation or bracket that goes on in the next paragraph, or comes from the last one."""
    mark = body[at]
    if mark in _OPENERS:
        after = body[end + 1 : end + 1 + _NEAR].lstrip()
        closer = _OPENERS[mark]
        if after.startswith(mark):
            return True
        first_opener, first_closer = after.find(mark), after.find(closer)
        return first_closer >= 0 and (first_opener < 0 or first_closer < first_opener)
    opener = next(o for o, c in _OPENERS.items() if c == _CLOSERS[mark])
    before = body[max(0, start - 1 - _NEAR) : max(0, start - 1)]
    return before.rfind(opener) > before.rfind(_CLOSERS[mark])


_NEAR = 2000
