"""Short texts compared by their matter: set words do not count."""

import pytest

from zongjie.comparing.retrieval import Index, rank
from zongjie.comparing.similarity import content_words, coverage, shared_words, similarity


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("持续加强和提升工作", ()),
        ("加强乡村医生队伍建设", ("乡村", "医生", "队伍")),
        ("全年完成120件", ()),
        ("", ()),
    ],
)
def test_only_words_with_matter_are_left(text: str, words: tuple[str, ...]) -> None:
    assert content_words(text) == words


def test_body_that_keeps_the_promise_of_its_heading_covers_it() -> None:
    heading = "加强乡村医生培训"
    kept = coverage(heading, "组织全县乡村医生参加集中培训三期,考核合格后上岗。")
    broken = coverage(heading, "更换路灯60盏,疏通下水道。")
    assert kept == 1.0
    assert broken == 0.0


def test_text_without_matter_is_covered_by_anything() -> None:
    assert coverage("持续深化,不断提升", "更换路灯") == 1.0


def test_similarity_is_symmetric_and_bounded() -> None:
    one, other = "整治农村污水管网", "农村生活污水治理"
    assert similarity(one, other) == similarity(other, one)
    assert 0 < similarity(one, other) < 1
    assert similarity(one, one) == 1.0
    assert similarity(one, "") == 0.0


def test_shared_words_are_told_once_in_order() -> None:
    assert shared_words("农村污水治理,农村厕所改造", "治理农村污水") == ("农村", "污水", "治理")


def test_best_answer_comes_first_and_others_not_at_all() -> None:
    measures = ["修建通村公路12公里", "建设数据共享平台,归集部门数据", "培训网格员"]
    assert [hit.position for hit in rank("部门数据共享不够", measures)] == [1]


def test_rare_words_weigh_more_than_common_ones() -> None:
    index = Index(["委员培训安排", "委员联络安排", "委员读书安排"])
    assert index.search("委员读书")[0].position == 2
    assert len(index.search("委员读书", limit=2)) == 2


def test_empty_index_and_empty_query_find_nothing() -> None:
    assert Index([]).search("数据") == ()
    assert Index(["数据共享"]).search("加强工作") == ()
