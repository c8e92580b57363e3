"""PU04 · An ordinal word followed by 、 where a comma belongs.

What it flags
    第一、 首先、 其次、 at the head of a clause that goes on in prose.

Why it matters
    GB/T 15834 puts a comma after 第一 and 首先, and 、 only after Chinese numerals (一、).

Flagged
    第一、加强学习。

Accepted
    第一、第二产业; 第一、二季度; 一、.

Known misses
    Ordinals inside a sentence.

Source
    GB/T 15834—2011 (ordinals); checks.tsv PU04.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Edit
from zongjie.checks.residue.places import Place, one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="PU04",
    name="ordinal-mark",
    title="序次语标点",
    severity="warning",
    flagged=("甲山县审计局2024年工作总结\n⟦第一、⟧加强学习。第二、严格审计。第三、整改到位。\n",),
    accepted=(
        "甲山县审计局2024年工作总结\n一、第一，加强学习。第一、第二产业稳步增长。首先，抓学习。\n"
        "第一、二季度完成审计5项。\n",
    ),
    about="“第一、”“首先、”：序次语后面应当用逗号。",
)

_ORDINAL = re.compile(
    r"(?:第[一二三四五六七八九十]{1,2}|首先|其次|再次)、"
    r"(?![第一二三四五六七八九十和及与])"
    r"(?![^，。；\n]{0,6}(?:季度|产业|批|中学|小学|医院))"
)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a document."""
    places = _places(analysis.body)
    if places:
        words = analysis.body[slice(*places[0])]
        yield one_alarm(
            places,
            f"“{words}”：“第一”“首先”等序次语后用逗号，共 {{count}} 处。",
            f"“{words}”: an ordinal word takes a comma, {{count}} in all.",
            fix=words[:-1] + "，",
        )


def mend(analysis: Analysis) -> Iterator[Edit]:
    """A comma for the 、 behind an ordinal word."""
    return (Edit(end - 1, end, "，") for _, end in _places(analysis.body))


def _places(body: str) -> list[Place]:
    return [
        match.span()
        for match in _ORDINAL.finditer(body)
        if match.start() == 0 or body[match.start() - 1] in "。；！\n\u3000 "
    ]
