"""Marks of headings and items, as written in the wild."""

import pytest

from zongjie.comparing.marks import read_mark, small_integer


@pytest.mark.parametrize(
    ("text", "kind", "value", "mark"),
    [
        ("一、回顾", "一、", 1, "一、"),
        ("十二．打算", "一、", 12, "十二．"),
        ("五、四季度打算", "一、", 5, "五、"),
        ("二、产业转型", "一、", 2, "二、"),
        ("（三）抓落实", "(一)", 3, "（三）"),
        ("( 二 )抓落实", "(一)", 2, "( 二 )"),
        ("(一）抓落实", "(一)", 1, "(一）"),
        ("四)抓落实", "(一)", 4, "四)"),
        ("㈤抓落实", "(一)", 5, "㈤"),
        ("3.抓落实", "1.", 3, "3."),
        ("3 .抓落实", "1.", 3, "3 ."),
        ("１２、抓落实", "1.", 12, "１２、"),
        ("9、2022年打算", "1.", 9, "9、"),
        ("1.2 编译器", "1.1", 2, "1.2"),
        ("(4)抓落实", "(1)", 4, "(4)"),
        ("⑦抓落实", "①", 7, "⑦"),
        ("第二部分 打算", "part", 2, "第二部分"),
        ("第三章 打算", "chapter", 3, "第三章"),
        ("第一,抓落实", "第一", 1, "第一,"),
        ("二是抓落实", "一是", 2, "二是"),
        ("三 是抓落实", "一是", 3, "三 是"),
        ("一是:抓落实", "一是", 1, "一是:"),
        ("其次,抓落实", "首先", 2, "其次,"),
        ("专栏3 十大工程", "专栏", 3, "专栏3"),
    ],
)
def test_mark(text: str, kind: str, value: int, mark: str):
    found = read_mark(text, 0, len(text))
    assert found is not None
    assert (found.kind, found.value, text[found.start : found.end]) == (kind, value, mark)


@pytest.mark.parametrize(
    "text",
    [
        "12.5亿元",
        "一、二季度",
        "一、三产业",
        "第一产业",
        "第一个",
        "2024年",
        "一年来",
        "十分重要",
        "1.2万亩",
        "(含续建)",
        "首先是",
        "二是"[:1],
    ],
)
def test_no_mark(text: str):
    assert read_mark(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("words", "value"), [("〇", 0), ("十", 10), ("二十", 20), ("三十五", 35), ("一百零二", 102), ("7", 7)]
)
def test_value(words: str, value: int):
    assert small_integer(words) == value
