"""What a clause says of a promised deed."""

from decimal import Decimal

import numpy as np
import pytest

from zongjie.archive.choosing import AGAINST, FEATURES, FREE, scores
from zongjie.archive.deeds import judge_deed
from zongjie.archive.linking import Candidate
from zongjie.comparing.word_vectors import unit, vectors
from zongjie.document import Quantity
from zongjie.document.ledger import Promise

PROMISE = Promise("p1", 0, 10, None, None, None)


def candidate(*figures: Quantity, short: bool = False) -> Candidate:
    return Candidate(0, 20, 2.0, None, figures, short)


def growth(value: str) -> Quantity:
    return Quantity("q1", 0, 4, "achievement", Decimal(value), unit="%")


@pytest.mark.parametrize(
    ("words", "told", "status"),
    [
        ("建成柳河体育馆", "柳河体育馆加快建设", "partly"),
        ("建成柳河体育馆", "柳河体育馆竣工", "done"),
        ("开工建设白塔路", "白塔路前期工作有序开展", "partly"),
        ("改造白塔路、榆钱街", "改造白塔路", "partly"),
        ("改造白塔路、榆钱街", "白塔路、榆钱街改造一新", "done"),
        ("旅游收入增速高于全省平均水平", "旅游收入大幅增长", "unclear"),
    ],
)
def test_status_follows_stage_and_list(words: str, told: str, status: str) -> None:
    assert judge_deed(PROMISE, words, candidate(), told, None).status == status


def test_shortfall_is_missed() -> None:
    found = judge_deed(PROMISE, "抓好治超工作", candidate(short=True), "治超工作有所放松", None)
    assert found.status == "missed"


@pytest.mark.parametrize(("told", "status"), [("6.1", "done"), ("4.0", "partly")])
def test_growth_in_step_with_the_economy(told: str, status: str) -> None:
    words = "居民收入与经济增长同步"
    assert judge_deed(PROMISE, words, candidate(growth(told)), "居民收入增长", Decimal("6")).status == status
    assert judge_deed(PROMISE, words, candidate(growth(told)), "居民收入增长", None).status == "unclear"


def test_weights_have_the_signs_that_their_features_mean() -> None:
    alone = scores(np.eye(len(FEATURES), dtype=np.float32))
    for name, weight in zip(FEATURES, alone, strict=True):
        assert name in FREE or (weight <= 0 if name in AGAINST else weight >= 0)


def test_words_that_keep_the_same_company_are_near() -> None:
    lower, school, fees = unit(vectors().sums([["减负"], ["幼儿园"], ["负担"]]))
    assert lower @ fees > lower @ school
    assert not vectors().sums([["没有这个词"]]).any()
