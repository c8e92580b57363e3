"""The birth certificate of a number: the sentence it comes from, its period, its scope, its formula."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from zongjie.document import Analysis, Quantity, Source
from zongjie.renderers.decimals import readable_number
from zongjie.renderers.positions import Lines
from zongjie.renderers.told import as_written

_QUOTE = 80  # characters of the sentence that are shown


def numbers_in(sources: Iterable[Source], analysis: Analysis) -> Iterator[Quantity]:
    """The figures of the report that the sources hold, each once, in the order of the sources."""
    quantities, told = analysis.quantities, set()
    for source in sources:
        if source.doc is not None:
            continue
        at = bisect_left(quantities, source.start, key=lambda q: q.start)
        while at < len(quantities) and quantities[at].start < source.end:
            q = quantities[at]
            at += 1
            if q.end <= source.end and q.value is not None and q.id not in told and q.kind != "date":
                told.add(q.id)
                yield q


def certificate(q: Quantity, analysis: Analysis, lines: Lines, lang: str) -> str:
    """``32次 ｜ 第 12 行：… ｜ 期间 2024年上半年 ｜ 范围 市政协 · 理论学习`` on one line."""
    english = lang == "en"
    line, _ = lines.position(q.start)
    sentence = _sentence(q, analysis)
    parts = [
        as_written(q, analysis.report.text, lang),
        f"line {line}: {sentence}" if english else f"第 {line} 行：{sentence}",
    ]
    period = _period(q, analysis)
    if period:
        parts.append(f"period {period}" if english else f"期间 {period}")
    scope = _scope(q, analysis)
    if scope:
        parts.append(f"scope {scope}" if english else f"范围 {scope}")
    formula = _formula(q, lang)
    if formula:
        parts.append(f"by {formula}" if english else f"由来 {formula}")
    return " ｜ ".join(parts)


def _sentence(q: Quantity, analysis: Analysis) -> str:
    sentences = analysis.outline.sentences
    at = bisect_right(sentences, q.start, key=lambda one: one[0]) - 1
    start, end = q.clause or (q.start, q.end)
    if at >= 0 and sentences[at][0] <= q.start < sentences[at][1]:
        first, last = sentences[at]
        start, end = (first, last) if last - first <= _QUOTE else (start, end)
    words = " ".join(analysis.report.text[start:end].split())
    return words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…"


def _period(q: Quantity, analysis: Analysis) -> str:
    own = analysis.profile.period
    return q.period or (own.label if own is not None and q.kind == "achievement" else "")


def _scope(q: Quantity, analysis: Analysis) -> str:
    section = analysis.section_at(q.start)
    parts = [analysis.profile.organisation or "", (section.heading or "") if section is not None else ""]
    return " · ".join(" ".join(part.split())[:24] for part in parts if part)


def _formula(q: Quantity, lang: str) -> str:
    """How a change was told: against what, or from what to what."""
    change = q.change
    if change is None:
        return ""
    if change.from_ is not None and change.to is not None:
        return f"{readable_number(change.from_, lang)} → {readable_number(change.to, lang)}"
    return change.kind
