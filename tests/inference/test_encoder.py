"""The encoder on a tiny random model made here: whatever it is given, it answers."""

from pathlib import Path

import numpy as np
import pytest

from zongjie.errors import SettingsError
from zongjie.inference.encoder import Encoder, Vocabulary
from zongjie.inference.encoder.vocabulary import SPECIAL

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

TOKENS = (*SPECIAL, *"推进乡村振兴办好教育学校粮食合作社,。0", "乡村振兴", "合作社")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from zongjie.inference.encoder.network import Relevance
    from zongjie.inference.encoder.weights import write

    out = tmp_path_factory.mktemp("encoder")
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=len(TOKENS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=320,
    )  # fmt: skip
    write(Relevance(config).begin(), out)
    Vocabulary.of(TOKENS).write(out / "vocab.txt")
    return out


@pytest.fixture(scope="module")
def encoder(folder: Path) -> Encoder:
    return Encoder(folder)


def test_the_longest_word_of_the_vocabulary_is_taken() -> None:
    vocabulary = Vocabulary.of(TOKENS)
    told = [vocabulary.tokens[at] for at in vocabulary.ids("推进乡村振兴，合作社12家", 20)]
    assert told == ["推", "进", "乡村振兴", ",", "合作社", "0", "[UNK]"]


def test_tokens_end_at_the_limit() -> None:
    assert len(Vocabulary.of(TOKENS).ids("推" * 500, 24)) == 24


def test_automodel_reads_the_folder(folder: Path) -> None:
    model = transformers.AutoModel.from_pretrained(folder)
    assert type(model).__name__ == "BertModel"


def test_bad_input_gets_an_unsure_probability(encoder: Encoder) -> None:
    bodies = ["", "！！！ —— ……", "校", "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", "粮食" * 50_000]
    told = encoder.relevance(["推进乡村振兴", ""], bodies)
    assert told.shape == (2, 5)
    assert np.isfinite(told).all()
    assert told[:, 0].tolist() == [0.5, 0.5]
    assert told[1].tolist() == [0.5] * 5
    assert np.isfinite(encoder.vectors(bodies)).all()


def test_pairs_and_matrix_agree(encoder: Encoder) -> None:
    headings, bodies = ["推进乡村振兴", "办好教育"], ["建合作社，粮食", "办学校", "乡村"]
    matrix = encoder.relevance(headings, bodies)
    pairs = encoder.pairs([(one, other) for one in headings for other in bodies])
    assert np.allclose(matrix.ravel(), pairs, atol=0.02)


def test_a_vector_does_not_depend_on_the_texts_beside_it(encoder: Encoder) -> None:
    alone = encoder.vectors(["办好教育"])[0]
    beside = encoder.vectors(["办好教育", "推进乡村振兴，粮食，合作社，学校。"])[0]
    assert np.allclose(alone, beside, atol=0.02)


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"config\.json"):
        Encoder(tmp_path)
