"""Headings that state a role, and headings that only look as if they did."""

import pytest

from zongjie.classifiers.role_cues import defines_a_term, role_by_call, role_by_heading
from zongjie.document import Role

HEADINGS: list[tuple[str, Role | None]] = [
    ("工作开展情况", "achievement"),
    ("2025年工作回顾", "achievement"),
    ("主要指标完成情况", "achievement"),
    ("“十四五”规划执行情况", "achievement"),
    ("上半年主要工作", "achievement"),
    ("存在的困难", "problem"),
    ("存在的主要问题", "problem"),
    ("问题与不足", "problem"),
    ("面临的困难和挑战", "problem"),
    ("不足之处", "problem"),
    ("反思与不足", "problem"),
    ("问题和教训", "problem"),
    ("没做好的地方", "problem"),
    ("着力解决群众反映强烈的突出问题", None),
    ("缩小城乡差距", None),
    ("集中整治突出问题", None),
    ("下一步工作计划", "plan"),
    ("下半年工作安排", "plan"),
    ("2026年重点工作", "plan"),
    ("明年工作打算", "plan"),
    ("今后努力方向", "plan"),
    ("2020年怎么干", "plan"),
    ("明年想做的几件事", "plan"),
    ("“十五五”时期主要目标和重大任务", "plan"),
    ("聚焦中心任务,强化履职本领", None),
    ("完成年度目标任务", None),
    ("坚持攻坚克难，主要目标任务如期完成", None),
    ("几点体会", "other"),
    ("主要经验教训", "other"),
    ("名词解释", "other"),
    ("参考链接", "other"),
    ("新时代“枫桥经验”", None),
    ("前言", "opening"),
    ("结束语", "closing"),
    ("推进乡村全面振兴", None),
    ("", None),
]


@pytest.mark.parametrize(("heading", "role"), HEADINGS)
def test_only_a_sure_heading_states_a_role(heading: str, role: Role | None) -> None:
    assert role_by_heading(heading) == role


def test_a_call_opens_the_report_or_closes_it() -> None:
    assert role_by_call("各位代表", ":现在,我代表区政府向大会报告工作,请予审议。", False) == "opening"
    assert role_by_call("各位委员、同志们", "!让我们同心同德,再创佳绩!", True) == "closing"
    assert role_by_call("各位代表", "!过去一年,我们完成了各项任务。", False) is None
    assert role_by_call("强化服务", "各位代表", True) is None


@pytest.mark.parametrize(
    ("words", "yes"), [("是指由村集体领办的合作社。", True), ("指挥部建成投用。", False)]
)
def test_an_entry_of_a_glossary_explains_a_term(words: str, yes: bool) -> None:
    assert defines_a_term(words) is yes
