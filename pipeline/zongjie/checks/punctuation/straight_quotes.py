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

# the pairs of a line in turn: the second mark of one is never the first of the next
_STRAIGHT = re.compile(r'"(?![，。；：、,;:])(?P<inner>[^"\n=<>{}\\]{1,60})"')
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_CHINESE_BEFORE = re.compile(r"[\u4e00-\u9fff，。；：、]$")


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
    return [found.span() for found in _STRAIGHT.finditer(body) if _is_chinese(body, found)]


def _is_chinese(body: str, found: re.Match[str]) -> bool:
    """Chinese words between the marks, or a number that stands among Chinese words."""
    inner = found["inner"]
    if inner != inner.strip():
        return False
    number = inner.isascii() and inner.replace("+", "").isdigit()
    return _CHINESE.search(inner) is not None or (
        number and _CHINESE_BEFORE.search(body[max(0, found.start() - 1) : found.start()]) is not None
    )
