"""A head over vectors stands in for a linear model: its parts add up, and it is kept on disk."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from zongjie.inference.heads import Head
from zongjie.inference.linear import Floats


class Lengths:
    """Vectors of two: how long a text is, and whether it is a heading."""

    size = 2

    def vectors(self, texts: Sequence[str], heading: bool = False) -> Floats:
        return np.array([[len(t), float(heading and bool(t))] for t in texts], dtype=np.float32)


def head() -> Head:
    chance = np.random.default_rng(3)
    weights = chance.normal(size=(8, 2)).astype(np.float16).astype(np.float32)
    return Head(Lengths(), ("plan", "other"), ("谋", "它"), weights, np.array([0.5, -0.5], dtype=np.float32))


def test_what_nothing_is_known_of_gets_the_bias() -> None:
    assert head().scores([("", "", "", "")]).tolist() == [[0.5, -0.5]]


def test_what_the_parts_say_adds_up() -> None:
    one = head()
    whole, heading, parent, sign, body = one.scores(
        [
            ("甲乙", "丙", "谋", "丁戊"),
            ("甲乙", "", "", ""),
            ("", "丙", "", ""),
            ("", "", "谋", ""),
            ("", "", "", "丁戊"),
        ]
    )
    assert np.allclose(whole, heading + parent + sign + body - 3 * one.bias, atol=1e-5)


def test_a_head_is_read_as_it_was_written(tmp_path: Path) -> None:
    one = head()
    one.save(tmp_path / "head.npz")
    again = Head.load(tmp_path / "head.npz", Lengths())
    inputs = [("推进教育", "工作", "它", "新建学校两所")]
    assert np.allclose(one.scores(inputs), again.scores(inputs), atol=1e-6)


def test_a_head_of_another_encoder_is_refused(tmp_path: Path) -> None:
    head().save(tmp_path / "head.npz")
    other = Lengths()
    other.size = 5
    with pytest.raises(ValueError, match="another encoder"):
        Head.load(tmp_path / "head.npz", other)
