"""Object, action, metric, change, and whose change it is."""

from datetime import date
from decimal import Decimal

import pytest
from tests.extractors.quantities.conftest import Read

from zongjie.document import Period


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("提出的60多条意见建议被采纳。", "60多条", "意见建议"),
        ("城区关闭自备井98口。", "98口", "自备井"),
        ("组建了三个调研组。", "三个", "调研组"),
        ("举办“微讲堂”20余次。", "20余次", "微讲堂"),
        ("5名委员作了发言。", "5名", "委员"),
        ("新建中心（所、站）28个。", "28个", "中心"),
        ("地区生产总值增长5%。", "5%", "地区生产总值"),
        ("新增泵站A型3座、B型5座。", "3座", "型"),
        ("宣讲党的政策8次。", "8次", "宣讲"),
        ("刊印学习简报6期。", "6期", "简报"),
        ("收到来信90件，经审查立案70件。", "70件", "来信"),
        ("材料送交8个部门研究办理。", "8个", "部门"),
        ("组建四个专题视察组。", "四个", "视察组"),
        ("接待市民参观书法展约2100人次。", "2100人次", "市民"),
        ("来件办结率95%。", "95%", "办结率"),
        ("货款回收300万元。", "300万元", "货款"),
        ("对60家客户进行信用评级。", "60家", "客户"),
        ("4人被评为先进工作者。", "4人", "先进工作者"),
        ("新建5座20万千瓦风电场。", "5座", "风电场"),
        ("新建6个达标提升村。", "6个", "提升村"),
        ("推出9项便利化创新举措。", "9项", "举措"),
        ("新开3条国内及港澳航线。", "3条", "航线"),
        ("完成了群众普遍关心的七件事。", "七件", "事"),
        ("居民可支配收入达到3万元。", "3万元", "可支配收入"),
        ("打掉盗窃团伙12个。", "12个", "团伙"),
        ("工业投资平稳增长，全年增长9%。", "9%", "工业投资"),
        ("研发经费占生产总值的2.1%。", "2.1%", "研发经费"),
        ("企业减负2.4亿元。", "2.4亿元", "减负"),
        ("合格率，由65%提高到91%。", "91%", "合格率"),
        ("城乡医保、低保标准分别为40元、60元。", "40元", "城乡医保标准"),
        ("改造40个村污水管网。", "40个", "村"),
        ("新建12个村卫生室。", "12个", "村卫生室"),
        ("人口自然增长率5‰。", "5‰", "人口自然增长率"),
        ("财政科技投入从3亿元增加到4亿元。", "3亿元", "科技投入"),
        ("工业增加值增速居全省第2位。", "第2位", "增速"),
        ("示范县（区）达到18个。", "18个", "县（区）"),
        ("合格率从最高时的95%回落到91%。", "95%", "合格率"),
        ("民生支出42亿元，占财政支出比重达78%。", "78%", "民生支出"),
        ("城镇就业新增2万人。", "2万人", "就业"),
        ("创建3个国家级和9个省级示范社区。", "3个", "示范社区"),
        ("引进3家世界500强企业。", "3家", "企业"),
        ("完善15分钟便民生活圈。", "15分钟", "生活圈"),
        ("首次突破两亿元大关，税收完成2亿元。", "2亿元", "税收"),
        ("建成卫生室33个（东城区22个、西城区11个）。", "22个", "卫生室"),
    ],
)
def test_object(read: Read, text: str, words: str, wanted: str) -> None:
    (told,) = [q.object for q in read(text) if text[q.start : q.end] == words]
    assert told is not None
    assert told.endswith(wanted)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("移送司法机关处理24人。", "24人"),
        ("总产值位居全市第3位。", "第3位"),
        ("形成联合执法等26条可推广经验。", "26条"),
        ("涉及诉讼的有16人。", "16人"),
    ],
)
def test_no_object_is_better_than_a_wrong_one(read: Read, text: str, words: str) -> None:
    (told,) = [q.object for q in read(text) if text[q.start : q.end] == words]
    assert told is None or told in ("总产值", "可推广经验")


def test_an_indicator_is_a_metric(read: Read) -> None:
    (quantity,) = read("地区生产总值增长5%。")
    assert (quantity.metric, quantity.action) == ("地区生产总值", "增长")


def test_growth_names_what_grew(read: Read) -> None:
    level, growth = read("完成投资300亿元、增长7.3%。")
    assert growth.of == level.id
    assert growth.change is not None
    assert (growth.change.kind, growth.change.amount) == ("同比", Decimal("7.3"))
    assert growth.object == level.object == "投资"


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("产值同比下降3.1%。", "同比", "-3.1"), ("产值环比增长2%。", "环比", "2"),
        ("产值比上年增长9%。", "较上年", "9"), ("产值年均增长6%。", "年均", "6"),
        ("产值翻一番。", "翻番", "2"),
    ],
)  # fmt: skip
def test_change(read: Read, text: str, kind: str, amount: str) -> None:
    change = read(text)[-1].change
    assert change is not None
    assert (change.kind, str(change.amount)) == (kind, amount)


def test_from_and_to_make_one_change(read: Read) -> None:
    before, after = read("覆盖率由12.3%提高到15.6%。")
    assert before.kind == "baseline"
    assert after.change is not None
    assert (after.change.from_, after.change.to, after.change.amount) == (
        Decimal("12.3"), Decimal("15.6"), Decimal("3.3"),
    )  # fmt: skip


def test_a_level_is_no_change(read: Read) -> None:
    (quantity,) = read("泵站增至37座。")
    assert quantity.change is None


def test_respectively_gives_each_number_its_item(read: Read) -> None:
    first, second = read("投资、税收分别完成30亿元、5亿元。")
    assert (first.object, second.object) == ("投资", "税收")


def test_parts_name_their_whole(read: Read) -> None:
    whole, part, second = read("新增企业186家，其中民营企业120家、外资企业16家。")
    assert (part.part_of, second.part_of, whole.part_of) == (whole.id, whole.id, None)


def test_growths_belong_to_the_levels_in_order(read: Read) -> None:
    one, two, first, second = read("产值、税收分别达到30亿元、5亿元，分别增长6.1%、7.2%。")
    assert (first.of, second.of) == (one.id, two.id)
    assert (first.object, second.object) == ("产值", "税收")


def test_a_list_of_growths_shares_the_verb(read: Read) -> None:
    changes = [q.change for q in read("进出口额、利用外资分别下降24.3%和8.7%。")]
    assert [change and (change.kind, str(change.amount)) for change in changes] == [
        ("同比", "-24.3"), ("同比", "-8.7"),
    ]  # fmt: skip


def test_a_first_is_a_change(read: Read) -> None:
    (quantity,) = read("出口收入首次突破5000万元。")
    assert quantity.change is not None
    assert (quantity.change.kind, quantity.change.to) == ("首次突破", Decimal("50000000"))


YEAR = Period(date(2024, 1, 1), date(2024, 12, 31), "2024年")
HALF = Period(date(2024, 1, 1), date(2024, 6, 30), "2024年上半年")


@pytest.mark.parametrize(
    ("text", "role", "period", "wanted"),
    [
        ("2024年，办结案件32件。", "achievement", YEAR, "2024年"),
        ("上半年办结案件32件。", "achievement", YEAR, "2024年上半年"),
        ("全年办结案件32件。", "achievement", YEAR, "2024年"),
        ("去年办结案件32件。", "achievement", HALF, "2023年"),
        ("比2020年多办案件32件。", "achievement", YEAR, None),
        ("“十四五”期间，建成学校32所。", "achievement", YEAR, "“十四五”期间"),
        ("今年力争建成学校32所。", "plan", YEAR, "2025年"),
        ("今年力争建成学校32所。", "plan", HALF, "2024年"),
        ("到2030年，建成学校32所。", "plan", YEAR, "2030年"),
        ("建成学校32所。", "achievement", YEAR, None),
    ],
)
def test_period_is_what_the_sentence_names(
    read: Read, text: str, role: str, period: Period, wanted: str | None
) -> None:
    (told,) = [q.period for q in read(text, role, period) if q.value == 32]
    assert told == wanted
