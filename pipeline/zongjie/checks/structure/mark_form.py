"""ST03 · Marks of headings with the wrong stop.

What it flags
    1、 for 1. (Arabic figures take a dot), (一)、 and (1). (brackets take nothing), 一. for 一、: one
    finding a report, with the counts and all places. A report that writes 1、 throughout gets a note.

Why it matters
    The standard names one form for each, and a report with both looks pasted together.

Flagged
    ⟦1、⟧ before 2. and 3.

Accepted
    一、 (一) 1. (1); marks in Markdown.

Known misses
    Marks inside paragraphs.

Source
    GB/T 15834—2011, annex B.2 (stops behind ordinal marks); GB/T 9704—2012, 7.3.3 (the four marks).
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.checks.structure.outline import by_id, is_markdown, number_span
from zongjie.document import Analysis
from zongjie.settings import Settings

_BODY = "按照年初部署，把责任落实到岗到人，定期会商调度，工作有序推进，群众比较满意。"

CHECK = Check(
    code="ST03",
    name="heading-mark-form",
    title="序号标点",
    severity="warning",
    flagged=(
        f"一、主要做法\n⟦1、⟧抓学习。{_BODY}\n2.抓整改。{_BODY}\n3.抓督办。{_BODY}\n",
        f"一、主要做法\n⟦（一）、⟧抓学习。{_BODY}\n（二）、抓整改。{_BODY}\n二、下一步打算\n将继续努力。\n",
    ),
    accepted=(
        f"一、主要做法\n（一）抓学习。{_BODY}\n1.抓整改。{_BODY}\n（1）抓督办。{_BODY}\n二、下一步打算\n将继续努力。\n",
    ),
    about=(
        "标题序号的标点：阿拉伯数字后用下脚点（1.），带括号的后面不加标点（（一）），汉字数字后用顿号（一、）。"
        "全篇一条，列出各处；通篇都写“1、”的只作提示。"
    ),
)
_WRONG = re.compile(
    r"(?P<arabic>[0-9０-９]{1,2}\s?、)"
    r"|(?P<bracketed>[(（]\s?[0-9一二三四五六七八九十]{1,3}\s?[)）]\s?[、.．])"
    r"|(?P<han>[一二三四五六七八九十]{1,3}\s?[.．])"
)
_RIGHT = re.compile(
    r"(?P<arabic>[0-9０-９]{1,2}\s?[.．])"
    r"|(?P<bracketed>[(（]\s?[0-9一二三四五六七八九十]{1,3}\s?[)）])"
    r"|(?P<han>[一二三四五六七八九十]{1,3}\s?、)"
)
_BEFORE_YEAR = re.compile(r"[*\s]{0,4}(?P<mark>[一二三四五六七八九十]{1,3}[.．])(?=20\d\d年)")
"""三.2026年工作安排, which is read as a decimal and opens no section."""
_RULES = {
    "arabic": ("阿拉伯数字后用下脚点，如“1.”", "figures take a dot (1.)"),
    "bracketed": ("带括号的序号后面不加标点，如“（一）”", "brackets take no stop ((一))"),
    "han": ("汉字数字后用顿号，如“一、”", "Chinese numerals take 、 (一、)"),
}


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a kind of mark, at its first wrong place."""
    sections = by_id(analysis)
    wrong: dict[str, list[tuple[int, int]]] = {}
    right: set[str] = set()
    for section in analysis.sections:
        number = (section.number or "").strip()
        if found := _WRONG.fullmatch(number):
            if not is_markdown(analysis, section, sections):
                wrong.setdefault(found.lastgroup or "", []).append(number_span(analysis, section))
        elif found := _RIGHT.fullmatch(number):
            right.add(found.lastgroup or "")
    for start, end in analysis.outline.paragraphs:
        if found := _BEFORE_YEAR.match(analysis.body, start, end):
            wrong.setdefault("han", []).append(found.span("mark"))
    for kind, spans in wrong.items():
        yield _alarm(analysis.body, kind, sorted(spans), mixed=kind in right)


def _alarm(body: str, kind: str, spans: list[tuple[int, int]], *, mixed: bool) -> Alarm:
    rule_zh, rule_en = _RULES[kind]
    start, end = spans[0]
    number = body[start:end]
    more_zh = "同篇别处写法又不同，" if mixed else ""
    more_en = "elsewhere it is written otherwise; " if mixed else ""
    return Alarm(
        start,
        end,
        zh=f"序号“{number}”的标点不合规范（全篇{len(spans)}处）：{more_zh}{rule_zh}。",
        en=f"The mark {number} ({len(spans)} places) has the wrong stop: {more_en}{rule_en}.",
        related=tuple(Side(a, b, "同类序号", "a mark of the kind") for a, b in spans[1:20]),
        evidence={"count": len(spans), "mixed": mixed},
        severity="note" if kind == "arabic" and not mixed else None,
    )
