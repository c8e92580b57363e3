"""Lists inside running text."""

from zongjie.comparing.enumerations import enumerations


def values(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.kind, one.values) for one in enumerations(text, 0, len(text))]


def test_a_list_of_一是():
    assert values("做到三点:一是建机制;二是强保障;三是严考核。") == [("一是", (1, 2, 3))]


def test_a_list_in_a_list():
    text = "一是建机制,首先,定规矩,其次,抓执行;二是强保障:(1)人手;(2)经费;三是严考核。"
    assert values(text) == [("一是", (1, 2, 3)), ("首先", (1, 2)), ("(1)", (1, 2))]


def test_lists_of_one_kind_nest():
    text = "一是建机制:一是定规矩;二是抓执行;二是强保障;三是严考核。"
    assert ("一是", (1, 2)) in values(text)


def test_gaps_and_repeats_stay_visible():
    assert values("一是甲;三是乙。") == [("一是", (1, 3))]
    assert values("一是甲;二是乙;二是丙。") == [("一是", (1, 2, 2))]


def test_words_that_only_look_like_marks():
    assert values("位居全省第一,增速第二,这一是历史使然。") == []
