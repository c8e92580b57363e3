"""Every number of the brief and of the draft tells where it comes from."""

import zongjie
from zongjie.renderers import brief, plan
from zongjie.renderers.certificates import certificate, numbers_in
from zongjie.renderers.positions import Lines
from zongjie.renderers.told import key_figures
from zongjie.summarizers import excerpt

TEXT = """河湾镇2024年上半年工作总结

一、工作开展情况

（一）抓实饮水工程。上半年新修水渠12公里，培训管水员30人次。自来水普及率由80%提高到91%。

（二）办好民生实事。建成村级食堂5个，服务老人420人。

二、存在的不足

一是管水员队伍不够稳定。

三、下半年打算

（一）稳住队伍。再招募管水员10名。
"""
ANALYSIS = zongjie.analyse(TEXT)


def told(written: str, lang: str = "zh") -> str:
    q = next(q for q in ANALYSIS.quantities if TEXT[q.start : q.end] == written)
    return certificate(q, ANALYSIS, Lines(TEXT), lang)


def test_a_certificate_has_sentence_period_scope() -> None:
    words = told("12公里")
    assert "第 5 行" in words
    assert "新修水渠12公里" in words
    assert "期间 2024年上半年" in words
    assert "抓实饮水工程" in words
    assert "line 5" in told("12公里", "en")


def test_a_change_shows_from_what_to_what() -> None:
    assert "80 → 91" in told("91%")


def test_every_number_of_the_brief_has_a_certificate() -> None:
    text = brief.to_text(ANALYSIS, ANALYSIS.summary, evidence=True)
    for sentence in ANALYSIS.summary.sentences:
        for q in numbers_in(sentence.sources, ANALYSIS):
            assert certificate(q, ANALYSIS, Lines(TEXT), "zh") in text


def test_a_slot_with_last_periods_figure_has_its_certificate() -> None:
    text = plan.to_text(ANALYSIS, evidence=True)
    slots = [s for item in ANALYSIS.plan.items for one in item.sentences for s in one.slots]
    assert any(char.isdigit() for slot in slots for char in slot.label)
    assert "范围" in text


def test_pages_show_the_key_figures_of_the_brief() -> None:
    figures = next(s for s in ANALYSIS.summary.sentences if s.part == "figures")
    assert [(q.start, q.end) for q in key_figures(ANALYSIS)] == [(s.start, s.end) for s in figures.sources]


def test_an_extract_holds_whole_sentences_and_no_headings() -> None:
    summary = excerpt(ANALYSIS, 60)
    assert 0 < len(summary.text) <= 60
    for sentence in summary.sentences:
        source = sentence.sources[0]
        assert TEXT[source.start : source.end].strip() == sentence.text
        assert not sentence.text.startswith(("一、", "二、", "三、"))
