"""The draft takes up the rubrics of the report's own plan and carries what was promised under them."""

import pytest

from zongjie import analyse
from zongjie.analyzer import draft_report, understand
from zongjie.document import Finding, Plan
from zongjie.drafters import draft
from zongjie.drafters.clauses import read_clauses
from zongjie.drafters.rubrics import told_heading
from zongjie.readers import report_of

REPORT = """甲河区水利局2024年工作总结

一、主要工作
（一）抓好水源保护。全年清理河道31公里，巡查水源地86次，处置违规排口12处，库区水质保持稳定。
（二）推进工程建设。改造泵站6座，铺设供水管网44公里，完成投资1.2亿元。
（三）做好机关党建。组织学习12次，走访困难职工9户。

二、存在的问题
一是基层管护力量不足。二是智慧水利建设滞后。

三、2025年工作打算
（一）持续抓好水源保护。划定青石水库保护范围，新设警示牌40块，每月巡查一遍入库支流。
（二）加快管网改造。更换老旧管道18公里，漏损率降到9%以内，用好专项债券资金。
（三）建强管护队伍。招聘管护员15名，开展抢修演练。
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一是用好专项债券，更换管道18公里。", ["用好专项债券", "更换管道18公里"]),
        ("漏损率降到9%以内。", ["漏损率降到9%以内"]),
        ("其中城区12公里，争取年底前通水。", ["争取年底前通水"]),
        ("为群众服务的，我们要让大家满意，走在前列。", []),
    ],
)  # fmt: skip
def test_a_clause_counts_where_it_can_stand_alone(text: str, words: list[str]) -> None:
    assert [one.words for one in read_clauses(text, 0, len(text))] == words


def test_a_heading_is_told_with_another_verb() -> None:
    assert told_heading("（一）全力推动经济稳定增长", 0) == "促进经济稳定增长"
    assert told_heading("坚持以创新驱动和人才引领带动数字赋能和绿色转型的总基调", 0) == ""


def test_every_promise_is_carried_and_figures_are_kept() -> None:
    analysis = analyse(REPORT)
    leaves = [item for item in analysis.plan.items if item.level == 3]
    assert {m.id for m in analysis.measures} == {m for item in leaves for m in item.carries}
    for words in ("更换老旧管道18公里", "漏损率降到9%以内", "招聘管护员15名"):
        assert words in analysis.plan.text
    assert not [f for f in analysis.plan.findings if f.code in ("GR01", "GR02", "GR03", "GR04")]


def test_a_theme_that_the_plan_leaves_out_goes_on_or_is_closed() -> None:
    analysis = analyse(REPORT)
    past = {s.theme.group for s in analysis.sections if s.role == "achievement" and s.theme}
    spans = [s.start for item in analysis.plan.items for one in item.sentences for s in one.sources]
    rested = {s.theme.group for at in spans if (s := analysis.section_at(at)) and s.theme}
    assert past <= rested | {item.theme.group for item in analysis.plan.items if item.theme}


LAST = REPORT.replace("2025", "2024").replace("2024年工作总结", "2023年工作总结")


def test_last_plan_lends_its_headings_and_nothing_else() -> None:
    past = report_of(REPORT[: REPORT.index("三、2025年")])
    analysis = draft_report(past, last=understand(report_of(LAST)))
    headings = [item.heading for item in analysis.plan.items]
    assert "推进水源保护" in headings
    assert "招聘管护员" not in analysis.plan.text
    assert "18公里" not in analysis.plan.text
    assert all(s.doc is None for item in analysis.plan.items for one in item.sentences for s in one.sources)


def test_a_sentence_cut_back_to_one_clause_cites_that_clause_only() -> None:
    report = report_of(REPORT)
    past = understand(report)

    def finds_fault(plan: Plan) -> tuple[Finding, ...]:
        joined = (s for item in plan.items for s in item.sentences if "；" in s.text or "，" in s.text)
        return tuple(
            Finding("", "XX00", "", "error", "", s.start, s.end) for s in joined if len(s.sources) > 1
        )

    whole, cut = draft(past, lambda _: ()), draft(past, finds_fault)
    told = {s.text for item in whole.items for s in item.sentences}
    spared = [s for item in cut.items for s in item.sentences if s.text not in told]
    clauses = [s for s in spared if s.text.rstrip("。") in past.body]
    assert clauses
    for one in clauses:
        assert [past.body[s.start : s.end] for s in one.sources] == [one.text.rstrip("。")]
