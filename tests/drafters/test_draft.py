"""What every draft keeps: offsets, sources, numbers, copying, slots, answers."""

import difflib
import re
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

import zongjie
from zongjie.document import Analysis, PlanSentence
from zongjie.drafters.copying import longest_copy

REPORTS = Path(__file__).parent / "reports"
ALL = {path.stem: path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("*.txt"))}
CONSULTATIVE, GOVERNMENT = ALL["consultative"], ALL["government"]
NO_PROBLEMS, SHORT = ALL["no-problems"], ALL["short"]
_NAMES = re.compile(r"《[^》]{1,60}》|“[^”]{1,40}”")
_REAL = (
    "seed-zhengxie-2024h1.txt",
    "gov-2026/四川省.txt",
    "web/保定市清苑-2008.txt",
    "series/national/national-1987.txt",
)


@cache
def analysed(text: str) -> Analysis:
    return zongjie.analyse(text)


def sentences(analysis: Analysis) -> list[PlanSentence]:
    return [one for item in analysis.plan.items for one in item.sentences]


@pytest.fixture(params=[*ALL, *_REAL])
def drafted(request: pytest.FixtureRequest) -> Analysis:
    name = request.param
    if name in ALL:
        return analysed(ALL[name])
    folder: Path = request.getfixturevalue("real_reports")
    return analysed((folder / name).read_text(encoding="utf-8", errors="replace"))


def test_offsets_point_at_what_they_name(drafted: Analysis) -> None:
    text = drafted.plan.text
    assert text.startswith(drafted.plan.title)
    for item in drafted.plan.items:
        assert item.heading in text[item.start : item.end]
        for one in item.sentences:
            assert text[one.start : one.end] == one.text
            assert item.start <= one.start < one.end <= item.end
            for slot in one.slots:
                assert text[slot.start : slot.end] in (f"【待填：{slot.label}】", f"【核对：{slot.label}】")


def test_every_sentence_rests_on_spans_of_the_report(drafted: Analysis) -> None:
    for one in sentences(drafted):
        assert one.sources, one.text
        for source in one.sources:
            assert source.doc is None
            assert drafted.body[source.start : source.end].strip()


def test_every_number_stands_in_the_report(drafted: Analysis) -> None:
    for one in sentences(drafted):
        for number in re.findall(r"\d+(?:\.\d+)?", one.text):
            assert number in drafted.body, one.text


def test_nothing_longer_than_twenty_characters_is_copied(drafted: Analysis) -> None:
    for one in sentences(drafted):
        assert longest_copy(_NAMES.sub("〇", one.text), drafted.body) <= 20, one.text


def test_every_problem_is_answered_and_ids_are_real(drafted: Analysis) -> None:
    answered = {problem for item in drafted.plan.items for problem in item.answers}
    assert answered == {problem.id for problem in drafted.problems}
    measures = {measure.id for measure in drafted.measures}
    assert all(set(item.carries) <= measures for item in drafted.plan.items)


def test_slots_stand_in_at_most_every_second_sentence_and_frames_in_every_third(drafted: Analysis) -> None:
    told = sentences(drafted)
    if len(told) >= 6:
        assert sum(bool(one.slots) for one in told) * 2 <= len(told)
        assert sum(one.kind == "frame" for one in told) * 3 <= len(told)


def test_openings_are_distinct(drafted: Analysis) -> None:
    told = sentences(drafted)
    assert len({one.text[:4] for one in told}) >= 0.7 * len(told)


def test_a_draft_draws_no_error_and_is_plain_text(drafted: Analysis) -> None:
    plan = drafted.plan
    assert not [f for f in plan.findings if f.severity == "error" and not f.preview]
    assert not [f for f in plan.findings if f.code in ("DU01", "DU02")]
    assert not re.search(r"[#*`|]", plan.text)
    assert len(plan.text) <= 4000


def test_two_runs_give_the_same_draft() -> None:
    assert zongjie.analyse(GOVERNMENT).plan == zongjie.analyse(GOVERNMENT).plan


def test_two_reports_give_different_drafts() -> None:
    texts = [analysed(ALL[name]).plan.text for name in ("consultative", "government", "enterprise", "school")]
    for one, other in combinations(texts, 2):
        assert difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() <= 0.4


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("consultative", "2024年下半年"),
        ("government", "2025年"),
        ("enterprise", "2025年"),
        ("no-problems", "2025年"),
    ],
)
def test_title_names_the_period_that_the_plan_covers(name: str, period: str) -> None:
    plan = analysed(ALL[name]).plan
    assert plan.period == period
    assert plan.title.endswith(f"{period}工作计划（草稿）")


def test_a_body_speaks_in_its_own_style() -> None:
    assert "主席会议" not in analysed(GOVERNMENT).plan.text
    assert "政府常务会议" not in analysed(CONSULTATIVE).plan.text


def test_baselines_stand_in_slots_and_no_target_is_invented() -> None:
    slots = [slot.label for one in sentences(analysed(CONSULTATIVE)) for slot in one.slots]
    assert any("上半年" in label for label in slots)


def test_a_report_without_problems_is_told_so() -> None:
    plan = analysed(NO_PROBLEMS).plan
    assert "未写明" in plan.text
    assert "存在的问题" in plan.text
    assert not any(item.answers for item in plan.items)


def test_a_report_of_two_lines_gets_a_short_draft_that_says_what_is_missing() -> None:
    plan = analysed(SHORT).plan
    assert "未写明" in plan.text
    assert len(plan.text) < 600


def test_a_very_long_report_gets_a_draft_of_bounded_length() -> None:
    text = GOVERNMENT + "（五）其他工作。" + "推进各村水渠清淤，完善排灌设施。\n" * 8000
    plan = zongjie.analyse(text).plan
    assert 300 <= len(plan.text) <= 4000


def test_many_problems_are_answered_within_bounds() -> None:
    matters = (
        "电力 供水 道路 学校 医院 市场 公交 燃气 供热 绿化 路灯 公厕 停车 通信 "
        "消防 排水 河道 农田 仓储 物流 养老 托育 图书 场馆"
    )
    problems = "；".join(f"{matter}设施建设滞后" for matter in matters.split())
    text = GOVERNMENT.replace("产业结构不优，创新能力不强", problems)
    analysis = zongjie.analyse(text)
    answered = {problem for item in analysis.plan.items for problem in item.answers}
    assert answered == {problem.id for problem in analysis.problems}
    assert len(analysis.plan.text) <= 4000


def test_a_blank_line_in_front_changes_no_word() -> None:
    assert zongjie.analyse("\n" + GOVERNMENT).plan.text == analysed(GOVERNMENT).plan.text
