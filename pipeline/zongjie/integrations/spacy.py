"""The spaCy component ``zongjie``: the analysis of a report as spans and categories of a ``Doc``.

>>> import spacy
>>> nlp = spacy.blank("zh")
>>> _ = nlp.add_pipe("zongjie")
>>> doc = nlp("一、工作开展情况\\n全年组织培训3次。")
>>> [span.text for span in doc.spans["achievements"]]
['3次']

==========================  ====================================================================
``doc.spans["achievements"]``  label: the unit; id: the quantity's id
``doc.spans["sections"]``      label: the theme; id: the section's id (1.2.1)
``doc.spans["findings"]``      label: the code of the check; id: the finding's id
``doc.cats``                   share of the text by theme group, 0 to 1
``doc.user_data["zongjie"]``   everything, as the JSON contract has it, with exact offsets
==========================  ====================================================================

A span that begins or ends inside a token is widened to whole tokens, never dropped; the exact
offsets stand in ``user_data``. All of it survives ``Doc.to_bytes`` and ``nlp.pipe(n_process=2)``.
"""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from zongjie.analyzer import analyse_report
from zongjie.document import Analysis
from zongjie.readers import report_of
from zongjie.renderers.json import to_dict
from zongjie.settings import Settings


@Language.factory("zongjie", default_config={"lang": "zh"})
class ZongjieComponent:
    """Analyses the text of each ``Doc``; a text of white space only passes unchanged."""

    def __init__(self, nlp: Language, name: str, lang: str) -> None:
        self.name = name
        self.settings = Settings().changed(lang=lang)

    def __call__(self, doc: Doc) -> Doc:
        if not doc.text.strip():
            return doc
        analysis = analyse_report(report_of(doc.text), self.settings)
        layers = {
            "achievements": ((q.start, q.end, q.unit or "", q.id) for q in analysis.achievements),
            "sections": ((s.start, s.end, s.theme.label if s.theme else "", s.id) for s in analysis.sections),
            "findings": ((f.start, f.end, f.code, f.id) for f in analysis.findings),
        }
        for name, rows in layers.items():
            doc.spans[name] = SpanGroup(doc, name=name, spans=_spans(doc, rows))
        doc.cats = {**doc.cats, **_shares(analysis)}
        doc.user_data["zongjie"] = to_dict(analysis)
        return doc


def _spans(doc: Doc, rows: Iterable[tuple[int, int, str, str]]) -> list[Span]:
    last, spans = len(doc.text), []
    for start, end, label, span_id in rows:
        end = min(max(end, start + 1), last)
        span = doc.char_span(start, end, label, alignment_mode="expand", span_id=span_id)
        if span is None:  # cannot be: the words of a Doc cover its text
            raise ValueError(f"{span_id} [{start}, {end}) lies outside the tokens of the Doc")
        spans.append(span)
    return spans


def _shares(analysis: Analysis) -> dict[str, float]:
    """The share of the headed text that belongs to each theme group, leaves of the outline only."""
    parents = {s.parent for s in analysis.sections}
    sizes: dict[str, float] = {}
    for s in analysis.sections:
        if s.id not in parents and s.theme:
            sizes[s.theme.group] = sizes.get(s.theme.group, 0.0) + s.end - s.start
    total = sum(sizes.values())
    return {group: size / total for group, size in sorted(sizes.items())} if total else {}
