"""A figure is told in words that stand around it, or not at all."""

from functools import cache

import pytest

import zongjie
from zongjie.document import Analysis
from zongjie.summarizers.telling import bounded, tell

HEAD = "青原县水利局2024年工作总结\n一、主要工作\n"


@cache
def analysed(sentence: str) -> Analysis:
    return zongjie.analyse(f"{HEAD}{sentence}\n")


def told(sentence: str) -> list[str]:
    analysis = analysed(sentence)
    return [words for q in analysis.achievements if (words := tell(q, analysis))]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("全年提出30余条意见建议。", "提出意见建议30余条"),
        ("全年培训干部420人次。", "培训干部420人次"),
        ("全年粮食产量达到21万吨。", "粮食产量21万吨"),
        ("今年以来集中研讨26次。", "集中研讨26次"),
    ],
)
def test_words_around_a_figure_are_its_words(sentence: str, words: str) -> None:
    assert words in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["任务分解到二十多个部门。", "经济总量跨上800亿元台阶。"],
)
def test_a_figure_without_words_of_its_own_is_left_out(sentence: str) -> None:
    assert not told(sentence)


@pytest.mark.parametrize(
    ("words", "bound", "said"),
    [("60件", "more_than", "超60件"), ("60多件", "more_than", "60多件"), ("98%", "at_least", "98%以上")],
)
def test_a_bound_is_told_once(words: str, bound: str, said: str) -> None:
    assert bounded(words, bound) == said
