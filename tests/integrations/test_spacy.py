"""The spaCy component: nothing dropped, nothing lost on the way through bytes and processes."""

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import zongjie

SAMPLE = Path(__file__).parents[2] / "corpora" / "samples" / "水务局2024年度.txt"


@pytest.fixture(scope="module")
def nlp() -> Language:
    import spacy

    language = spacy.blank("zh")
    language.add_pipe("zongjie")
    return language


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(SAMPLE.read_text(encoding="utf-8"))


def test_every_result_is_a_span_and_none_is_dropped(doc: Doc) -> None:
    analysis = zongjie.analyse_file(SAMPLE)
    for name in ("achievements", "sections", "findings"):
        layer = getattr(analysis, name)
        spans = list(doc.spans[name])
        assert len(spans) == len(layer)
        for span, one in zip(spans, layer, strict=True):
            assert span.start_char <= one.start
            assert one.end <= span.end_char
            assert span.id_ == one.id


def test_categories_are_shares_of_the_text(doc: Doc) -> None:
    assert sum(doc.cats.values()) == pytest.approx(1.0)
    assert len(doc.cats) > 1


def test_the_doc_survives_bytes(nlp: Language, doc: Doc) -> None:
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    for name in ("achievements", "sections", "findings"):
        told = [(s.start_char, s.end_char, s.label_, s.id_) for s in doc.spans[name]]
        assert [(s.start_char, s.end_char, s.label_, s.id_) for s in again.spans[name]] == told
    assert again.cats == doc.cats
    assert again.user_data["zongjie"] == doc.user_data["zongjie"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_component_runs_in_two_processes(nlp: Language, doc: Doc) -> None:
    first, second = nlp.pipe([doc.text, "一、工作开展情况\n全年组织培训3次。"], n_process=2, batch_size=1)
    assert [s.text for s in first.spans["achievements"]] == [s.text for s in doc.spans["achievements"]]
    assert [s.text for s in second.spans["achievements"]] == ["3次"]


def test_white_space_passes_unchanged(nlp: Language) -> None:
    assert "achievements" not in nlp("  \n ").spans
