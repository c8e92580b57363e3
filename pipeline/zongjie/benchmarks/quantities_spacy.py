"""The labels as spaCy's ``DocBin``, and the achievements scored by spaCy's ``Scorer``.

``python -m zongjie.benchmarks.quantities_spacy labels.jsonl FOLDER gold.spacy`` writes the gold:
a ``Doc`` a report with ``spans["achievements"]``, each labelled with its unit, as the component
``zongjie`` labels them. An edge inside a token is widened to the token, in gold and result alike.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zongjie.benchmarks.quantities_gold import Gold, golds, texts

if TYPE_CHECKING:
    from spacy.tokens import Doc, DocBin, Span

KEY = "achievements"


def gold_bin(labels: Path, folder: Path) -> "DocBin":
    """The labelled reports below ``folder`` (and in its archive) as a ``DocBin``."""
    import spacy
    from spacy.tokens import DocBin

    make = spacy.blank("zh").make_doc
    return DocBin(
        docs=[_gold_doc(make, gold, text) for gold, text in _pairs(labels, folder)], store_user_data=True
    )


def score(labels: Path, folder: Path) -> dict[str, float]:
    """``precision``, ``recall`` and ``f`` of the achievements' spans and units inside the passages.

    Optional labels and results that touch one are left out, as in ``benchmarks.quantities``.
    """
    import spacy
    from spacy.scorer import Scorer
    from spacy.tokens import DocBin
    from spacy.training import Example

    nlp = spacy.blank("zh")
    nlp.add_pipe("zongjie")
    reference = DocBin().from_bytes(gold_bin(labels, folder).to_bytes()).get_docs(nlp.vocab)
    examples = []
    for gold_doc, (gold, _) in zip(reference, _pairs(labels, folder), strict=True):
        told = nlp(gold_doc.text)
        told.spans[KEY] = [span for span in told.spans[KEY] if _counts(span, gold)]
        examples.append(Example(told, gold_doc))
    figures = Scorer.score_spans(
        examples, f"spans_{KEY}", getter=_spans, has_annotation=lambda doc: KEY in doc.spans, labeled=True
    )
    return {name: figures[f"spans_{KEY}_{name[0]}"] for name in ("precision", "recall", "f")}


def _spans(doc: "Doc", _: str) -> Any:
    return doc.spans[KEY]


def _pairs(labels: Path, folder: Path) -> Iterator[tuple[Gold, str]]:
    by_report = {gold.report: gold for gold in golds(labels)}
    for report, text in texts(by_report, folder):
        yield by_report[report], text


def _gold_doc(make: Callable[[str], "Doc"], gold: Gold, text: str) -> "Doc":
    doc = make(text)
    doc.user_data["report"] = gold.report
    kept = [one for one in gold.labels if one["kind"] == "achievement" and not one.get("optional")]
    spans = [
        doc.char_span(one["start"], one["end"], one.get("unit") or "", alignment_mode="expand")
        for one in kept
    ]
    doc.spans[KEY] = [span for span in spans if span is not None]
    return doc


def _counts(span: "Span", gold: Gold) -> bool:
    start, end = span.start_char, span.end_char
    either = [one for one in gold.labels if one.get("optional") or one.get("either")]
    inside = any(a <= start and end <= b for a, b in gold.ranges)
    return inside and not any(
        one["start"] < end and start < one["end"] and one["kind"] != "achievement" for one in either
    )


if __name__ == "__main__":
    gold_bin(Path(sys.argv[1]), Path(sys.argv[2])).to_disk(sys.argv[3])
