"""Arrays and models on disk: fixed bytes, nothing lost, models found by name."""

import time
from pathlib import Path

import numpy as np
import pytest

from zongjie.inference import Field, LinearModel, load_arrays, model_path, save_arrays


def test_the_same_arrays_give_the_same_bytes_at_any_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrays = {"b": np.arange(3, dtype=np.float16), "a": np.eye(2, dtype=np.float32)}
    save_arrays(tmp_path / "one.npz", arrays)
    monkeypatch.setattr(time, "localtime", lambda *_: time.struct_time((2033, 1, 2, 3, 4, 5, 6, 2, 0)))
    save_arrays(tmp_path / "two.npz", dict(reversed(arrays.items())))
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    back = load_arrays(tmp_path / "one.npz")
    assert all((back[name] == arrays[name]).all() for name in arrays)


def test_pickled_objects_are_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "bad.npz", x=np.array([{}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        load_arrays(tmp_path / "bad.npz")


def model() -> LinearModel:
    fields = (Field("heading", (1, 2), 10, 1.0), Field("body", (2,), 20, 0.5))
    rows = 50
    random = np.random.default_rng(3)
    return LinearModel(
        classes=("甲", "乙"),
        fields=fields,
        bits=6,
        row_of=random.integers(0, rows, size=2 << 6).astype(np.uint16),
        idf=np.ones(rows, dtype=np.float32),
        weights=random.normal(size=(rows, 2)).astype(np.float16).astype(np.float32),
        bias=np.array([0.5, -0.5], dtype=np.float32),
    )


def test_a_model_read_back_tells_the_same(tmp_path: Path) -> None:
    inputs = [("提案", "共收到提案若干件"), ("", ""), ("就业", "城镇新增就业")]
    model().save(tmp_path / "model.npz")
    back = LinearModel.load(tmp_path / "model.npz")
    assert back.classes == ("甲", "乙")
    assert np.array_equal(back.scores(inputs), model().scores(inputs))


def test_an_input_of_which_nothing_is_known_gets_the_bias() -> None:
    assert model().scores([("", ",。")])[0].tolist() == [0.5, -0.5]


def test_inputs_do_not_change_one_another() -> None:
    inputs = [(f"标题{chr(0x4E00 + n)}", f"正文{chr(0x5E00 + n)}工作") for n in range(300)]
    together = model().scores(inputs)
    alone = np.concatenate([model().scores([one]) for one in inputs])
    assert np.allclose(together, alone, atol=1e-6)


def test_only_the_first_characters_of_a_field_are_read() -> None:
    inputs = [("", "协商" * 10), ("", "协商" * 10 + "就业养老" * 50)]
    first, second = model().scores(inputs)
    assert np.array_equal(first, second)


def test_the_shipped_model_is_found_and_a_missing_one_is_named() -> None:
    assert (model_path("themes-linear") / "config.toml").is_file()
    with pytest.raises(FileNotFoundError, match="no-such-model"):
        model_path("no-such-model")
