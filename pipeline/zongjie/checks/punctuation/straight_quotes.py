"""PU11 · Straight quotation marks in Chinese text.

What it flags
    "两支队伍" with the typewriter's " instead of “ ”. One finding a document, with the count.

Why it matters
    Straight marks have no direction, and show that the text went through a web form or a plain
    editor.

Flagged
    "两支队伍"

Accepted
    English quotations, code, attributes of tags, inches.

Known misses
    Straight single quotes.

Source
    GB/T 15834—2011 (form of quotation marks); checks.tsv PU11.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Edit, Threshold
from zongjie.checks.residue.places import Place, one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="PU11",
    name="straight-quotes",
    title="直引号",
    severity="warning",
    flagged=('甲山县人社局2024年工作总结\n建强⟦"两支队伍"⟧，开展"春风行动"招聘会12场。\n',),
    accepted=('甲山县人社局2024年工作总结\n建强“两支队伍”，引进 "Smart HR" 系统，屏幕为24"。\n',),
    about="中文里用了不分左右的直引号。全篇一条，给出对数。",
    thresholds=(Threshold("places", 1, "从几处起才报", "told from so many places on"),),
)

_STRAIGHT = re.compile(r'"(?![，。；：、,;:])(?=[^"\n]{0,59}[\u4e00-\u9fff])[^"\n=<>{}\\]{1,60}"')


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a document."""
    body = analysis.body
    if '"' not in body:
        return
    places = _places(body)
    if places and len(places) >= CHECK.threshold("places", settings):
        words = body[slice(*places[0])]
        yield one_alarm(
            places,
            "中文里用了直引号，共 {count} 对。请改为“ ”。",
            "Straight quotation marks in Chinese text, {count} pairs. Make them “ ”.",
            fix=f"“{words[1:-1]}”",
        )


def mend(analysis: Analysis) -> Iterator[Edit]:
    """Both marks of each pair."""
    for start, end in _places(analysis.body):
        yield Edit(start, start + 1, "“")
        yield Edit(end - 1, end, "”")


def _places(body: str) -> list[Place]:
    return [
        m.span() for m in _STRAIGHT.finditer(body) if body[m.start() + 1 : m.end() - 1].strip() == m[0][1:-1]
    ]
