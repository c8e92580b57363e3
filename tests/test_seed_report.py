"""The main job on one real report: what must be found, and what must be left alone.

Places are told by offset and by short fragments; the report itself is not part of the project.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import zongjie


@pytest.fixture(scope="module")
def seed(real_reports: Path) -> zongjie.Analysis:
    return zongjie.analyse_file(real_reports / "seed-zhengxie-2024h1.txt")


def words(analysis: zongjie.Analysis, start: int, end: int) -> str:
    return analysis.report.text[start:end]


def test_text_stays_as_read(seed: zongjie.Analysis, real_reports: Path) -> None:
    raw = (real_reports / "seed-zhengxie-2024h1.txt").read_bytes()
    assert seed.report.text.encode("utf-8") == raw


def test_furniture_is_marked(seed: zongjie.Analysis) -> None:
    removed = [(r.kind, words(seed, r.start, r.end)) for r in seed.removed]
    assert removed[0] == ("site_title", "(精编)")
    assert removed[1][0] == "byline"
    assert removed[1][1].startswith("云海 分享")
    assert removed[2][0] == "blurb"
    assert removed[2][1].endswith("供您参考!")
    assert [r for r in removed[3:] if r[0] != "tail"] == []
    tail = "".join(w for _, w in removed[3:])
    assert "40 3708418" in tail
    assert '");' in tail
    assert len(removed) <= 5


def test_outline(seed: zongjie.Analysis) -> None:
    headed = [s for s in seed.sections if s.heading is not None]
    assert [s.id for s in headed if s.level == 1] != []
    top = [(s.number, s.heading) for s in headed if s.level == 1]
    assert top == [("一、", "工作开展情况"), ("二、", "存在的困难"), ("三、", "下一步工作计划")]
    marks = [(s.level, s.number) for s in headed]
    part = [(3, "1."), (3, "2."), (3, "3.")]
    second = [(2, f"({n})") for n in "一二三四"]
    assert marks == [
        (1, "一、"), second[0], *part, second[1], *part, second[2], *part, second[3], *part,
        (1, "二、"), (1, "三、"), *second[:3],
    ]  # fmt: skip
    assert len(headed) == 22
    for s in headed:
        assert s.heading == words(seed, s.heading_start or 0, s.heading_end or 0)
        assert "。" not in s.heading


ACHIEVEMENTS = [
    ("32次", "32", "次", "exact", "研讨活动"),
    ("5名", "5", "名", "exact", "委员"),
    ("60多条", "60", "条", "more_than", "意见建议"),
    ("二十多个", "20", "个", "more_than", "部门"),
    ("98口", "98", "口", "exact", "自备井"),
    ("4个", "4", "个", "exact", "委员工作室"),
    ("50余条", "50", "条", "more_than", "社情民意信息"),
    ("8次", "8", "次", "exact", "宣讲"),
    ("20余次", "20", "次", "more_than", "微协商"),
    ("10件", "10", "件", "exact", "实际问题"),
    ("三个", "3", "个", "exact", "调研组"),
    ("20余条", "20", "条", "more_than", "意见建议"),
    ("30余条", "30", "条", "more_than", "意见建议"),
    ("60余篇", "60", "篇", "more_than", "调研成果"),
]


def test_exactly_fourteen_achievements(seed: zongjie.Analysis) -> None:
    found = [(words(seed, q.start, q.end), str(q.value), q.unit, q.bound) for q in seed.achievements]
    assert sorted(found) == sorted(row[:4] for row in ACHIEVEMENTS)


@pytest.mark.parametrize("row", ACHIEVEMENTS, ids=lambda row: row[0])
def test_achievement_has_its_object(seed: zongjie.Analysis, row: tuple[str, ...]) -> None:
    objects = [
        f"{q.action or ''}{q.object}"
        for q in seed.achievements
        if words(seed, q.start, q.end) == row[0] and q.value == Decimal(row[1])
    ]
    assert any(row[4] in one for one in objects), objects


def test_awards_with_recipients(seed: zongjie.Analysis) -> None:
    found = [(words(seed, a.start, a.end), a.recipient or "") for a in seed.awards]
    wanted = [
        ("省优秀调研成果奖", "赵国进"), ("市优秀提案", "焦爱丽"),
        ("市优秀社情民意信息员", "孙中耀"), ("忻州市优秀调研成果奖", "畜禽养殖"),
    ]  # fmt: skip
    assert len(found) == 4
    for (title, recipient), (wanted_title, wanted_recipient) in zip(found, wanted, strict=True):
        assert wanted_title in title
        assert wanted_recipient in recipient


def test_four_problems(seed: zongjie.Analysis) -> None:
    assert [words(seed, p.start, p.start + 6) for p in seed.problems] == [
        "专门协商机构", "凝聚共识的水", "数字赋能政协", "政协工作向基",
    ]  # fmt: skip


def test_one_repeated_passage(seed: zongjie.Analysis) -> None:
    repeats = [f for f in seed.findings if f.code in ("DU01", "DU02")]
    assert [(f.code, f.start, f.end) for f in repeats] == [("DU02", 558, 715)]
    assert [(r.start, r.end) for r in repeats[0].related] == [(735, 892)]


def test_identity_card(seed: zongjie.Analysis) -> None:
    profile = seed.profile
    assert profile.organisation == "市政协"
    assert (profile.kind, profile.level) == ("consultative", "市")
    assert profile.period is not None
    assert (profile.period.start, profile.period.end) == (date(2024, 1, 1), date(2024, 6, 30))
    assert profile.dissent, "我县 clashes with the title"
    assert profile.places
    assert profile.bodies
    assert profile.sessions
    assert {"organisation", "level", "period"} <= {e.field for e in profile.evidence}


def places(analysis: zongjie.Analysis, code: str) -> list[str]:
    """The words of all places that findings of ``code`` point at."""
    return [
        words(analysis, *place)
        for f in analysis.findings
        if f.code == code
        for place in ((f.start, f.end), *((r.start, r.end) for r in f.related if r.doc is None))
    ]


@pytest.mark.parametrize(
    ("code", "fragments"),
    [
        ("ID01", ["我县", "县委、县政府"]),
        ("ID02", ["县市政协"]),
        ("ID03", ["崇信"]),
        ("TM01", ["全年共"]),
        ("TM02", ["去年五月"]),
        ("ST10", ["向基层延伸"]),
        ("ST17", ["每年确定"]),
        ("RS01", ["****", "******", "XX大"]),
        ("RS02", ["供您参考"]),
        ("RS08", ["40 3708418"]),
    ],
)
def test_known_fault_is_found(seed: zongjie.Analysis, code: str, fragments: list[str]) -> None:
    found = places(seed, code)
    assert [f for f in fragments if not any(f in place for place in found)] == [], found


def test_thin_or_drifting_section(seed: zongjie.Analysis) -> None:
    section = next(s for s in seed.sections if s.id == "1.2.2")
    assert [
        f for f in seed.findings
        if f.code in ("ST06", "ST07") and section.start <= f.start < section.end
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["ID01", "ID02", "ID03", "TM02", "PU02", "DU02"])
def test_one_matter_is_one_finding(seed: zongjie.Analysis, code: str) -> None:
    assert len([f for f in seed.findings if f.code == code]) == 1


def test_only_one_of_three_whole_years_is_wrong(seed: zongjie.Analysis) -> None:
    wrong = [f for f in seed.findings if f.code == "TM01" and "全年" in words(seed, f.start, f.end)]
    assert len(wrong) == 1


def test_traps_are_left_alone(seed: zongjie.Analysis) -> None:
    text = seed.report.text
    lawful = [text.index("对全年工作"), text.index("对全年的"), text.index("兄弟县市")]
    for f in seed.findings:
        if f.code in ("TM01", "ID02"):
            assert not [at for at in lawful if f.start <= at < f.end]
    assert not [f for f in seed.findings if f.code == "ST04"], "两支队伍 promises no list"
    assert len([f for f in seed.findings if not f.preview]) <= 22


def test_summary_rests_on_the_report_and_not_on_the_blurb(seed: zongjie.Analysis) -> None:
    blurb = next(r for r in seed.removed if r.kind == "blurb")
    assert seed.summary.sentences
    for sentence in seed.summary.sentences:
        assert seed.summary.text[sentence.start : sentence.end] == sentence.text
        assert sentence.sources
        for source in sentence.sources:
            assert not (source.start < blurb.end and blurb.start < source.end)


def test_plan_for_the_second_half(seed: zongjie.Analysis) -> None:
    plan = seed.plan
    assert "2024年下半年" in plan.title
    assert "计划" in plan.title
    assert {p for item in plan.items for p in item.answers} == {p.id for p in seed.problems}
    sentences = [s for item in plan.items for s in item.sentences]
    assert all(s.sources for s in sentences if s.kind != "frame")
    assert any(s.slots for s in sentences)
    assert not [m for m in ("**", "##", "`") if m in plan.text]
    assert not [f for f in plan.findings if f.severity == "error" and not f.preview]
    assert not [f for f in plan.findings if f.code in ("DU01", "DU02")]
