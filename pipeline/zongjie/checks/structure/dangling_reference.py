"""ST15 · A reference to an annex, table or figure that is not there.

What it flags
    详见附件2, 见表3, 见图1 where no line of the report begins with 附件2, 表3 or 图1 and no list of annexes
    names it.

Why it matters
    The reader looks for it and finds nothing: it was cut away, or its number changed.

Flagged
    具体名单见附件2 in a report with one annex.

Accepted
    附件：1.…2.… at the end; 附件 without a number where there is one annex; other documents' annexes.

Known misses
    前文所述 and the like. An annex in a file of its own is told as a note, since the text cannot know.

Source
    checks.tsv ST15; GB/T 9704—2012, 7.3.4 (annexes are listed under the text).
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis, Severity
from zongjie.lexicons.numerals import chinese_integer
from zongjie.settings import Settings

CHECK = Check(
    code="ST15",
    name="dangling-reference",
    title="悬空指代",
    severity="error",
    flagged=(
        "甲山县水务局2024年工作总结\n一、主要工作\n整改隐患30处（⟦详见附件2⟧）。\n附件1\n隐患整改台账\n",
        "甲山县水务局2024年工作总结\n一、主要工作\n各乡镇进度⟦见表3⟧。\n表1 各乡镇进度\n",
    ),
    accepted=(
        "甲山县水务局2024年工作总结\n一、主要工作\n整改隐患30处（详见附件2），"
        "各乡镇进度见表1。\n表1 各乡镇进度\n附件：1.隐患整改台账\n2.责任清单\n",
        "甲山县水务局2024年工作总结\n一、主要工作\n整改要求见《值班办法》附件3。\n",
    ),
    about="正文说“详见附件2”“见表3”，全文却没有这个附件、表、图。附件另行成文的，本工具看不到，只作提示。",
)
_REFERENCE = re.compile(
    r"[详见参如](?:(?<=详)见|(?<=见)|(?<=参)[见阅]|(?<=如))(?P<kind>附件|附表|附图|表|图)\s?(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
    r"(?=[）)，,。；;、所\s])"
)
_NOT_OURS = "》文号"
_LABEL = re.compile(
    r"^[ \u3000*#（(【]{0,8}(?P<kind>附件|附表|附图|表|图)\s?"
    r"(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2}|(?=[:：\n]))",
    re.MULTILINE,
)
_LIST = re.compile(r"^[ \u3000*#]{0,8}附件?\s?[:：]", re.MULTILINE)
_ITEM = re.compile(r"[\n\s:：](?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s?[.．、]")


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a reference; where the report has none of the kind at all, one for them all."""
    body = analysis.body
    references = [found for found in _REFERENCE.finditer(body) if not _is_of_another(body, found)]
    if not references:
        return
    there = _labels(body)
    bare: dict[str, list[re.Match[str]]] = {}
    for found in references:
        kind = found["kind"]
        value = _value(found["number"])
        if value is None or value in there.get(kind, ()):
            continue
        if kind in there:
            yield _alarm([found], kind, found["number"])
        else:
            bare.setdefault(kind, []).append(found)
    for kind, places in bare.items():
        yield _alarm(places, kind, places[0]["number"], severity="note")


def _is_of_another(body: str, found: re.Match[str]) -> bool:
    """见《值班办法》附件3: the annex of another document."""
    return found.start() > 0 and body[found.start() - 1] in _NOT_OURS


def _value(words: str) -> int | None:
    return int(words) if words.isdecimal() else chinese_integer(words)


def _labels(body: str) -> dict[str, set[int]]:
    """What lines begin with, and what the list of annexes at the end names: kind → numbers."""
    there: dict[str, set[int]] = {}
    for found in _LABEL.finditer(body):
        there.setdefault(found["kind"], set()).add(_value(found["number"] or "1") or 1)
    listed = _LIST.search(body)
    if listed is not None:
        items = _ITEM.finditer(body, listed.end() - 1)
        there.setdefault("附件", {1}).update(_value(item["number"]) or 1 for item in items)
    return there


def _alarm(places: list[re.Match[str]], kind: str, number: str, severity: Severity | None = None) -> Alarm:
    found, count = places[0], len(places)
    more_zh = f"（同类共{count}处）" if count > 1 else ""
    more_en = f" ({count} places of the kind)" if count > 1 else ""
    return Alarm(
        found.start(),
        found.end(),
        zh=f"这里说“{found[0]}”，全文没有{kind}{number}{more_zh}。请补上，或改正序号。",
        en=f"“{found[0]}” points to {kind}{number}, which is not in the text{more_en}. "
        "Add it, or correct the number.",
        related=tuple(Side(*one.span(), "同类", "of the kind") for one in places[1:20]),
        evidence={"kind": kind, "number": number, "count": count},
        caveat_zh="若附件另行成文，可以保留。",
        caveat_en="It may stand where the annex is a file of its own.",
        severity=severity,
    )
