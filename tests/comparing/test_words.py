"""The word cutter: lossless, and the same by either engine."""

import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zongjie.comparing import words as module
from zongjie.comparing.words import word_spans, words

CASES = (
    "全年共组织开展各类理论学习研讨活动32次。",
    "(一)坚持党的领导,把牢政治方向\r\n\r\n1.加强思想理论武装。",
    "　　同比增长12.5%,居全省第2位;PM2.5下降０．７个百分点。",
    '第一,抓好"十五五"规划;第二,办好10件实事……',
    "a b  c\t—— 《办法》〔2024〕3号 ①②",
)


@pytest.fixture(scope="module")
def jieba_cut():
    pytest.importorskip("rjieba")
    with warnings.catch_warnings():  # jieba itself still imports pkg_resources
        warnings.simplefilter("ignore")
        return module._jieba_engine()


@pytest.mark.parametrize("text", CASES)
def test_both_engines_cut_alike(text, jieba_cut):
    assert words(text) == jieba_cut(text)


def test_both_engines_cut_real_reports_alike(real_reports: Path, jieba_cut):
    seed = (real_reports / "seed-zhengxie-2024h1.txt").read_text(encoding="utf-8")
    old = (real_reports / "series" / "national" / "national-1985.txt").read_text(encoding="utf-8")
    for text in (seed, old):
        assert words(text) == jieba_cut(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=()), max_size=60))
def test_tokens_concatenate_to_the_text(text):
    assert "".join(words(text)) == text


def test_lone_surrogates_are_kept():
    assert "".join(words("工作\ud800总结")) == "工作\ud800总结"


def test_spans_are_moved_by_the_offset():
    text = "组织政协委员深入乡村社区"
    assert [text[a - 7 : b - 7] for a, b in word_spans(text, 7)] == words(text)
