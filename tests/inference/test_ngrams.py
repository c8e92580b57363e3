"""Hashed n-grams: one code a character, no gram over a mark, the same on every machine."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zongjie.inference.ngrams import buckets, fold


def test_full_and_half_width_fold_to_the_same_codes() -> None:
    assert fold("Ａ级１２．５%").tolist() == fold("a级12.5%").tolist()


@given(st.text(alphabet=st.characters(blacklist_categories=())))
def test_one_code_a_character_whatever_the_text(text: str) -> None:
    assert fold(text).size == len(text)


@pytest.mark.parametrize(
    ("text", "n", "grams"), [("提案办理", 2, 3), ("提案,办理", 2, 2), ("提", 2, 0), ("", 1, 0)]
)
def test_no_gram_runs_over_a_mark(text: str, n: int, grams: int) -> None:
    assert buckets(fold(text), n, 16)[0].size == grams


def test_equal_grams_share_a_bucket_and_fields_do_not() -> None:
    found, places = buckets(fold("提案和提案"), 2, 16)
    assert found[0] == found[-1]
    assert places.tolist() == [0, 1, 2, 3]
    assert found[0] != buckets(fold("提案"), 2, 16, salt=1)[0][0]


def test_the_buckets_of_a_known_text_never_change() -> None:
    found, _ = buckets(fold("乡村振兴"), 2, 17)
    assert found.dtype == np.int64
    assert found.tolist() == BUCKETS


def test_grams_longer_than_three_are_refused() -> None:
    with pytest.raises(ValueError, match="length 1 to 3"):
        buckets(fold("乡村振兴"), 4, 16)


BUCKETS = [45724, 52733, 48001]
