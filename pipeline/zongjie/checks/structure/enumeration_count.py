"""ST04 · A list of another length than promised.

What it flags
    做好以下四个方面工作 before a list of three or five: (一)(二)…, or 一是…二是… in the text.

Why it matters
    An item was added or cut and the number not changed; every listener counts along.

Flagged
    重点抓好以下三项工作: before 一是…二是…三是…四是….

Accepted
    A number that names something (两支队伍, 三农); a list that the outline does not hold in full.

Known misses
    Lists without marks.

Source
    checks.tsv ST04.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.structure.outline import by_id
from zongjie.comparing.enumerations import enumerations
from zongjie.comparing.marks import Mark, read_mark
from zongjie.document import Analysis, Section
from zongjie.lexicons.numerals import chinese_integer
from zongjie.lexicons.pairs import Pairs
from zongjie.settings import Settings

CHECK = Check(
    code="ST04",
    name="enumeration-count-mismatch",
    title="数目承诺不符",
    severity="error",
    flagged=(
        "一、下一步工作\n下一步，重点抓好⟦以下三个方面⟧：一是练兵备战，提高出警速度；二是隐患排查，盯住老旧小区；"
        "三是宣传教育，走进校园课堂；四是装备保障，更新水带水枪。\n",
        "一、下一步工作\n下一步，重点抓好⟦以下三项工作⟧。\n(一)练兵备战。提高出警速度。\n(二)隐患排查。盯住老旧小区。\n",
    ),
    accepted=(
        "一、下一步工作\n下一步，重点抓好以下三个方面：一是练兵备战，提高出警速度；二是隐患排查，盯住老旧小区；"
        "三是宣传教育，走进校园课堂。\n",
        "一、下一步工作\n加强两支队伍建设：一是消防员；二是文员；三是志愿者。\n",
    ),
    about="说了“以下四个方面”，后面列的不是四项。“两支队伍”“三农”之类不是承诺，不查。",
)

_PROMISE = re.compile(
    r"""(?=[以如下这两一二三四五六七八九十0-9])(?: (?:以下|如下|下列|下面|这)
          | (?<=抓好)|(?<=做好)|(?<=做了)|(?<=抓了)|(?<=办好)|(?<=办了)|(?<=推进)|(?<=突出)
          | (?<=实施)|(?<=把握)|(?<=存在)|(?<=落实)
        )
        (?P<count>[两二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?|[0-9]{1,2})
        (?:个|大|条|项|点|件)
        (?:大?方面|重点|问题|环节|事|工作|任务|关系|措施|意见|建议|要求|实事|大事|要点|原则|转变|突破|关键)?
        (?:的?(?:重点)?(?:工作|任务|努力|问题|措施|文章|要求))?
    """,
    re.VERBOSE,
)
_LEADS = frozenset(
    {"以下", "如下", "下列", "下面", "抓好", "抓了", "做好", "做了", "办好", "办了"}
    | {"推进", "突出", "实施", "把握", "存在", "落实"}
)
"""What stands before a count of ``_PROMISE``, or 这 does."""
_COUNTS = Pairs(lead[-1] + digit for lead in (*_LEADS, "这") for digit in "两二三四五六七八九十0123456789")
_COUNTED = re.compile("[两二三四五六七八九十0-9](?:个|大|条|项|点|件)[^。；;，,]{0,8}、[^。；;，,]{0,8}$")
_CLOSES = re.compile("[^。；;，,、：:]{0,8}[。：:,，.]?\\s*(?:[一1(（①第首]|$)|[^。；;，,、：:]{0,8}[：:]")
_MOST = 1000  # paragraphs after the promise that are looked at
_DEPTH = {"一、": 1, "(一)": 2, "1.": 3, "(1)": 4, "①": 5}
_HAN, _FURTHER = "〇一二三四五六七八九十", 2000
_LONGEST_LIST = 4000  # characters
_MOST_ITEMS = 20  # 办好60件实事 promises no list of sixty
_GAP = 40  # characters between promise and list, within the paragraph


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm for each promise whose list, right after it, has another length."""
    sections = by_id(analysis)
    starts = [start for start, _ in analysis.outline.paragraphs]
    cues = _cues(analysis.body)
    for at, (start, end) in enumerate(analysis.outline.paragraphs):
        own = cues[bisect_left(cues, start) : bisect_left(cues, end)]
        for promise in _promises(analysis.body, start, end, own):
            promised = _number(promise["count"])
            if (
                not promised
                or promised > _MOST_ITEMS
                or _COUNTED.search(analysis.body, max(start, promise.start() - 16), promise.start())
            ):
                continue
            stop = min(end, promise.end() + _LONGEST_LIST)
            rest = analysis.body[promise.end() : stop]
            marks: tuple[Mark, ...] | None = None
            if _CLOSES.match(rest):
                marks = _inline(analysis.body, promise.end(), stop)
                if marks is None and not rest.strip("。：:,，. *的"):
                    marks = _paragraphs(analysis, sections, starts[at + 1 : at + 1 + _MOST], promised)
            if marks and len(marks) != promised:
                yield _alarm(analysis, promise, marks, promised)


def _cues(body: str) -> list[int]:
    """Where a count may stand that is a promise."""
    return [
        at + 1 for at in _COUNTS.places(body) if body[at] == "这" or body[max(0, at - 1) : at + 1] in _LEADS
    ]


def _promises(body: str, start: int, end: int, cues: list[int]) -> Iterator[re.Match[str]]:
    """What ``_PROMISE.finditer`` gives in a paragraph, tried at the ``cues`` and just before."""
    for cue in cues:
        for at in range(max(start, cue - 2), cue + 1):
            if promise := _PROMISE.match(body, at, end):
                start = promise.end()
                yield promise
                break


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() else 2 if words == "两" else chinese_integer(words)


def _inline(body: str, start: int, end: int) -> tuple[Mark, ...] | None:
    """The list that begins right after the promise in its paragraph, if its numbers have no gap."""
    for one in enumerations(body, start, end):
        if one.marks[0].start - start > _GAP:
            return None
        whole = one.values == tuple(range(1, len(one.values) + 1))
        return one.marks if whole and not _goes_on(body, end, one.marks[-1]) else None
    return None


def _goes_on(body: str, end: int, last: Mark) -> bool:
    """Whether the next item is the first of its kind in the paragraphs further down."""
    word = body[last.start : last.end].strip("，,、：: ")
    before, numeral, after = word.partition(_HAN[last.value]) if last.value < 10 else (word, "", "")
    if not numeral:
        return False
    further = re.compile(f"{re.escape(before)}([{_HAN[1:]}]){re.escape(after)}")
    found = further.search(body, end, end + _FURTHER)
    return found is not None and found[1] == _HAN[last.value + 1]


def _paragraphs(
    analysis: Analysis, sections: dict[str, Section], starts: list[int], promised: int
) -> tuple[Mark, ...] | None:
    """The marks of one kind that open the paragraphs after the promise, from 1 on without a gap.

    None if the list may go on: a paragraph further down opens with the number promised.
    """
    first = _opening(analysis, starts[0]) if starts else None
    if first is None or first.value != 1:
        return None
    marks = [first]
    home = analysis.section_at(first.start)
    parent = home.parent if home else None
    limit = sections[parent].end if parent else len(analysis.body)
    for start in starts[1:]:
        mark = _opening(analysis, start)
        if mark is None:
            continue
        is_deeper = _DEPTH.get(mark.kind, 0) > _DEPTH.get(first.kind, 0)
        if mark.value == promised > len(marks) + (start < limit) and not is_deeper:
            return None
        if mark.kind == first.kind and start < limit:
            if mark.value != marks[-1].value + 1:
                return None
            marks.append(mark)
        elif mark.kind == first.kind and mark.value == 1:
            break
    return tuple(marks) if len(marks) > 1 else None


def _opening(analysis: Analysis, start: int) -> Mark | None:
    while analysis.body[start : start + 1] in ("*", "#", " "):
        start += 1
    return read_mark(analysis.body, start, len(analysis.body))


def _alarm(analysis: Analysis, promise: re.Match[str], marks: tuple[Mark, ...], promised: int) -> Alarm:
    said = promise[0]
    return Alarm(
        promise.start(),
        promise.end(),
        zh=f"这里说“{said}”，后面列出的是{len(marks)}项。请核对数目，或补齐、合并各项。",
        en=f"Here it says “{said}”, but {len(marks)} items follow. Check the number or the list.",
        related=tuple(Side(m.start, m.end, f"第{m.value}项", f"item {m.value}") for m in marks[:12]),
        evidence={"promised": promised, "listed": len(marks)},
        caveat_zh="若有的项合写、有的项另起，则可能不误。",
        caveat_en="It may be right if items are merged or told elsewhere.",
    )
