"""Roles and themes over whole reports, with the shipped models and without any."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zongjie.classifiers import classify
from zongjie.classifiers.roles import section_roles
from zongjie.classifiers.themes import section_themes
from zongjie.document import ROLES, Outline, Section
from zongjie.lexicons.themes import taxonomy
from zongjie.segmenters import segment

REPORT = """县政协2025年工作总结

一、工作开展情况

(一)坚持党的领导,筑牢思想根基。中心组集体学习12次,组织委员开展主题教育,引导大家坚定政治立场。

(二)提案办理提质增效。全年收到提案121件,立案108件,办复率100%,委员满意率97%。

(三)深入开展调查研究。组织委员赴乡镇视察9次,形成调研报告11篇,有4篇被县政府采纳。

(四)加强团结联谊。走访民主党派和工商联会员企业23家,与侨胞座谈2次。

二、存在的问题

委员联系群众的办法还不多,民主监督的实效有待提高,机关干部队伍年龄偏大。

三、下一步工作打算

(一)提升协商议政水平。将围绕产业园区建设召开专题协商会,办好月协商。

(二)建好委员队伍。将开展全员培训,完善履职考核。

四、几点体会

做好政协工作,必须坚持党的领导,必须依靠全体委员。
"""


def outline(*sections: tuple[str | None, str | None, str]) -> tuple[str, Outline]:
    """A body and outline from (id, heading, words); parents by the id."""
    body, made = "", []
    for name, heading, words in sections:
        start = len(body)
        body += (heading or "") + "。" + words
        made.append(
            Section(
                name or "1", (name or "1").rpartition(".")[0] or None, 1, None, heading,
                None if heading is None else start, None if heading is None else start + len(heading),
                start, len(body),
            )
        )  # fmt: skip
    return body, Outline(None, tuple(made), (), ())


def test_roles_and_groups_of_a_report() -> None:
    sections = classify(REPORT, segment(REPORT))
    told = {s.heading: (s.role, s.theme.group) for s in sections if s.heading and s.theme}
    assert told["坚持党的领导,筑牢思想根基"] == ("achievement", "party")
    assert told["提案办理提质增效"] == ("achievement", "consultation")
    assert told["深入开展调查研究"] == ("achievement", "consultation")
    assert told["加强团结联谊"] == ("achievement", "consultation")
    assert told["存在的问题"][0] == "problem"
    assert told["下一步工作打算"][0] == "plan"
    assert told["提升协商议政水平"] == ("plan", "consultation")
    assert told["建好委员队伍"][0] == "plan"
    assert told["几点体会"][0] == "other"


def test_themes_are_known_and_their_shares_make_sense() -> None:
    keys = {leaf.key: leaf.group for leaf in taxonomy().leaves}
    for section in classify(REPORT, segment(REPORT)):
        assert section.role in ROLES
        assert section.theme is not None
        assert section.themes[0] == section.theme
        assert 1 <= len(section.themes) <= 2
        assert all(keys[theme.label] == theme.group for theme in section.themes)
        assert all(0.0 < theme.probability <= 1.0 for theme in section.themes)
        assert sum(theme.probability for theme in section.themes) <= 1.001


def test_a_role_is_told_by_the_body_and_not_by_the_place() -> None:
    body, tree = outline(
        ("1", "县域产业", "我们将建成两座园区,明年力争新增企业三十家,进一步加快招商,确保开工。"),
        ("2", "民生", "去年新建了学校两所,累计发放补助一千万元,建成了卫生室九个,实现了全覆盖。"),
    )
    assert [s.role for s in classify(body, tree)] == ["plan", "achievement"]


def test_the_title_tells_where_no_heading_does() -> None:
    body = "规范流程。以制度管人,坚持公开透明,提高效率,加强培训。"
    (section,) = outline(("1", "规范流程", body[5:]))[1].sections
    for title, role in (("中心工作总结", "achievement"), ("中心工作计划", "plan")):
        text = title + body
        moved = replace(
            section, start=len(title), heading_start=len(title), heading_end=len(title) + 4, end=len(text)
        )
        (told,) = classify(text, Outline((0, len(title)), (moved,), (), ()))
        assert told.role == role


def test_a_year_before_a_later_one_is_looked_back_at() -> None:
    body, tree = outline(
        ("1", "关于2023年工作", "我们要求各部门继续推进各项任务，确保落实。"),
        ("2", "关于2024年重点工作", "将继续推进各项任务。"),
    )
    assert [s.role for s in classify(body, tree)] == ["achievement", "plan"]


def test_a_task_that_was_done_does_not_turn_the_review_into_a_plan() -> None:
    body, tree = outline(
        ("1", "2023年工作回顾", ""),
        ("1.1", "主要目标任务如期完成", "新增岗位三千个，完成投资五亿元。"),
        ("1.2", "社会保持稳定", "推进普法，完善制度，提高效率。"),
    )
    assert [s.role for s in classify(body, tree)] == ["achievement"] * 3


BAD: list[tuple[str, str | None, str]] = [
    ("empty", None, ""),
    ("one word", None, "无"),
    ("heading only", "党建", ""),
    ("table", None, "| 1 | 2 |\n|---|---|\n" * 40),
    ("no Han", None, "lorem ipsum " * 50),
    ("surrogate", "\ud800标题", "\udfff" * 20),
    ("astral", "🚀", "𠮷" * 300),
    ("long", None, "一" * 100_000),
    ("digits", "1" * 5000, "9" * 100_000),
]


@pytest.mark.parametrize(("heading", "words"), [one[1:] for one in BAD], ids=[one[0] for one in BAD])
def test_bad_sections_get_a_theme_and_no_exception(heading: str | None, words: str) -> None:
    body, tree = outline(("1", heading, words))
    (section,) = classify(body, tree)
    assert section.theme is not None
    plain = section_themes(body, tree.sections, None)
    assert plain[0][0].label
    assert section_roles(body, tree.sections, None)[0] in ROLES


@pytest.mark.parametrize("words", ["", "无", "| 1 | 2 |\n" * 40, "9" * 2000])
def test_a_section_that_says_nothing_is_unsure(words: str) -> None:
    body, tree = outline(("1", None, words))
    (section,) = classify(body, tree)
    assert section.theme is not None
    assert section.theme.probability < 0.5


@pytest.mark.parametrize(
    ("title", "leaf"),
    [("甲山县人民医院2024年工作总结", "clinical"), ("甲山县第二中学2024年工作总结", "teaching")],
)
def test_a_part_for_all_fields_is_about_the_trade_that_the_title_names(title: str, leaf: str) -> None:
    words = "一是工作标准不够高；二是创新办法不多；三是落实还不到位。"
    body, tree = outline(("1", "存在的问题", words))
    moved = tree.sections[0]
    size = len(title) + 1
    assert moved.heading_start is not None
    assert moved.heading_end is not None
    section = replace(
        moved,
        start=moved.start + size,
        end=moved.end + size,
        heading_start=moved.heading_start + size,
        heading_end=moved.heading_end + size,
    )
    (told,) = classify(f"{title}\n{body}", Outline((0, len(title)), (section,), (), ()))
    assert told.theme is not None
    assert told.theme.label == leaf


def test_no_sections_give_none() -> None:
    assert classify("", Outline(None, (), (), ())) == ()


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60), st.text(max_size=200))
def test_any_text_is_judged_and_always_the_same(heading: str, words: str) -> None:
    body, tree = outline(("1", heading, words), ("1.1", words[:20], heading))
    assert classify(body, tree) == classify(body, tree)


def test_without_a_model_keywords_and_cue_words_serve() -> None:
    body, tree = outline(
        ("1", "乡村振兴", "建成高标准农田,发展合作社。"), ("2", "存在的不足", "经费不足,人手不够。")
    )
    assert section_themes(body, tree.sections, None)[0][0].label == "rural"
    assert section_roles(body, tree.sections, None) == ["achievement", "problem"]


@pytest.mark.usefixtures("finishes")
def test_cost_does_not_explode_with_the_length_of_a_section() -> None:
    body, tree = outline(*((str(n), f"工作{n}", "推进项目建设。" * 70_000) for n in range(5)))
    sections = classify(body, tree)
    assert len(sections) == len(tree.sections)
    assert all(section.role for section in sections)


def test_the_taxonomy_keeps_the_contract() -> None:
    leaves = taxonomy().leaves
    words = [word for leaf in leaves for word in leaf.keywords]
    assert len(taxonomy().groups) == 14
    assert 25 <= len(leaves) <= 35
    assert len(words) == len(set(words))
    assert all(leaf.definition and leaf.borders and leaf.zh and leaf.en for leaf in leaves)
    with pytest.raises(KeyError):
        taxonomy().leaf("no such leaf")
