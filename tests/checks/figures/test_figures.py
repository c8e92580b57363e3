"""Figures that do not hold together are found; those that do, or may, are left alone."""

import pytest

import zongjie

LEAD = "甲山县发展改革局2024年工作总结\n一、主要工作\n{}\n"


def flagged(sentence: str) -> list[tuple[str, str]]:
    text = LEAD.format(sentence)
    return [
        (f.code, text[f.start : f.end]) for f in zongjie.analyse(text).findings if f.code.startswith("NM")
    ]


@pytest.mark.parametrize(
    ("sentence", "code", "words"),
    [
        ("培训近300余人。", "NM07", "近300余"),
        ("发放至少20份以上。", "NM07", "至少20份以上"),
        ("投诉量减少了3倍。", "NM06", "减少了3倍"),
        ("整改率为104%。", "NM09", "整改率为104%"),
        ("在全市11个县区中排名第13位。", "NM10", "全市11个县区中排名第13位"),
        ("增长4~6%。", "NM13", "4~6%"),
        ("慰问5百户。", "NM14", "5百"),
        ("新建1O个站点。", "NM15", "1O"),
        ("建成项目9个,其中市级4个、县级7个。", "NM02", "9个"),
        ("受理事项200件,办结150件,办结率80%。", "NM03", "80%"),
        ("网点由20个增加到30个,增长40%。", "NM04", "40%"),
        ("普及率由70%提高到75%,提高8个百分点。", "NM04", "8个百分点"),
        ("普及率由70%提高到75%,提高5%。", "NM05", "5%"),
        ("新建任务30个,完成28个,超额完成任务。", "NM17", "28个"),
    ],
)
def test_fault_is_flagged_at_its_words(sentence: str, code: str, words: str) -> None:
    assert flagged(sentence) == [(code, words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "培训近300人,走访500余户,约80家参加。",
        "近20余年来首次下降。",
        "节约200余万元,签约30多家,超过半数规模以上企业投产。",
        "城乡收入比缩小到2.1倍,投诉量减少三分之二。",
        "预算执行率104%,整改率100%。",
        "在全市11个县区中排名第3位。",
        "增长4%~6%,2021—2025年实施。",
        "新增高标准农田5千公顷,产能3千吨,线路35千伏。",
        "启动O2O平台,建成5G基站10个。",
        "培训60人,其中女性40人、党员35人。",
        "受理事项200件,办结150件,办结率75%,满意率99%。",
        "受理事项203件,办结150件,办结率73.9%。",
        "网点由20个增加到30个,增长50%。",
        "网点由约20个增加到30个,增长40%。",
        "普及率由70%提高到75%,提高5个百分点。",
        "产量由二十八万吨增加到四十万吨,增长百分之四十二点二。",
        "新建任务30个,完成32个,超额完成任务。",
    ],
)
def test_figures_that_hold_are_left_alone(sentence: str) -> None:
    assert flagged(sentence) == []


def test_look_alike_is_mended() -> None:
    (finding,) = [f for f in zongjie.analyse(LEAD.format("新建l2个站点。")).findings if f.code == "NM15"]
    assert finding.fix == "12"


def test_both_sides_of_a_growth_are_shown() -> None:
    text = LEAD.format("网点由20个增加到30个,增长40%。")
    (finding,) = [f for f in zongjie.analyse(text).findings if f.code == "NM04"]
    assert [text[r.start : r.end] for r in finding.related] == ["20个", "30个"]
    assert finding.evidence["computed"] == "50%"
