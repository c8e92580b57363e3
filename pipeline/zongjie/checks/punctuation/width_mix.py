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

from zongjie.checks.base import Alarm, Check
from zongjie.checks.residue.places import one_alarm
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
)

_HALF = re.compile(
    r"(?<=[\u4e00-\u9fff\u3011\u300b\u201d\u2019\u3009])\s?[,;:?!]"
    r"(?=\s?[\u4e00-\u9fff\u3010\u300a\u201c\u2018\u3008\"'(\d\n]|$)"
    r"|(?<=[\d%\"')])[,;:?!](?=\s?[\u4e00-\u9fff\u300a\u201c])"
    r"|(?<=[\u4e00-\u9fff])\((?=[\u4e00-\u9fff\d])|(?<=[\u4e00-\u9fff])\)(?=[\u4e00-\u9fff\uff0c\u3002\uff1b])"
)
_FULL = re.compile(r"[\uff0c\uff1b\uff1a\uff1f\uff01\uff08\uff09]")
_FULL_DIGIT = re.compile(r"[\uff10-\uff19]+")
_FULL_FORMS = str.maketrans(",;:?!()", "\uff0c\uff1b\uff1a\uff1f\uff01\uff08\uff09")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """At most one alarm a document."""
    body = analysis.body
    places = [(match.end() - 1, match.end()) for match in _HALF.finditer(body)]
    if not places:
        yield from _wide_digits(body)
        return
    full = sum(body.count(mark) for mark in "\uff0c\uff1b\uff1a\uff1f\uff01")
    marks = Counter(body[start] for start, _ in places)
    most, number = marks.most_common(1)[0]
    if full > len(places):
        zh = f"全文以全角标点为主，另有 {{count}} 处用了半角(如“{most}”{number} 处)。请统一为全角。"
        en = (
            f"Full-width marks rule, but {{count}} are half-width (“{most}”: {number}). Make them full-width."
        )
    else:
        zh = f"中文里用了半角标点，共 {{count}} 处(其中“{most}”{number} 处)。请统一为全角。"
        en = f"{{count}} half-width marks in Chinese text (“{most}”: {number}). Make them full-width."
    yield one_alarm(
        places,
        zh,
        en,
        evidence={"full_width": full, **{f"half_width {mark}": n for mark, n in sorted(marks.items())}},
        fix=body[places[0][0]].translate(_FULL_FORMS),
    )


def _wide_digits(body: str) -> Iterator[Alarm]:
    """Full-width digits count only where half-width ones are the rule."""
    places = [match.span() for match in _FULL_DIGIT.finditer(body)]
    if not places or sum(body.count(digit) for digit in "0123456789") <= 5 * len(places):
        return
    yield one_alarm(
        places,
        "全文数字以半角为主，另有 {count} 处用了全角数字。请统一。",
        "Half-width digits rule, but {count} numbers are full-width. Make them one.",
        severity="note",
    )
