"""What becomes of a promise in the next report."""

from decimal import Decimal

import pytest

from zongjie.analyzer import understand
from zongjie.archive.ledger import ledger
from zongjie.archive.promises import promises
from zongjie.document.ledger import Ledger, LedgerEntry
from zongjie.readers import report_of

LAST = """政府工作报告
——2024年1月18日在柳河市第八届人民代表大会第三次会议上

各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。

一、2023年工作回顾
全市生产总值达到1286.4亿元，增长5.8%。新建农村公路180公里。

二、2024年工作安排
主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%以上，城镇登记失业率控制在4%以内。
（一）抓好农业农村。新建农村公路200公里以上，改造老旧桥梁40座、灌溉泵站15座。建成柳河烈士陵园。
（二）抓好民生。新增公办幼儿园学位6000个，推行“码上办”服务，办好元宵灯会。
"""
THIS = """政府工作报告
——2025年1月16日在柳河市第八届人民代表大会第四次会议上

各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。

一、2024年工作回顾
全市生产总值达到1361亿元、增长5.8%。一般公共预算收入91亿元，增长3.2%。城镇登记失业率3.1%。
新改建农村公路236公里，改造老旧桥梁31座。柳河烈士陵园加快建设。“码上办”服务覆盖所有乡镇。

二、2025年工作安排
主要预期目标是：地区生产总值增长6%左右。新增公办幼儿园学位8000个。
"""


@pytest.fixture(scope="module")
def made() -> Ledger:
    return ledger(understand(report_of(LAST)), understand(report_of(THIS)))


def entry(made: Ledger, words: str) -> LedgerEntry:
    return next(e for e in made.entries if words in LAST[e.promise.start : e.promise.end])


@pytest.mark.parametrize(
    ("words", "status", "evidence"),
    [
        ("生产总值增长6%", "done", "增长5.8%"),  # 左右: within a twentieth
        ("一般公共预算收入增长5%", "missed", "增长3.2%"),
        ("失业率", "done", "3.1%"),
        ("农村公路200公里", "done", "新改建农村公路236公里"),
        ("老旧桥梁40座", "partly", "31座"),
        ("灌溉泵站15座", "not_mentioned", ""),
        ("烈士陵园", "partly", "烈士陵园加快建设"),
        ("学位6000个", "not_mentioned", ""),  # THIS promises more, and tells of none
        ("码上办", "done", "“码上办”服务覆盖所有乡镇"),
        ("元宵灯会", "not_mentioned", ""),
    ],
)
def test_status_and_sentence(made: Ledger, words: str, status: str, evidence: str) -> None:
    found = entry(made, words)
    assert found.status == status
    told = [THIS[start:end] for start, end in found.evidence]
    assert (evidence in told[0]) if evidence else not told


@pytest.mark.parametrize(
    ("promised", "told", "status"),
    [
        ("推广“标准地”制度", "推广工业机器人3000台", "not_mentioned"),  # one word is shared
        ("推广水稻机插秧", "水稻机插秧推广到12个乡镇", "done"),
    ],
)
def test_one_word_that_both_hold_is_no_evidence(promised: str, told: str, status: str) -> None:
    last = LAST.replace("办好元宵灯会", promised)
    this = THIS.replace("“码上办”服务覆盖所有乡镇", told)
    made = ledger(understand(report_of(last)), understand(report_of(this)))
    found = next(e for e in made.entries if promised in last[e.promise.start : e.promise.end])
    assert found.status == status


def test_clause_with_two_figures_is_two_promises() -> None:
    found = promises(understand(report_of(LAST)))
    words = [LAST[p.start : p.end] for p in found]
    assert "改造老旧桥梁40座" in words
    assert "灌溉泵站15座" in words


def test_reason_tells_both_figures_in_both_languages(made: Ledger) -> None:
    found = entry(made, "农村公路200公里")
    assert found.reason_zh == "承诺200公里以上，实际236公里：达到"
    assert found.reason_en == "promised at least 200 公里, told 236 公里: kept"
    assert (found.promise.value, found.promise.unit, found.promise.bound) == (
        Decimal(200),
        "公里",
        "at_least",
    )


def test_pair_of_one_body_raises_no_doubt(made: Ledger) -> None:
    assert made.doubts == ()


def test_other_body_and_earlier_report_are_doubts() -> None:
    other = THIS.replace("柳河", "白水")
    last, this = understand(report_of(LAST)), understand(report_of(other))
    assert any("different bodies" in en for _, en in ledger(last, this).doubts)
    assert any("not later" in en for _, en in ledger(understand(report_of(THIS)), last).doubts)


def test_spans_lie_in_their_reports(made: Ledger) -> None:
    for one in made.entries:
        assert 0 <= one.promise.start < one.promise.end <= len(LAST)
        assert all(0 <= start < end <= len(THIS) for start, end in one.evidence)
        assert 0 <= one.score <= 1
        assert (one.status == "not_mentioned") == (not one.evidence)


def test_long_line_of_commas_finishes(finishes: None) -> None:
    text = LAST + "改造老旧桥梁40座，" * 6_000
    assert ledger(understand(report_of(text)), understand(report_of(text))).entries
