"""Promises are told in other words, and only whole ones."""

import pytest

from zongjie.drafters.deeds import read_deed, read_deeds
from zongjie.drafters.phrases import in_dictionary, tagged
from zongjie.lexicons.measures import measure_words


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("要加强基层协商平台建设", "加强基层协商平台建设"),  # 强化 seldom stands before 建设
        ("进一步完善履职考核制度", "健全履职考核制度"),
        ("严格落实安全生产责任制", "认真落实安全生产责任制"),
        ("推动产业链创新链融合", "促进产业链创新链融合"),
        ("三是大力实施“归雁计划”", "组织实施“归雁计划”"),
    ],
)
def test_verb_is_changed_and_object_kept(clause: str, told: str) -> None:
    deed = read_deed(clause)
    assert deed is not None
    assert deed.told() == told


@pytest.mark.parametrize(
    "clause",
    [
        "推进工作",
        "加强了的",
        "新建水库3座",
        "在新的一年里",
        "取得新的成绩",
        "完善的制度",
        "加快补齐短板弱项",
        "推进XX工程",
    ],
)
def test_a_doubtful_clause_is_refused(clause: str) -> None:
    assert read_deed(clause) is None


def test_a_deed_points_at_its_words() -> None:
    text = "下一步，我们将完善督查制度，推进档案室改造。"
    for deed in read_deeds(text, 0, len(text)):
        assert text[deed.start : deed.end] == f"{deed.verb}{deed.object}"


@pytest.mark.parametrize(
    "thing",
    ["产业链创新链融合", "“归雁计划”", "机制防风险", "做优中心城区", "沈涵岚工作室", "AI算力平台"],
)
def test_after_a_known_verb_words_are_tagged_as_they_are_alone(thing: str) -> None:
    known = [verb for verb in measure_words().verbs if in_dictionary(verb)]
    assert len(known) > 50
    for verb in known:
        whole = tagged(verb + thing)
        if whole[0][0] == verb:
            assert whole[1:] == tagged(thing)


def test_a_verb_that_is_more_probable_in_pieces_is_not_in_the_dictionary() -> None:
    assert in_dictionary("推进")
    assert not in_dictionary("做大")
