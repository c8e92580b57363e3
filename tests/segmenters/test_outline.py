"""The outline of little reports of every shape, and of the sample report."""

from pathlib import Path

import pytest

from zongjie.cleaners import clean
from zongjie.document import Outline, blank_out
from zongjie.readers import report_of
from zongjie.segmenters import segment

LONG = "围绕群众反映强烈的问题逐条梳理,明确牵头部门和完成时限,每周调度、每月通报,一批难事得到解决。"


def tree(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(s.id, s.number, s.heading) for s in segment(text).sections]


def shape(text: str) -> list[tuple[int, str | None]]:
    return [(s.level, s.heading) for s in segment(text).sections if s.heading]


CASES = {
    "four levels of marks": (
        f"一、回顾\n(一)抓党建\n1.强学习。{LONG}\n(1)读书会。{LONG}\n(二)促发展\n{LONG}\n二、打算\n{LONG}\n",
        [(1, "回顾"), (2, "抓党建"), (3, "强学习"), (4, "读书会"), (2, "促发展"), (1, "打算")],
    ),
    "full-width, half-width and spaced marks": (
        f"一. 回顾\n（一）抓党建。{LONG}\n( 二 )促发展。{LONG}\n二、打算\n1 .练兵。{LONG}\n2、备战。{LONG}\n",
        [(1, "回顾"), (2, "抓党建"), (2, "促发展"), (1, "打算"), (2, "练兵"), (2, "备战")],
    ),
    "1. above (1), without 一、": (
        f"1.回顾\n(1)抓党建。{LONG}\n(2)促发展。{LONG}\n2.打算\n(1)练兵。{LONG}\n",
        [(1, "回顾"), (2, "抓党建"), (2, "促发展"), (1, "打算"), (2, "练兵")],
    ),
    "(一) above 一、: the marks in use decide": (
        f"(一)回顾\n一、抓党建。{LONG}\n二、促发展。{LONG}\n(二)打算\n一、练兵。{LONG}\n二、备战。{LONG}\n",
        [(1, "回顾"), (2, "抓党建"), (2, "促发展"), (1, "打算"), (2, "练兵"), (2, "备战")],
    ),
    "a number right before a year": (
        f"1.回顾\n(1)抓党建。{LONG}\n2.2025年工作打算\n(1)练兵。{LONG}\n",
        [(1, "回顾"), (2, "抓党建"), (1, "2025年工作打算"), (2, "练兵")],
    ),
    "unnumbered last parts close the numbers of the part before": (
        f"甲山县人民法院工作报告\n{LONG}\n2024年工作回顾\n一、抓党建\n{LONG}\n二、促发展\n{LONG}\n问题和困难\n{LONG}\n"
        f"2025年工作打算\n一、练兵\n{LONG}\n结语\n{LONG}\n",
        [
            (1, "2024年工作回顾"),
            (2, "抓党建"),
            (2, "促发展"),
            (1, "问题和困难"),
            (1, "2025年工作打算"),
            (2, "练兵"),
            (1, "结语"),
        ],
    ),
    "unnumbered parts over numbers that begin anew": (
        f"各位代表:\n{LONG}\n主要工作\n一、抓党建。{LONG}\n二、促发展。{LONG}\n{LONG}\n明年任务\n一、练兵。{LONG}\n二、备战。{LONG}\n",
        [(1, "主要工作"), (2, "抓党建"), (2, "促发展"), (1, "明年任务"), (2, "练兵"), (2, "备战")],
    ),
    "unnumbered lines inside numbers that go on": (
        f"一、抓党建\n{LONG}\n强化阵地\n{LONG}\n选好队伍\n{LONG}\n二、促发展\n{LONG}\n招大引强\n{LONG}\n",
        [(1, "抓党建"), (2, "强化阵地"), (2, "选好队伍"), (1, "促发展"), (2, "招大引强")],
    ),
    "numbers that skip and repeat": (
        f"一、回顾\n(一)抓党建。{LONG}\n(三)促发展。{LONG}\n(三)惠民生。{LONG}\n三、打算\n{LONG}\n",
        [(1, "回顾"), (2, "抓党建"), (2, "促发展"), (2, "惠民生"), (1, "打算")],
    ),
    "Markdown": (
        f"# 实验室月报\n\n## 亮点\n\n{LONG}\n\n### 编译器\n\n{LONG}\n\n## 下月计划\n\n{LONG}\n",
        [(1, "亮点"), (2, "编译器"), (1, "下月计划")],
    ),
    "bold that fills a line or opens a paragraph": (
        f"**一、回顾**\n\n**队伍建设更强。**{LONG}\n\n**作风更实。**{LONG}\n\n**二、打算**\n\n{LONG}\n",
        [(1, "回顾"), (2, "队伍建设更强"), (2, "作风更实"), (1, "打算")],
    ),
    "paragraphs of 一是 are sections": (
        f"一、做法\n一是建机制。{LONG}\n二是强保障。{LONG}\n二、打算\n{LONG}\n",
        [(1, "做法"), (2, "建机制"), (2, "强保障"), (1, "打算")],
    ),
    "lost line ends": (
        f"　　各位代表：　　{LONG}　　一、回顾　　{LONG}　　（一）抓党建　　{LONG}　　二、打算　　{LONG}",
        [(1, "回顾"), (2, "抓党建"), (1, "打算")],
    ),
    "escaped line ends": (
        f"一、回顾\\r\\n{LONG}\\r\\n二、打算\\r\\n{LONG}\\r\\n",
        [(1, "回顾"), (1, "打算")],
    ),
    "parts": (
        f"第一部分 回顾\n一、抓党建\n{LONG}\n第二部分 打算\n一、练兵\n{LONG}\n二、备战\n{LONG}\n",
        [(1, "回顾"), (2, "抓党建"), (1, "打算"), (2, "练兵"), (2, "备战")],
    ),
    "a table of contents": (
        f"目录\n一、回顾\n二、不足\n三、打算\n\n一、回顾\n{LONG}\n二、不足\n{LONG}\n三、打算\n{LONG}\n",
        [(1, "回顾"), (1, "不足"), (1, "打算")],
    ),
    "a heading twice in a row": (
        f"一、回顾\n{LONG}\n二、 打算\n\n二、打算\n{LONG}\n",
        [(1, "回顾"), (1, "打算")],
    ),
    "notes end the outline": (
        f"一、回顾\n{LONG}\n二、打算\n{LONG}\n{LONG}\n名词解释\n1.两山:指绿水青山。\n2.双碳:指达峰与中和。\n",
        [(1, "回顾"), (1, "打算"), (1, "名词解释")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_headings_and_levels(text: str, expected: list[tuple[int, str]]):
    assert shape(text) == expected


NO_HEADING = {
    "a list inside a paragraph": f"我们做到三点:一是建机制;二是强保障;三是严考核。{LONG}",
    "一是 with 二是 in one paragraph": f"一是建机制。{LONG}二是强保障。{LONG}\n{LONG}",
    "an unmarked first sentence": f"招商引资势头良好。{LONG}",
    "a figure before the first stop": f"(一)全年完成投资12亿元。{LONG}",
    "a thing done": f"(一)建成了文化广场。{LONG}",
    "已": f"1.道路已全线贯通。{LONG}",
    "共 before a verb": f"1.共组织志愿服务。{LONG}",
    "more than forty characters": "(一)" + "把学习教育检视整改" * 5 + f"。{LONG}",
    "a decimal at the start": f"1.5万亩良田建成投用。{LONG}",
    "quarters": f"一、二季度运行平稳。{LONG}",
    "a salutation": f"各位代表\n{LONG}",
    "a date": f"{LONG}\n2024年3月5日\n{LONG}",
    "a menu": f"首页\n要闻\n政务\n服务\n互动\n{LONG}",
    "最后 alone": f"{LONG}\n最后,祝大家工作顺利。{LONG}",
}


@pytest.mark.parametrize("text", NO_HEADING.values(), ids=NO_HEADING.keys())
def test_what_is_no_heading(text: str):
    assert shape(text) == []


def test_common_words_with_共_and_了_are_allowed():
    text = f"1.共建共享文明实践。{LONG}\n2.深入了解民情。{LONG}\n3.凝聚奋进共识。{LONG}\n"
    assert [h for _, h in shape(text)] == ["共建共享文明实践", "深入了解民情", "凝聚奋进共识"]


def test_text_before_the_first_heading_is_an_opening():
    text = f"市城管局2024年工作总结\n\n{LONG}\n一、回顾\n{LONG}\n"
    outline = segment(text)
    opening = outline.sections[0]
    assert (opening.id, opening.heading, opening.role) == ("0", None, "opening")
    assert text[opening.start : opening.end] == LONG
    assert outline.title is not None
    assert text[slice(*outline.title)] == "市城管局2024年工作总结"


def test_a_report_without_headings_is_one_section():
    (section,) = segment(f"{LONG}\n{LONG}").sections
    assert (section.id, section.heading, section.role) == ("1", None, "other")


def test_nothing_in_nothing_out():
    assert segment(" \r\n　\n") == Outline(None, (), (), ())


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("政府工作报告\n——2024年1月8日在县第十届人民代表大会上\n县长 某某某\n", "政府工作报告"),
        ("**2023年工作总结**\n", "2023年工作总结"),
        ("甲山县人民法院\n工作报告\n(2024年1月9日)\n", "甲山县人民法院\n工作报告"),
        ("甲山县教育局2023年工作总结\n和2024年工作计划\n", "甲山县教育局2023年工作总结\n和2024年工作计划"),
        ("(精编)镇2024年工作总结\n\n发布时间:\n\n镇2024年工作总结\n", "镇2024年工作总结"),
        ("政 府 工 作 报 告\n", "政 府 工 作 报 告"),
        ("# 第3期月报\n", "第3期月报"),
    ],
)
def test_title(front: str, title: str):
    text = f"{front}\n各位代表:\n{LONG}\n一、回顾\n{LONG}\n"
    found = segment(text).title
    assert found is not None
    assert text[slice(*found)] == title
    assert [h for _, h in shape(text)] == ["回顾"]


def test_crlf_moves_offsets_and_nothing_else():
    text = f"一、回顾\n(一)抓党建\n{LONG}\n二、打算\n{LONG}\n"
    assert tree(text.replace("\n", "\r\n")) == tree(text)


def test_sample_report(real_reports: Path):
    report = report_of((real_reports / "seed-zhengxie-2024h1.txt").read_bytes().decode())
    body = blank_out(report.text, clean(report))
    outline = segment(body)
    top = [(s.number, s.heading) for s in outline.sections if s.level == 1]
    assert top == [("一、", "工作开展情况"), ("二、", "存在的困难"), ("三、", "下一步工作计划")]
    assert [s.id for s in outline.sections if s.level == 2] == [
        "1.1",
        "1.2",
        "1.3",
        "1.4",
        "3.1",
        "3.2",
        "3.3",
    ]
    assert [s.number for s in outline.sections if s.level == 3] == ["1.", "2.", "3."] * 4
    assert len(outline.sections) == 22
    assert all(s.heading and len(s.heading) < 24 for s in outline.sections)
    assert [s.start for s in outline.sections if s.level == 1] == [155, 2969, 3104]
