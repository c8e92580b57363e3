"""``--engine hf`` with a tiny random checkpoint made here; engines that cannot be had are told."""

from pathlib import Path

import numpy as np
import pytest

from zongjie.classifiers import classify
from zongjie.classifiers.engines import HEADS, models_of, with_heads
from zongjie.document import ROLES
from zongjie.errors import SettingsError
from zongjie.inference.checkpoint import Checkpoint
from zongjie.segmenters import segment
from zongjie.training.examples import Example
from zongjie.training.heads import fit, publish_heads

REPORT = (
    "某局工作总结\n\n一、办好教育\n新建学校两所，新增学位八百个。\n\n二、乡村振兴\n建成大棚，粮食丰收。\n"
)


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    transformers = pytest.importorskip("transformers")
    folder = tmp_path_factory.mktemp("checkpoint")
    tokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(REPORT.replace("\n", ""))]
    (folder / "vocab.txt").write_text("\n".join(tokens), encoding="utf-8")
    transformers.BertTokenizer(vocab=str(folder / "vocab.txt")).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=len(tokens), hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=16, max_position_embeddings=64,
    )  # fmt: skip
    transformers.BertModel(config).save_pretrained(folder)
    return folder


def example(heading: str, theme: str, role: str, source: str) -> Example:
    words = f"{heading}，新建两所，丰收。"
    return Example(heading, "", words, words, theme, next(r for r in ROLES if r == role), None, 1.0, source)


def test_heads_over_a_checkpoint_of_the_user(checkpoint: Path) -> None:
    some = [
        example(heading, theme, role, source)
        for source in ("甲", "乙")
        for heading, theme, role in (("办好教育", "education", "plan"), ("乡村振兴", "rural", "achievement"))
    ]
    publish_heads(fit(Checkpoint(str(checkpoint)), some, some, some, some), checkpoint / HEADS)
    models = models_of("hf", str(checkpoint))
    sections = classify(REPORT, segment(REPORT), models)
    assert [section.theme.label for section in sections if section.heading and section.theme] == [
        "education",
        "rural",
    ]


def test_a_text_that_says_nothing_gets_no_vector(checkpoint: Path) -> None:
    vectors = Checkpoint(str(checkpoint)).vectors(["", "教育", "育" * 100_000])
    assert not vectors[0].any()
    assert np.allclose(np.linalg.norm(vectors[1:], axis=1), 1, atol=1e-4)


def test_missing_heads_are_told(tmp_path: Path, checkpoint: Path) -> None:
    with pytest.raises(SettingsError, match="zongjie train heads"):
        with_heads(Checkpoint(str(checkpoint)), tmp_path)


def test_a_missing_checkpoint_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        models_of("hf", str(tmp_path))


def test_hf_needs_a_model() -> None:
    with pytest.raises(SettingsError, match="--model"):
        models_of("hf")
