"""RS checks: on the sample report, on what must be left alone, and on hostile text."""

from pathlib import Path

import pytest

from zongjie.checks.registry import check_by_code
from zongjie.cleaners import clean
from zongjie.document import Analysis, blank_out
from zongjie.readers import read, report_of
from zongjie.settings import Settings


def analysis_of(text: str) -> Analysis:
    report = report_of(text)
    removed = clean(report)
    return Analysis(report=report, body=blank_out(text, removed), removed=removed)


def found(code: str, text: str) -> list[str]:
    one = check_by_code(code)
    assert one is not None
    return [text[alarm.start : alarm.end] for alarm in one.find(analysis_of(text), Settings())]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("RS01", "××县20XX年总结，某某村建成□□路，投资____万元。", ["××县", "20XX年", "某某", "□□", "____"]),
        ("RS01", "增强“****”，做到“****”。", ["****"]),
        ("RS01", "会同**局开展检查。", ["**"]),
        ("RS01", "**第一****第二**同步推进。", []),
        ("RS01", "____\n***\n报考5XX专项，XXL号，X光机，0xff、my___name。", []),
        ("RS01", "组织调研【待填:次数】次，走访【核对：家数】家。", []),
        ("RS02", "本文由某某范文网整理提供。\n一、工作情况\n完成3项。", ["本文由某某范文网整理提供。"]),
        ("RS02", "编写简报12期，供领导参考。", []),
        ("RS03", "栽植20xx棵，投资x.6亿元，增强《》意识。", ["20xx棵", "x.6亿元", "《》"]),
        ("RS03", "20XX年，3x5米，X3.5万元，第X.1节。", []),
        ("RS04", "投资2。亿元，发放HOO余件，任务己完成。", ["2。亿元", "HOO余件", "己完成"]),
        ("RS04", "自己完成，知己有数，居全市第1。3个项目。", []),
        ("RS05", "作为一个人工智能语言模型，我无法提供数据。", ["作为一个人工智能语言模型"]),
        ("RS05", "完成**重点**工作。", ["**重点**"]),
        ("RS05", "**一、工作情况**\n完成3项。\n**二、问题**\n人手不足。", []),
        ("RS06", "培训320人次（请办公室补充）。", ["（请办公室补充）"]),
        ("RS06", "对待核查的线索，（详见附件），请予审议。", []),
        ("RS08", "完成3亿元。</p>新建&nbsp;5处\\r\\n二、问题\ufffd。", ["</p>"]),
        ("RS08", "增速3%<5%，A<B且C>D，R&D经费。", []),
    ],
)
def test_places(code: str, text: str, expected: list[str]) -> None:
    assert found(code, text) == expected


def test_markdown_file_may_hold_markdown(tmp_path: Path) -> None:
    path = tmp_path / "总结.md"
    path.write_text("# 总结\n完成**重点**工作。\n", encoding="utf-8")
    report = read(path)
    one = check_by_code("RS05")
    assert one is not None
    assert list(one.find(Analysis(report=report, body=report.text), Settings())) == []


def test_the_seed_report(real_reports: Path) -> None:
    report = read(real_reports / "seed-zhengxie-2024h1.txt")
    removed = clean(report)
    analysis = Analysis(report=report, body=blank_out(report.text, removed), removed=removed)

    def spans(code: str) -> list[tuple[int, int]]:
        one = check_by_code(code)
        assert one is not None
        return [(alarm.start, alarm.end) for alarm in one.find(analysis, Settings())]

    text = report.text
    assert {text[start:end] for start, end in spans("RS01")} == {"****", "******", "XX大"}
    assert spans("RS02") == [(40, 127)]
    assert spans("RS08") == [(4053, 4067)]
    for code in ("RS03", "RS04", "RS05", "RS06"):
        assert spans(code) == []
