"""Promises are told in other words, and only whole ones."""

import pytest

from zongjie.drafters.deeds import read_deed, read_deeds


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
