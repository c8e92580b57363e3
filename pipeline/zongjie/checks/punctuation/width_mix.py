"""PU02 · Half-width marks in Chinese text.

What it flags
    , ; : ? ! and ( ) of half width beside Chinese characters. One finding a document: where all
    marks are half-width it says so, where full width rules it counts the exceptions. Full-width
    digits beside half-width ones are told in a note.

Why it matters
    GB/T 15834 asks for full-width marks in Chinese text; a text of mixed widths was put together
    from several sources or went through a web form.

Flagged
    完成了5项,办结3件。

Accepted
    Marks inside numbers, times and English (8:30, 3,200, e.g.), web addresses, code.

Known misses
    Full-width letters; a half-width full stop.

Source
    GB/T 15834—2011 (form of the marks); checks.tsv PU02.
"""

import re
from collections import Counter
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Edit, Threshold
from zongjie.checks.looking import holds_any
from zongjie.checks.residue.places import Place, one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="PU02",
    name="width-mix",
    title="全半角标点混用",
    severity="warning",
    flagged=(
        "甲山县科技局2024年工作总结\n完成了5项⟦,⟧办结3件。全年成效明显;群众满意。\n",
        "甲山县科技局2024年工作总结\n完成了5项，办结3件⟦,⟧成效明显。\n",
    ),
    accepted=("甲山县科技局2024年工作总结\n上午8:30开会，发放补贴3,200元，采用 Wi-Fi, LTE 两种方式。\n",),
    about=(
        "中文里夹着半角的逗号、冒号、括号等。全篇一条，给出个数：通篇半角的说通篇，个别半角的列出个别"
        "。数字、时间、英文里的不算。"
    ),
    thresholds=(Threshold("places", 1, "从几处起才报", "told from so many places on"),),
)

_HALF = re.compile(r"[,;:?!()]")
_BEFORE = re.compile(r"[\u4e00-\u9fff】》”’〉]\s?$")  # what stands before a mark of Chinese text
_BEFORE_TOO = re.compile(r"[\d%\"')]$")  # also, if Chinese follows
_AFTER = re.compile(r"\s?(?:[\u4e00-\u9fff【《“‘〈\"'(\d\n]|$)")
_CHINESE_AFTER = re.compile(r"\s?[\u4e00-\u9fff《“]")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LIST_MARK = re.compile(r"\([一二三四五六七八九十]{1,3}$")
_ASKS = re.compile("[吗呢么谁哪何几否]")
_CLAUSE = 24  # characters in which a question is told by its words
_FULL_DIGIT = re.compile(r"[\uff10-\uff19]+")
_FULL_FORMS = str.maketrans(",;:?!()", "\uff0c\uff1b\uff1a\uff1f\uff01\uff08\uff09")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """At most one alarm a document."""
    body = analysis.body
    places = _places(body)
    if not places:
        yield from _wide_digits(body)
        return
    if len(places) < CHECK.threshold("places", settings):
        return
    full = sum(body.count(mark) for mark in "\uff0c\uff1b\uff1a\uff1f\uff01")
    marks = Counter(body[start] for start, _ in places)
    most, number = marks.most_common(1)[0]
    if full > len(places):
        zh = f"全文以全角标点为主，另有 {{count}} 处用了半角（如“{most}”{number} 处）。请统一为全角。"
        en = (
            f"Full-width marks rule, but {{count}} are half-width (“{most}”: {number}). Make them full-width."
        )
    else:
        zh = f"中文里用了半角标点，共 {{count}} 处（其中“{most}”{number} 处）。请统一为全角。"
        en = f"{{count}} half-width marks in Chinese text (“{most}”: {number}). Make them full-width."
    yield one_alarm(
        places,
        zh,
        en,
        evidence={"full_width": full, **{f"half_width {mark}": n for mark, n in sorted(marks.items())}},
        fix=body[places[0][0]].translate(_FULL_FORMS),
    )


def mend(analysis: Analysis) -> Iterator[Edit]:
    """The full-width form of each mark; of brackets, only of both of a pair."""
    body = analysis.body
    opened: list[int] = []
    for start, end in _places(body):
        mark = body[start]
        if mark == "(":
            opened.append(start)
        elif mark == ")":
            if opened and not any(sign in body[opened[-1] : start] for sign in "\n。"):
                yield Edit(opened[-1], opened[-1] + 1, "（")
                yield Edit(start, end, "）")
            opened.clear()
        else:
            yield Edit(start, end, mark.translate(_FULL_FORMS))


def _places(body: str) -> list[Place]:
    return [match.span() for match in _HALF.finditer(body) if _in_chinese(body, match.start())]


def _in_chinese(body: str, at: int) -> bool:
    """Whether a half-width mark stands in Chinese text, by its neighbours."""
    before, after = body[max(0, at - 2) : at], body[at + 1 : at + 3]
    if body[at] == "(":
        return _CHINESE.match(before[-1:]) is not None and re.match(r"[\u4e00-\u9fff\d]", after) is not None
    if body[at] == "?" and not (
        _ASKS.search(body, max(0, at - _CLAUSE), at) or body[at + 1 : at + 2] in "\n"
    ):
        return False  # a character that was lost: RS08's, or nobody's
    if body[at] == ")":
        closes = (
            _CHINESE.match(before[-1:]) is not None and re.match(r"[\u4e00-\u9fff，。；]", after) is not None
        )
        return closes and not _LIST_MARK.search(body[max(0, at - 4) : at])
    if _BEFORE.search(before) and _AFTER.match(after):
        return True
    return _BEFORE_TOO.search(before) is not None and _CHINESE_AFTER.match(after) is not None


def _wide_digits(body: str) -> Iterator[Alarm]:
    """Full-width digits count only where half-width ones are the rule."""
    if not holds_any(body, "０１２３４５６７８９"):
        return
    places = [match.span() for match in _FULL_DIGIT.finditer(body)]
    if not places or sum(body.count(digit) for digit in "0123456789") <= 5 * len(places):
        return
    yield one_alarm(
        places,
        "全文数字以半角为主，另有 {count} 处用了全角数字。请统一。",
        "Half-width digits rule, but {count} numbers are full-width. Make them one.",
        severity="note",
    )
