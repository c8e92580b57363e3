"""Sentences keep quotations and brackets together."""

import pytest

from zongjie.segmenters.sentences import sentences

CASES = {
    "stops": ("抓学习。促发展！怎么办？", ["抓学习。", "促发展！", "怎么办？"]),
    "semicolons": ("一是抓学习;二是促发展;三是惠民生。", ["一是抓学习;", "二是促发展;", "三是惠民生。"]),
    "a quotation with stops inside": (
        "会议提出:“抓学习。促发展。惠民生”的要求。各地照办。",
        ["会议提出:“抓学习。促发展。惠民生”的要求。", "各地照办。"],
    ),
    "a quotation that ends the sentence": (
        "他说:“要抓学习。”各地照办。",
        ["他说:“要抓学习。”", "各地照办。"],
    ),
    "straight quotes": (
        '围绕"一府两院"工作;开展"微协商"20次。',
        ['围绕"一府两院"工作;', '开展"微协商"20次。'],
    ),
    "a bracket": (
        "完成投资(含续建;不含前期)3亿元。开工两项。",
        ["完成投资(含续建;不含前期)3亿元。", "开工两项。"],
    ),
    "an opening quote after a stop": ("抓学习。“四个自信”更坚定。", ["抓学习。", "“四个自信”更坚定。"]),
    "a stop before a closing bracket": ("(全文完。)谢谢。", ["(全文完。)谢谢。"]),
    "numbers": ("增长5.8%.全市第一.", ["增长5.8%.", "全市第一."]),
    "a half-width mark": ("1.抓学习。2.促发展。", ["1.抓学习。", "2.促发展。"]),
    "an address": ("见https://a.b/c.html。完成。", ["见https://a.b/c.html。", "完成。"]),
    "a quote never closed": ("他说:“抓学习。促发展。", ["他说:“抓学习。", "促发展。"]),
    "no stop": ("抓学习", ["抓学习"]),
    "several stops": ("真的吗？！好。", ["真的吗？！", "好。"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_sentences(text: str, expected: list[str]):
    assert [text[a:b] for a, b in sentences(text, [(0, len(text))])] == expected


def test_a_line_end_ends_a_sentence():
    text = "抓学习\n促发展。"
    assert [text[a:b] for a, b in sentences(text, [(0, 3), (4, 8)])] == ["抓学习", "促发展。"]
