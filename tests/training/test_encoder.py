"""Training the encoder: who is left out, what is drawn, and that a stopped run goes on."""

import random
from pathlib import Path

import numpy as np
import pytest

from zongjie.training.archive import ArchivedReport
from zongjie.training.encoder.held_out import Copies, split_of
from zongjie.training.encoder.lesson import Loose, drawn, groups_of, masked, vocabulary_of
from zongjie.training.encoder.separation import area, separation
from zongjie.training.encoder.units import Unit, Units, units_of

BODY = "建成高标准农田三万亩，培育合作社四十家，村集体经济收入稳步增长，农民人均收入再上台阶，粮食又获丰收。"
REPORT = f"某县工作总结\n\n一、乡村振兴\n{BODY}\n二、其他工作\n教育事业稳步发展。{BODY}\n{BODY}{BODY}\n"


def test_the_places_that_are_judged_are_never_learned_from() -> None:
    for path, body in (
        ("province/甲省-2020.txt", "甲省"),
        ("city/佛山市-2020.txt", "佛山市"),
        ("city/a.txt", "保定市易县"),
    ):
        assert split_of(ArchivedReport(path, body, "")) == "test"


def test_all_reports_of_a_body_fall_on_one_side() -> None:
    assert (
        len({split_of(ArchivedReport(f"city/{year}.txt", "合肥市", "")) for year in range(2000, 2020)}) == 1
    )


def test_a_copied_body_is_left_out() -> None:
    copies = Copies([REPORT])
    assert copies.without((Unit("甲", BODY), Unit("乙", "更换路灯六十盏，" * 6))) == (
        Unit("乙", "更换路灯六十盏，" * 6),
    )


def test_units_are_sections_headed_paragraphs_and_other_paragraphs() -> None:
    units = units_of(REPORT)
    assert [unit.heading for unit in units.sections][:1] == ["乡村振兴"]
    assert "教育事业稳步发展" in [unit.heading for unit in units.run_in]
    assert len(units.loose) >= 1


def test_a_sentence_stands_for_the_heading_of_a_loose_paragraph() -> None:
    loose = Loose(tuple(((5, 6, 7), (8, 9, 10, 11, 12, 13)) for _ in range(4)))
    batch = drawn(loose, 4, 8, random.Random(1))
    assert batch is None or all(len(heading) + len(body) >= 5 for heading, body in zip(*batch, strict=True))


def test_masking_hides_about_the_share_asked() -> None:
    hidden = sum(one.count(4) for one in masked([[9] * 1000], 0.2, random.Random(1)))
    assert 150 < hidden < 250


def test_area_counts_ties_as_half() -> None:
    assert area(np.array([2.0, 1.0]), np.array([1.0, 0.0])) == pytest.approx(0.875)


def test_separation_of_a_judge_that_knows() -> None:
    some = tuple(Unit(str(at), str(at)) for at in range(5))

    def judge(one: list[str], other: list[str]) -> np.ndarray:
        return np.array([[float(a == b) for b in other] for a in one], dtype=np.float32)

    assert separation([Units(some, (), (), "")], {"knows": judge}, run_in=False) == {"pairs": 5, "knows": 1.0}


def test_a_stopped_run_goes_on(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    from zongjie.inference.encoder.network import Relevance
    from zongjie.training.encoder.loop import Stage, learn

    vocabulary = vocabulary_of([REPORT * 9])
    units = Units(
        tuple(Unit(f"{word}工作", BODY + word * 9) for word in ("教育", "农田", "粮食")), (), (), ""
    )
    groups, _ = groups_of(units, vocabulary)
    config = transformers.BertConfig(
        vocab_size=len(vocabulary.tokens), hidden_size=8, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=16, max_position_embeddings=320,
    )  # fmt: skip
    net = Relevance(config).begin()
    stage = Stage("layers", 0.005, 1e-3, 64, 0.0, 0.2, bag=False)
    learn(net, groups, [], stage, 1, tmp_path / "c.pt", lambda words: None)
    steps = torch.load(tmp_path / "c.pt")["step"]
    assert steps > 0
    again = Relevance(config)
    learn(
        again, groups, [], stage, 1, tmp_path / "c.pt", lambda words: None
    )  # its time is spent: only resumes
    assert torch.load(tmp_path / "c.pt")["step"] == steps
    assert torch.equal(again.gate.weight, net.gate.weight)
