"""Set phrases are told from a report's own words."""

import numpy as np

from zongjie.comparing.set_phrases import set_phrase_mask, set_phrases
from zongjie.comparing.skeleton import gram_hashes, skeleton_of


def test_political_formula_is_covered_and_own_words_are_not() -> None:
    formula, own = "坚持以习近平新时代中国特色社会主义思想为指导", "逐户登记用工缺口和厂房租金"
    mask = set_phrase_mask(formula + ",全年" + own)
    assert mask[: len(formula)].all()
    assert not mask[-len(own) :].any()


def test_commas_inside_a_phrase_belong_to_it() -> None:
    mask = set_phrase_mask("统筹推进“五位一体”总体布局,协调推进“四个全面”战略布局")
    assert mask.mean() > 0.9


def test_mask_has_the_length_of_the_text() -> None:
    for text in ("", "总结", "🀄" * 5, "a\r\nb\u3000" * 9):
        assert set_phrase_mask(text).shape == (len(text),)


def test_rarer_phrases_need_fewer_bodies() -> None:
    text = "全面贯彻落实党的二十大精神,坚持稳中求进工作总基调,完整准确全面贯彻新发展理念"
    common, known = set_phrase_mask(text, bodies=10), set_phrase_mask(text, bodies=3)
    assert not np.any(common & ~known)


def test_random_text_is_hardly_ever_taken_for_a_set_phrase() -> None:
    random = np.random.default_rng(5)
    text = "".join(map(chr, random.integers(0x4E00, 0x9FA5, 40_000)))
    assert set_phrase_mask(text).mean() < 0.02


def test_table_is_loaded_once() -> None:
    set_phrases.cache_clear()
    table = set_phrases()
    assert table is not None
    assert set_phrases() is table


def test_skeleton_forgets_width_marks_and_figures() -> None:
    one, other = skeleton_of("办结１２件,共 3.5万元。"), skeleton_of("办结8件;共40万元")
    assert one.codes.tolist() == other.codes.tolist()


def test_skeleton_elements_cover_what_they_stand_for() -> None:
    text = "共办结 1,350.5 件A。"
    skeleton = skeleton_of(text)
    pieces = [text[s:e] for s, e in zip(skeleton.starts, skeleton.ends, strict=True)]
    assert pieces == ["共", "办", "结", "1,350.5", "件", "A"]


def test_equal_runs_have_equal_hashes_at_any_length() -> None:
    codes = skeleton_of("甲乙丙丁戊己庚辛甲乙丙丁戊己庚辛").codes
    for length in range(1, 9):
        hashes = gram_hashes(codes, length)
        assert len(hashes) == 16 - length + 1
        assert hashes[0] == hashes[8]
        assert len(set(hashes[:8].tolist())) == 8
