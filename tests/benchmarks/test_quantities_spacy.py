"""The gold as a ``DocBin``, and the component's achievements by spaCy's ``Scorer``."""

from pathlib import Path

import pytest

from zongjie.benchmarks.quantities_spacy import gold_bin, score

GOLD = Path(__file__).parents[2] / "corpora" / "gold" / "quantities"


def test_spacy_scores_the_component_on_the_gold(real_reports: Path) -> None:
    figures = score(GOLD / "untouched.jsonl", real_reports)
    assert figures["f"] >= 0.95
    assert figures["recall"] >= 0.95


def test_the_gold_goes_through_bytes(real_reports: Path, tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    gold_bin(GOLD / "untouched.jsonl", real_reports).to_disk(tmp_path / "gold.spacy")
    docs = list(DocBin().from_disk(tmp_path / "gold.spacy").get_docs(spacy.blank("zh").vocab))
    if not docs:
        pytest.skip("no labelled report is here")
    assert sum(len(doc.spans["achievements"]) for doc in docs) > 50
