"""A checkpoint on this machine, made here: tiny and random, so that nothing it says is kept."""

from pathlib import Path

import pytest

from zongjie.analyzer import draft_report
from zongjie.drafters.language_model.conversation import Message
from zongjie.drafters.language_model.local import local_model
from zongjie.errors import SettingsError
from zongjie.readers import report_of

TEXT = (Path(__file__).parents[1] / "reports" / "government.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch = pytest.importorskip("torch", reason="the extra neural is not installed")
    transformers = pytest.importorskip("transformers")
    tokenizers = pytest.importorskip("tokenizers")
    folder = tmp_path_factory.mktemp("checkpoint")
    letters = sorted({*TEXT, *"@i0123456789[]。，："})
    vocabulary = {letter: at for at, letter in enumerate(["<unk>", "<end>", *letters])}
    model = tokenizers.Tokenizer(tokenizers.models.WordLevel(vocabulary, unk_token="<unk>"))
    model.pre_tokenizer = tokenizers.pre_tokenizers.Split("", "isolated")
    model.decoder = tokenizers.decoders.Fuse()
    transformers.PreTrainedTokenizerFast(
        tokenizer_object=model, unk_token="<unk>", eos_token="<end>", pad_token="<end>"
    ).save_pretrained(folder)
    torch.manual_seed(0)
    shape = transformers.GPT2Config(
        vocab_size=len(vocabulary), n_positions=128, n_embd=16, n_layer=1, n_head=2,
        bos_token_id=1, eos_token_id=1, pad_token_id=1,
    )  # fmt: skip
    transformers.GPT2LMHeadModel(shape).save_pretrained(folder)
    return folder


@pytest.mark.filterwarnings("ignore")
def test_a_local_checkpoint_answers_within_its_room(checkpoint: Path) -> None:
    sizes: list[int] = []
    answer = local_model(checkpoint, sizes.append)([Message("user", TEXT * 3)])
    assert len(answer) <= 64
    assert sizes == [len(answer)]


@pytest.mark.filterwarnings("ignore")
def test_nonsense_of_a_model_leaves_a_sound_plan(checkpoint: Path) -> None:
    analysis = draft_report(report_of(TEXT), generate=local_model(checkpoint))
    offline = draft_report(report_of(TEXT))
    assert analysis.plan.text == offline.plan.text


def test_a_folder_without_a_checkpoint_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"config\.json"):
        local_model(tmp_path)
