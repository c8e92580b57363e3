"""RS08 · Code, tags or broken characters stand in the text.

What it flags
    Script ends and counters at the tail ("40 3708418", ");"), HTML tags, comments and entities,
    escapes such as \\r\\n written out, and characters broken by a wrong encoding (锟斤拷, U+FFFD,
    rows of ???? where spaces were, one ? where a dot was: 欢乐潇湘?幸福岳阳). One finding a
    document, with the count.

Why it matters
    No reader should meet them, and they upset every tool that comes after.

Flagged
    A last line ");; 完成投资3亿元。<br>; &nbsp;.

Accepted
    A < B, code in a technical report's code fence, question marks after a question.

Known misses
    Code without brackets.

Source
    checks.tsv RS08.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.residue.places import Place, one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="RS08",
    name="markup-junk",
    title="代码残留",
    severity="error",
    flagged=(
        "甲山县民政局2024年工作总结\n一、主要工作\n发放救助金320万元。\n二、存在问题\n人手不足。\n\n"
        '⟦55 901234\n");⟧',
        "甲山县民政局2024年工作总结\n一、主要工作\n发放救助金320万元。⟦<br>⟧走访老人58名。&nbsp;建成食堂3个。\n",
        "甲山县文旅局2024年工作总结\n一、主要工作\n举办“欢乐甲山⟦?⟧幸福家园”汇演12场。\n",
    ),
    accepted=(
        "甲山县民政局2024年工作总结\n一、主要工作\n救助对象减少(2023年>2024年)，发放救助金320万元。为什么?因为标准提高了。\n",
    ),
    about="文末的脚本残片和计数、HTML 标签和实体、乱码。全篇一条，给出个数。",
)

_TAG = re.compile(
    r"</?(?:p|br|div|span|font|strong|b|em|i|u|a|img|table|tbody|thead|tr|td|th|ul|ol|li|h[1-6]|script|style|center|section)"
    r"(?:\s[^<>\n]{0,300})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(
    r"&(?:nbsp|ensp|emsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|middot|mdash|hellip|#x?[0-9a-fA-F]{2,6});"
)
_ESCAPE = re.compile(r"(?:\\r)?\\n(?![a-z])|\\t(?![a-z])|\\u[0-9a-f]{4}")
_BROKEN = re.compile(r"\ufffd+|(?:锟斤拷)+|(?:烫){3,}|(?:屯){4,}")
_SCRIPT = re.compile(r"(?:document|window)\.\w{1,20}\s?[(=]|\bfunction\s?\w{0,20}\(\)\s?\{|\$\(\s?[\"']")
_PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("<", "tag", _TAG),
    ("&", "entity", _ENTITY),
    ("\\", "escape", _ESCAPE),
    ("\ufffd", "broken", _BROKEN),
    ("锟", "broken", _BROKEN),
    ("(", "script", _SCRIPT),
)
_QUESTION = re.compile(r"\?(?<=[\u4e00-\u9fff]\?)(?=[\u4e00-\u9fff])")
_ASKS = re.compile("[吗呢么谁哪何几否不啥怎]")
_CLAUSE = 30  # characters in which a question is told by its words
_DEBRIS = re.compile(r"^[ \t]{0,9}(?:\d{1,4}[ \t]{1,9}\d{4,10}|[\"'(){};]{2,10})[ \t\r]{0,9}$", re.MULTILINE)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_FENCE = re.compile(r"^```", re.MULTILINE)


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a document: junk among the removed spans and in the body."""
    text = analysis.report.text
    found: dict[Place, str] = {}
    for one in analysis.removed:
        words = text[one.start : one.end]
        if words.startswith("<!--"):
            found[one.start, one.end] = "comment"
        elif not _CHINESE.search(words) and len(words) > 1 and (one.kind == "tail" or words[0] in "&?"):
            found[one.start, one.end] = "tail" if one.kind == "tail" else "space"
        elif one.kind == "tail":  # among links and buttons
            found.update((match.span(), "tail") for match in _DEBRIS.finditer(text, one.start, one.end))
    for sign, kind, pattern in _PATTERNS:
        if sign in analysis.body:
            found.update((match.span(), kind) for match in pattern.finditer(analysis.body))
    found.update((place, "lost") for place in _lost(analysis.body))
    places = _outside_code(text, sorted(found))
    if not places:
        return
    shown = text[slice(*places[0])].split("\n")[0][:20]
    yield one_alarm(
        places,
        f"“{shown}”是网页代码或乱码，不是报告内容（共 {{count}} 处）。请删去。",
        f"“{shown}” is markup, script or a broken character ({{count}} in all). Take it out.",
        evidence={"kinds": tuple(sorted({found[place] for place in places}))},
    )


def _lost(body: str) -> Iterator[Place]:
    """A ? between two Chinese words that ask nothing: a dot or a character was lost in recoding."""
    for found in _QUESTION.finditer(body):
        if not _ASKS.search(body, max(0, found.start() - _CLAUSE), found.start()):
            yield found.span()


def _outside_code(text: str, places: list[Place]) -> list[Place]:
    """Places that do not lie in a Markdown code fence."""
    fences = [match.start() for match in _FENCE.finditer(text)] if "```" in text else []
    if not fences:
        return places
    blocks = list(zip(fences[::2], fences[1::2], strict=False))
    return [p for p in places if not any(start <= p[0] < end for start, end in blocks)]
