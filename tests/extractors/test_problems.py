"""Shortfalls are found in sections of their own and in passing; each span is one clause."""

from pathlib import Path

import pytest

import zongjie
from zongjie.analyzer import understand
from zongjie.extractors.problems import extract_problems
from zongjie.readers import report_of

TITLE = "甲山县水务局2024年工作总结\n一、主要工作\n共清淤3公里,完成了验收。\n"


def problems(text: str) -> list[str]:
    analysis = understand(report_of(text))
    return [text[p.start : p.end] for p in analysis.problems]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "二、存在的问题\n主要表现在:一是管护经费不足;二是人员老化较为突出;三是巡查还不够及时等等。",
            ["管护经费不足", "人员老化较为突出", "巡查还不够及时"],
        ),
        ("二、存在的不足\n管护经费不足。人员老化突出。今后将加以改进。", ["管护经费不足", "人员老化突出"]),
        (
            "我们也清醒地看到,管护经费不足;人员老化突出。对这些问题,我们将采取措施加以解决。",
            ["管护经费不足", "人员老化突出"],
        ),
        (
            "同时,工作中还存在一些困难和问题:管护经费不足;巡查不够及时。",
            ["管护经费不足", "巡查不够及时"],
        ),
    ],
)
def test_each_shortfall_is_one_clause_without_mark_and_stop(told: str, expected: list[str]) -> None:
    assert problems(TITLE + told) == expected
    full = str.maketrans({",": "\uff0c", ";": "\uff1b", ":": "\uff1a"})
    assert problems((TITLE + told).translate(full)) == [one.translate(full) for one in expected]


def test_a_solved_problem_is_no_shortfall() -> None:
    assert problems(TITLE + "二、民生工作\n解决群众饮水问题5件,补齐短板3处。") == []


def test_ids_run_through_the_report() -> None:
    found = zongjie.analyse(TITLE + "二、存在的问题\n一是经费不足;二是人手不够。").problems
    assert [p.id for p in found] == ["p1", "p2"]
    assert {p.section for p in found} == {"2"}


def test_sample_tells_four_problems(real_reports: Path) -> None:
    text = (real_reports / "seed-zhengxie-2024h1.txt").read_text("utf-8")
    assert [text[p.start : p.end][-6:] for p in understand(report_of(text)).problems] == [
        "发挥不够充分", "还需进一步提升"[-6:], "政协工作还有差距"[-6:], "延伸不够充分"[-6:],
    ]  # fmt: skip


@pytest.mark.usefixtures("finishes")
def test_cost_does_not_explode_on_hostile_text() -> None:
    text = "我们也清醒地看到还存在" * 45_000 + "。管护经费不足。"
    (found,) = extract_problems(understand(report_of(text)))
    assert text[found.start : found.end] == "管护经费不足"
