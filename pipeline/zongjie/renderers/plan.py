"""The drafted plan on its own: plain text, Markdown or JSON, with its sources if asked."""

import json
from collections.abc import Iterator

from zongjie.document import Analysis, PlanItem, PlanSentence, Source
from zongjie.renderers.certificates import certificate, numbers_in
from zongjie.renderers.json import SCHEMA, plan_dict
from zongjie.renderers.positions import Lines

_QUOTE = 60  # characters of a source that are shown


def to_json(analysis: Analysis) -> str:
    """The plan as in the contract, with schema and source so that its spans can be resolved."""
    source = analysis.report.source
    told = {"schema": SCHEMA, "source": {"name": source.name, "sha256": source.sha256}}
    return json.dumps(told | {"plan": plan_dict(analysis.plan)}, ensure_ascii=False, indent=2) + "\n"


def to_text(analysis: Analysis, *, evidence: bool = False, lang: str = "zh") -> str:
    """The plan's own text; with ``evidence`` a list of sentences and their sources after it."""
    text = analysis.plan.text.rstrip("\n") + "\n"
    if not evidence:
        return text
    head = "Sources" if lang == "en" else "出处"
    return "\n".join([text, head, *evidence_lines(analysis, lang)]) + "\n"


def to_markdown(analysis: Analysis, *, evidence: bool = False, lang: str = "zh") -> str:
    """The plan with Markdown headings; with ``evidence`` the sources as quotations."""
    plan = analysis.plan
    return "\n\n".join([f"# {escaped(plan.title)}", *_blocks(analysis, evidence, lang)]) + "\n"


def evidence_lines(analysis: Analysis, lang: str) -> Iterator[str]:
    """Each sentence of the plan, and under it what it rests on."""
    number, lines = 0, Lines(analysis.report.text)
    for item in analysis.plan.items:
        if item.answers or item.carries:
            yield _marks(item, lang)
        for sentence in item.sentences:
            number += 1
            yield f"[{number}] {sentence.text}"
            yield from (f"    {line}" for line in source_lines(sentence, analysis, lines, lang))


def _marks(item: PlanItem, lang: str) -> str:
    """Which problems an item answers, and which promises of the last report it carries over."""
    english = lang == "en"
    parts = []
    if item.answers:
        parts.append(("answers problems " if english else "回应问题 ") + ", ".join(item.answers))
    if item.carries:
        parts.append(("carries promises " if english else "承接承诺 ") + ", ".join(item.carries))
    return f"◆ {item.heading} ({'; '.join(parts)})" if english else f"◆ {item.heading}（{'；'.join(parts)}）"


def source_lines(sentence: PlanSentence, analysis: Analysis, lines: Lines, lang: str) -> Iterator[str]:
    """The sources of one sentence: line number and words; formulas of computed numbers."""
    if not sentence.sources:
        yield "(rests on nothing in the report)" if lang == "en" else "（没有依据原文）"
    for source in sentence.sources:
        yield _source_line(source, analysis, lines, lang)
    for q in numbers_in(sentence.sources, analysis):
        if analysis.report.text[q.start : q.end].strip() in sentence.text:
            yield certificate(q, analysis, lines, lang)
    for one in sentence.computed:
        yield f"{analysis.plan.text[one.start : one.end]} = {one.formula}"


def _source_line(source: Source, analysis: Analysis, lines: Lines, lang: str) -> str:
    if source.doc is not None:
        quote = next(
            (q for q in analysis.plan.quotes if (q.doc, q.start) == (source.doc, source.start)), None
        )
        where = f"{source.doc[:12]} [{source.start}, {source.end})"
        return f"{quote.name} ({where}): {quote.words}" if quote is not None else where
    line, _ = lines.position(source.start)
    words = " ".join(analysis.report.text[source.start : source.end].split())
    words = words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…"
    return f"line {line}: {words}" if lang == "en" else f"第 {line} 行：{words}"


def _blocks(analysis: Analysis, evidence: bool, lang: str) -> Iterator[str]:
    lines = Lines(analysis.report.text)
    for item in analysis.plan.items:
        if item.heading:
            yield f"{'#' * min(item.level + 1, 6)} {escaped(heading_of(item, analysis))}"
        body = "".join(escaped(sentence.text) for sentence in item.sentences)
        if body:
            yield body
        if evidence:
            quoted = [
                f"> {escaped(line)}  "
                for s in item.sentences
                for line in source_lines(s, analysis, lines, lang)
            ]
            if quoted:
                yield "\n".join(quoted)


def heading_of(item: PlanItem, analysis: Analysis) -> str:
    """The item's heading with its mark, as it stands in the plan's text."""
    line = analysis.plan.text[item.start : item.end].lstrip().split("\n", 1)[0]
    at = line.find(item.heading)
    return line[:at] + item.heading if 0 <= at <= 8 else item.heading


def escaped(words: str) -> str:
    """``words`` with what Markdown or HTML would act on made plain.

    >>> escaped("**重点** <b>")
    '\\\\*\\\\*重点\\\\*\\\\* &lt;b&gt;'
    """
    for mark in "\\`*_[]#|":
        words = words.replace(mark, "\\" + mark)
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
