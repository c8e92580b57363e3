"""Furniture is marked to the character, and the report's own words never."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zongjie.cleaners import clean
from zongjie.document import Removed, blank_out
from zongjie.readers import read, report_of

BODY = (
    "一、工作情况\n全年修复渠道12公里，新建泵站3座，受益群众1.2万人，群众满意度达到98%，"
    "各项任务按期完成，得到上级肯定。\n二、存在问题\n人手不足，经费紧张，部分设施老化，仍需加大投入力度，"
    "确保来年各项任务按期完成。\n"
)
TITLE = "甲山县水利局2024年工作总结\n"


def removed(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in clean(report_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(精选)" + TITLE + BODY, [("site_title", "(精选)")]),
        ("【最新】（完整版）" + TITLE + BODY, [("site_title", "【最新】（完整版）")]),
        ("甲山县工作总结(精选5篇)\n" + BODY, [("site_title", "(精选5篇)")]),
        (TITLE + "白云 分享 时间：\n" + BODY, [("byline", "白云 分享 时间：")]),
        (
            TITLE + "来源：甲山日报\n时间：2025-01-09\n" + BODY,
            [("byline", "来源：甲山日报\n时间：2025-01-09")],
        ),
        (TITLE + "发布时间：\n2025-01-09 08:30\n" + BODY, [("byline", "发布时间：\n2025-01-09 08:30")]),
        (
            "下载\n打印\n【字号：\n大\n中\n小\n】\n" + TITLE + BODY,
            [("page_furniture", "下载\n打印\n【字号：\n大\n中\n小\n】")],
        ),
        (
            "当前位置：首页 > 政务公开 > 工作总结\n" + TITLE + BODY,
            [("page_furniture", "当前位置：首页 > 政务公开 > 工作总结")],
        ),
        (
            "网站首页\n机构\n您的位置：\n首页\n>\n要闻\n" + TITLE + BODY,
            [("page_furniture", "网站首页\n机构\n您的位置：\n首页\n>\n要闻")],
        ),
        (
            TITLE + "本文总结水利工作。以下是小编为大家整理的水利局工作总结，仅供参考！\n" + BODY,
            [("blurb", "本文总结水利工作。以下是小编为大家整理的水利局工作总结，仅供参考！")],
        ),
        (TITLE + BODY + "责任编辑：某人\n", [("byline", "责任编辑：某人")]),
        (
            TITLE + BODY + "上一篇：甲山县概况\n下一篇：乙水县概况\n版权所有 甲山县\n",
            [("tail", "上一篇：甲山县概况\n下一篇：乙水县概况\n版权所有 甲山县")],
        ),
        (TITLE + BODY + "\n55 901234\n});", [("tail", "55 901234\n});")]),
        (TITLE + "<!-- 图 -->\n" + BODY, [("page_furniture", "<!-- 图 -->")]),
    ],
)
def test_furniture_is_marked_to_the_character(text: str, expected: list[tuple[str, str]]) -> None:
    assert removed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        TITLE + BODY,
        "甲山县水利局(草案)\n" + BODY,
        "水利局工作总结（征求意见稿）\n（2025年1月9日）\n" + BODY,
        TITLE + "局长 某某某\n各位代表：\n" + BODY,
        TITLE + BODY + "附件：\n1.项目表\n2.名词解释\n“三保”：保工资。\n",
        TITLE + BODY + "主办单位：甲山县水利局，乙水镇人民政府\n",
        TITLE + "编写简报12期，供县领导参考。\n" + BODY,
        TITLE + BODY + "特此报告。\n\n甲山县水利局\n2025年1月9日\n",
        TITLE
        + "全县开展“下载反诈软件”活动，打印资料，收藏家协会参加，共计发放宣传品三千份，群众踊跃参加活动。\n",
    ],
)
def test_the_reports_own_words_are_left_alone(text: str) -> None:
    assert removed(text) == []


LINES = st.sampled_from(
    [
        *("首页", ">", "来源：甲山日报", "打印", "", "一、工作情况", "完成12项。", "(精选)总结", "40 123456"),
        *('");', "????", "以下是小编为您整理的总结，供您参考!", "相关链接：", "<!--", "-->", "各位代表："),
        "\u3000\u3000全年造林320亩。",
    ]
)


@given(st.lists(LINES, min_size=1, max_size=40))
@settings(max_examples=150, deadline=None)
def test_spans_are_disjoint_ordered_and_keep_the_length(lines: list[str]) -> None:
    text = "总结" + "\n".join(lines)
    spans = clean(report_of(text))
    assert all(0 <= one.start < one.end <= len(text) for one in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    body = blank_out(text, spans)
    assert len(body) == len(text)
    assert [i for i, c in enumerate(body) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]


@pytest.mark.parametrize(
    "text",
    [
        "一" * 10**6,
        "1" * 10**6,
        "?" * 10**6,
        "\n".join(["首页"] * 300_000),
        "以下是" * 300_000,
        "<!--" * 200_000,
    ],
    ids=["one character", "digits", "question marks", "buttons", "offers", "comments"],
)
@pytest.mark.usefixtures("finishes")
def test_cost_does_not_explode_on_hostile_text(text: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in clean(report_of(text)))


def test_the_seed_report(real_reports: Path) -> None:
    report = read(real_reports / "seed-zhengxie-2024h1.txt")
    assert clean(report) == (
        Removed("site_title", 0, 4),
        Removed("byline", 29, 38),
        Removed("blurb", 40, 127),
        Removed("tail", 4053, 4067),
    )


def test_prose_of_real_reports_is_never_marked(real_reports: Path) -> None:
    """A marked line holds prose only in a blurb or a licence: no line of 60 characters with a stop."""
    for folder in ("gov-2026", "series", "other"):
        for path in sorted((real_reports / folder).rglob("*.txt"))[:80]:
            report = read(path)
            for one in clean(report):
                if one.kind == "blurb" or "著作权" in report.text[one.start : one.end]:
                    continue
                for line in report.text[one.start : one.end].split("\n"):
                    assert len(line) < 60 or "。" not in line or line.startswith("<!--"), (path.name, one)
