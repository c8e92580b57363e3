"""What counts as what (GOLD.md): the same words in other surroundings are another kind."""

from datetime import date

import pytest
from tests.extractors.quantities.conftest import Read

from zongjie.document import Period

HALF_YEAR = Period(date(2024, 1, 1), date(2024, 6, 30), "2024年上半年")
YEAR = Period(date(2023, 1, 1), date(2023, 12, 31), "2023年")


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("组织研讨32次。", "32次", "achievement"),
        ("力争新建泵站20座。", "20座", "target"),
        ("到2030年新建泵站20座。", "20座", "target"),
        ("收入从300万元提高到500万元。", "300万元", "baseline"),
        ("收入从300万元提高到500万元。", "500万元", "achievement"),
        ("在去年40家的基础上新增8家。", "40家", "baseline"),
        ("认真学习四个自信。", "四个", "slogan"),
        ("打好三大攻坚战。", "三大", "slogan"),
        ("“十四五”开局良好。", "十四五", "plan_name"),
        ("实施“5+3”机制。", "5+3", "plan_name"),
        ("开展三年行动。", "三年", "plan_name"),
        ("召开十届一次全会。", "十届一次", "ordinal"),
        ("贯彻二十届四中全会精神。", "二十届四中", "ordinal"),
        ("建成三级医院。", "三级", "ordinal"),
        ("第二幼儿园投用。", "第二", "name"),
        ("国道312改造完工。", "312", "name"),
        ("5G基站开通。", "5G", "name"),
        ("T800材料量产。", "T800", "name"),
        ("印发〔2024〕3号文件。", "2024", "reference"),
        ("12345热线运行平稳。", "12345", "reference"),
        ("7月底完成任务。", "7月底", "date"),
        ("连续七年保持稳定。", "七年", "date"),
        ("审批时间压缩到4小时。", "4小时", "achievement"),
        ("全年开放142天。", "142天", "achievement"),
        ("抓好以下六个方面工作。", "六个", "other"),
        ("建成一批泵站。", "一批", "other"),
        ("新建几所学校。", "几所", "other"),
        ("打造两支队伍。", "两支", "achievement"),
        ("委员和干部两支队伍的建设。", "两支", "other"),
        ("增速居全省第3位。", "第3位", "achievement"),
        ("把安全摆在第一位。", "第一位", "ordinal"),
        ("主要预期目标是：产值增长6%；税收增长5%。", "5%", "target"),
        ("海拔5000米以上乡镇12个通了公路。", "5000米", "other"),
    ],
)
def test_kind_in_a_section_of_achievements(read: Read, text: str, words: str, kind: str) -> None:
    told = {text[q.start : q.end]: q.kind for q in read(text)}
    assert told[words] == kind


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("产值增长5%左右。", "5%", "target"),
        ("新建泵站20座。", "20座", "target"),
        ("去年已建成泵站15座。", "15座", "achievement"),
        ("截至目前累计建成泵站15座。", "15座", "achievement"),
    ],
)
def test_kind_in_a_plan(read: Read, text: str, words: str, kind: str) -> None:
    told = {text[q.start : q.end]: q.kind for q in read(text, role="plan")}
    assert told[words] == kind


def test_last_year_is_a_baseline_in_a_half_year_report_only(read: Read) -> None:
    text = "去年召开会议13次。"
    assert read(text, period=HALF_YEAR)[0].kind == "baseline"
    assert read(text, period=YEAR)[0].kind == "achievement"


def test_an_earlier_year_is_a_baseline_unless_compared_with(read: Read) -> None:
    assert read("2019年建成泵站13座。", period=YEAR)[1].kind == "baseline"
    assert read("比2019年增加泵站13座。", period=YEAR)[1].kind == "achievement"


def test_a_shortfall_in_a_problem_section_is_no_achievement(read: Read) -> None:
    assert [q.kind for q in read("全年停线73小时，仍有不足，仅完成3件。", role="problem")].count(
        "achievement"
    ) == 0


def test_the_year_that_a_sentence_tells_of_is_promised_or_done(read: Read) -> None:
    ahead = "2024年全市粮食产量为90万吨，棉花产量为5万吨。"
    assert [q.kind for q in read(ahead, period=YEAR)[1:]] == ["target", "target"]
    assert [q.kind for q in read("二〇二三年，粮食产量增长五成。", role="plan", period=YEAR)[1:]] == [
        "achievement"
    ]
    assert read("比2024年的计划多建泵站3座。", period=YEAR)[1].kind == "achievement"


def test_a_year_ahead_goes_on_in_the_next_sentence_only(read: Read) -> None:
    text = "2024年粮食产量将增长5%。棉花产量为6万吨。新建了泵站7座。"
    kinds = {text[q.start : q.end]: q.kind for q in read(text, period=YEAR)}
    assert (kinds["5%"], kinds["6万吨"], kinds["7座"]) == ("target", "target", "achievement")


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("实施“六进服务”行动。", "六进", "plan_name"),
        ("抓好“一河三岸”。", "一河三岸", "slogan"),
        ("水稻实现“九连增”。", "九连增", "slogan"),
        ("推进“四个全面”战略布局。", "四个", "slogan"),
        ("编制第十五个五年规划。", "第十五个五年", "plan_name"),
        ("办好两件大事。", "两件", "other"),
        ("稳居全国县域百强县前50强。", "前50强", "achievement"),
        ("居全省第4、第10位。", "第4", "achievement"),
        ("建成500千伏变电站。", "500千伏", "other"),
        ("会议定于下午3点召开。", "3点", "date"),
        ("（十二）建设泵站。", "十二", "ordinal"),
        ("市财政每年安排500万元修渠。", "500万元", "achievement"),
    ],
)
def test_kind_of_a_phrase(read: Read, text: str, words: str, kind: str) -> None:
    told = {text[q.start : q.end]: q.kind for q in read(text)}
    assert told[words] == kind


@pytest.mark.parametrize("text", ["实施百千万工程", "坚持四个自信", "反对四风", "“一", "第", "（一"])
def test_a_phrase_may_end_the_text(read: Read, text: str) -> None:
    assert all(q.end <= len(text) for q in read(text))
