"""The identity card: organisation, kind, level, period, dissent, and whether it is a report at all."""

from datetime import date
from pathlib import Path

import pytest

from zongjie.analyzer import understand
from zongjie.document import Profile
from zongjie.extractors.profile import extract_profile
from zongjie.readers import report_of

BODY = "\n一、主要工作\n共清淤3公里,完成了验收。\n"


def card(text: str) -> Profile:
    return understand(report_of(text)).profile


@pytest.mark.parametrize(
    ("title", "organisation", "kind", "level"),
    [
        ("甲山县水务局2024年工作总结", "甲山县水务局", "department", "县"),
        ("绍兴市中级人民法院2023年工作报告", "绍兴市中级人民法院", "court", "市"),
        ("市政协2024年上半年工作总结", "市政协", "consultative", "市"),
        ("甲山镇2024年工作总结及2025年工作计划", "甲山镇", "township", "乡"),
        ("甲山市第二实验小学2023—2024学年工作总结", "甲山市第二实验小学", "school", "单位"),
        ("甲山市人民医院2024年工作总结", "甲山市人民医院", "hospital", "单位"),
        ("甲山建设集团有限公司2024年工作总结", "甲山建设集团有限公司", "enterprise", "单位"),
        ("2024年个人述职报告", None, "personal", "个人"),
        ("石塘区市场监督管理局2024年工作总结", "石塘区市场监督管理局", "department", "县"),
        ("甲山市石塘区人民政府2024年工作总结", "甲山市石塘区人民政府", "government", "县"),
        ("甲山县水务局2025年工作计划", "甲山县水务局", "plan", "县"),
        ("甲山县人大常委会2024年工作报告", "甲山县人大常委会", "congress", "县"),
    ],
)
def test_title_tells_who(title: str, organisation: str | None, kind: str, level: str) -> None:
    profile = card(title + BODY)
    assert (profile.organisation, profile.kind, profile.level) == (organisation, kind, level)


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("市政协2024年上半年工作总结和下半年工作计划", date(2024, 1, 1), date(2024, 6, 30)),
        ("甲山县水务局2024年工作总结", date(2024, 1, 1), date(2024, 12, 31)),
        ("甲山县水务局2024年一季度工作总结", date(2024, 1, 1), date(2024, 3, 31)),
        ("甲山县水务局2024年1-9月工作总结", date(2024, 1, 1), date(2024, 9, 30)),
        ("甲山县水务局2024年2月份工作总结", date(2024, 2, 1), date(2024, 2, 29)),
        ("甲山小学2023—2024学年第一学期工作总结", date(2023, 9, 1), date(2024, 1, 31)),
        ("甲山县水务局2025年下半年工作计划", date(2025, 7, 1), date(2025, 12, 31)),
        (
            "甲山县纪律检查委员会向中国共产党甲山县第九次代表大会的工作报告\n（2021年8月6日）",
            date(2016, 1, 1),
            date(2021, 12, 31),
        ),
    ],
)
def test_title_tells_the_period(title: str, start: date, end: date) -> None:
    period = card(title + BODY).period
    assert period is not None
    assert (period.start, period.end) == (start, end)


def test_five_years_since_the_last_session() -> None:
    text = (
        "各位代表：\n我省第五届人民代表大会第一次会议在一九七七年十二月举行，至今已经五年了。"
        "现在，我代表省政府报告过去五年的工作，请予审议。\n" + BODY
    )
    period = card(text).period
    assert period is not None
    assert (period.start.year, period.end.year) == (1978, 1982)


@pytest.mark.parametrize(
    ("review", "start", "end"),
    [
        ("一、2023年工作回顾\n", 2023, 2023),
        ("一、过去一年的工作\n过去一年,全市经济向好。\n", 2023, 2023),
        ("一、过去五年工作回顾\n五年来,全市经济向好。\n", 2019, 2023),
        ("一、过去五年和2023年工作回顾\n", 2023, 2023),
    ],
)
def test_government_report_tells_of_the_year_before_delivery(review: str, start: int, end: int) -> None:
    text = (
        "政府工作报告\n——2024年1月20日在绍兴市第九届人民代表大会第三次会议上\n市长 某某\n各位代表:\n"
        f"现在,我代表市人民政府,向大会报告工作,请予审议。\n{review}共完成投资3亿元。\n"
    )
    profile = card(text)
    assert profile.organisation == "绍兴市人民政府"
    assert (profile.kind, profile.level) == ("government", "市")
    assert profile.period is not None
    assert (profile.period.start.year, profile.period.end.year) == (start, end)


def test_county_that_calls_itself_another_level_dissents() -> None:
    profile = card("绍兴市水务局2024年工作总结\n一、主要工作\n我县共清淤3公里,我市完成了验收。")
    assert [e.value for e in profile.dissent] == ["我县"]
    assert card("崇信县水务局2024年工作总结\n一、主要工作\n我县共清淤3公里,我市领导到会。").dissent == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("def add(a, b):\n    return a + b\n\nprint(add(1, 2))  # 3\n" * 5, False),
        ("春天来了\n风儿轻轻吹过山岗\n花儿悄悄开在路旁\n我在树下听鸟歌唱\n" * 3, False),
        ("新华社北京5月1日电(记者张三)5月1日清晨,天安门广场人潮涌动,游客们挥舞着小旗,歌声四起。", False),
        ("# 7月基础设施组小结\n## 本月工作\n1. 修复登录页\n2. 组织例会4次", True),
        ("各位代表:\n现在,我代表市人民政府,向大会报告工作,请予审议。", True),
        ("共清淤3公里,完成了泵站验收,组织培训5次,服务群众200人,各项工作任务顺利推进。", True),
    ],
)
def test_what_is_no_report_is_said_to_be_none(text: str, expected: bool) -> None:
    assert card(text).is_report is expected


OTHER_GENRES = [
    "城关中学举行运动会\n\n10月15日,秋季运动会在田径场开幕。1200名运动员参加了36个项目的角逐。比赛持续两天。\n",
    "养犬管理办法\n\n第一条 为加强管理,制定本办法。\n第二条 本办法适用于全市。\n第三条 养犬应当登记。\n",
    "房屋租赁合同\n\n甲方:张某\n乙方:李某\n\n一、甲方将房屋出租给乙方使用,租期一年。\n二、租金按月支付。\n",
    "关于召开年度工作会议的通知\n\n各科室:\n\n定于12月28日召开年度工作会议,请准时参加。\n\n办公室\n",
    "红烧肉的做法\n\n准备五花肉500克,切成小块,冷水下锅焯水,加生抽、老抽、料酒,小火炖一小时,收汁即可。\n",
    "摘要:本文提出一种基于注意力的文本分类方法,在三个数据集上的实验表明该方法有效。\n关键词:分类;注意力\n",
]


@pytest.mark.parametrize("text", OTHER_GENRES)
def test_news_rules_contracts_notices_recipes_and_papers_are_no_reports(text: str) -> None:
    assert not card(text).is_report


def test_all_real_reports_are_reports(real_reports: Path) -> None:
    files = sorted(real_reports.glob("gov-2026/*.txt"))[:4] + sorted(real_reports.glob("other/*.txt"))[::6]
    for path in files:
        assert card(path.read_text("utf-8", errors="replace")).is_report, path.name


def test_sample_card(real_reports: Path) -> None:
    text = (real_reports / "seed-zhengxie-2024h1.txt").read_text("utf-8")
    profile = card(text)
    assert (profile.organisation, profile.kind, profile.level) == ("市政协", "consultative", "市")
    assert profile.period is not None
    assert profile.period.label == "2024年上半年"
    assert [e.value for e in profile.dissent].count("我县") == 5
    assert "十届一次全会" in profile.sessions
    assert all(text[e.start : e.end] for e in (*profile.evidence, *profile.dissent))


@pytest.mark.usefixtures("finishes")
@pytest.mark.parametrize("piece", ["一", "我县", "2024年", "市"])
def test_cost_does_not_explode_on_hostile_text(piece: str) -> None:
    text = piece * (500_000 // len(piece))
    profile = extract_profile(understand(report_of(text)))
    assert not profile.is_report
    assert all(0 <= e.start < e.end <= len(text) for e in (*profile.evidence, *profile.dissent))


def test_town_and_country_of_a_bureau_are_no_place() -> None:
    """住房和城乡建设局 looks after 城乡; its place ends before that, and 全县 is its own county."""
    for bureau in ("住房和城乡建设局", "城市管理局", "市场监督管理局"):
        body = f"甲山县{bureau}2024年工作总结\n一、主要工作\n对全县3万栋房屋排查一遍。\n"
        profile = understand(report_of(body)).profile
        assert profile.places[0] == "甲山县"
        assert not profile.dissent
