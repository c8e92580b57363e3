"""What always holds of an outline, and that no text makes its cost explode."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zongjie.document import Outline
from zongjie.segmenters import segment

PIECES = (
    "一、", "二、", "(一)", "（二）", "1.", "2、", "(1)", "①",
    "第一,", "一是", "二是", "首先,", "第一部分", "专栏1", "# ", "## ", "**",
    "。", "；", "：", ",", "“", "”", '"', "(", ")", "\n", "\r\n", "\\r\\n",
    "　　", " ", "抓好落实", "12.5%", "2024年", "各位代表:", "工作总结",
    "名词解释", "组织志愿者走访慰问孤寡老人,帮助打扫卫生、代买药品,受到街坊邻里一致称赞",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def is_sound(text: str, outline: Outline) -> None:
    for spans in (outline.paragraphs, outline.sentences):
        assert all(0 <= a < b <= len(text) for a, b in spans)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))
        assert all(text[a:b] == text[a:b].strip(" \u3000\n\r") for a, b in spans)
    covered = "".join(text[a:b] for a, b in outline.sentences)
    whole = "".join(text[a:b] for a, b in outline.paragraphs)
    assert covered.replace(" ", "") == whole.replace(" ", "")
    by_id = {s.id: s for s in outline.sections}
    assert len(by_id) == len(outline.sections)
    assert [s.start for s in outline.sections] == sorted(s.start for s in outline.sections)
    for s in outline.sections:
        assert 0 <= s.start <= s.end <= len(text)
        if s.heading is not None:
            assert s.heading == text[s.heading_start : s.heading_end]
            assert s.start <= s.heading_start < s.heading_end <= s.end
        if s.parent is not None:
            parent = by_id[s.parent]
            assert parent.start <= s.start <= s.end <= parent.end
            assert s.level == parent.level + 1


@settings(max_examples=300, deadline=None)
@given(texts)
def test_spans_lie_in_the_text_and_sections_nest(text: str):
    is_sound(text, segment(text))


@settings(max_examples=100, deadline=None)
@given(texts)
def test_a_blank_line_in_front_shifts_and_changes_nothing_else(text: str):
    plain, moved = segment(text), segment("\n\n" + text)
    assert [(s.id, s.number, s.heading, s.start + 2, s.end + 2) for s in plain.sections] == [
        (s.id, s.number, s.heading, s.start, s.end) for s in moved.sections
    ]
    assert [(a + 2, b + 2) for a, b in plain.sentences] == list(moved.sentences)


HOSTILE = (
    "一",
    "一、",
    "“",
    '"',
    "1",
    " ",
    "\u3000",
    "#",
    "*",
    "(一)\n",
    "一是。\n",
    "。",
    "（",
    "第一部分\n",
    "一、一\n",
    "a b\n",
    "**\n",
)


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
@pytest.mark.usefixtures("finishes")
def test_cost_does_not_explode_on_hostile_text(piece: str):
    text = piece * (500_000 // len(piece))
    is_sound(text, segment(text))
