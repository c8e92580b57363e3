"""How problems are read: what falls short, and which verb mends it."""

import pytest

from zongjie.drafters.shortfalls import read_shortfalls


@pytest.mark.parametrize(
    ("problem", "remedy"),
    [
        ("一是专题协商作用发挥不够充分", "更好发挥专题协商作用"),
        ("科技创新能力还不够强", "增强科技创新能力"),
        ("民生领域还有不少短板", "补齐民生领域短板"),
        ("数字赋能机关工作还有差距", "推进数字赋能机关工作"),
        ("服务质量还需进一步提升", "提升服务质量"),
        ("城乡之间仍有不小差距", "缩小城乡之间差距"),
        ("形式主义、官僚主义现象仍然存在", "整治形式主义、官僚主义现象"),
        ("财政收支矛盾突出", "化解财政收支矛盾"),
        ("产业结构不优", "优化产业结构"),
        ("库区防汛任务艰巨", "抓好库区防汛"),
        ("有效需求不足", "扩大有效需求"),
        ("研发投入占比不高", "提高研发投入占比"),
        ("部分企业生产经营困难", "化解企业生产经营困难"),
        ("外部环境变化影响加深", "积极应对外部环境变化影响"),
        ("少数干部担当意识、专业能力不够强", "增强担当意识、专业能力"),
        ("教学改革推进缓慢", "深化教学改革"),
        ("新区路网建设滞后", "加快新区路网建设"),
        ("城乡发展不平衡", "促进城乡发展更加均衡"),
    ],
)
def test_shortfall_is_turned_into_a_remedy(problem: str, remedy: str) -> None:
    first = read_shortfalls(problem, 0, len(problem))[0]
    assert first.remedy == remedy


@pytest.mark.parametrize("problem", ["这些问题需要高度重视", "前进道路上还有不少困难和挑战", "问题仍然突出"])
def test_a_clause_that_names_no_matter_gives_no_remedy(problem: str) -> None:
    assert not any(one.remedy for one in read_shortfalls(problem, 0, len(problem)))


def test_offsets_are_those_of_the_report() -> None:
    text = "主要是：一是创新能力不强；二是人才队伍薄弱。"
    for one in read_shortfalls(text, 0, len(text)):
        assert one.subject in text[one.start : one.end]
