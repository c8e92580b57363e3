"""A draft fits the length asked for, and follows an outline that a person edited."""

import json
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from zongjie.analyzer import check_plan, draft_report, outline_report
from zongjie.document import Analysis, Plan
from zongjie.drafters import draft
from zongjie.errors import SettingsError
from zongjie.readers import report_of
from zongjie.settings import Settings

REPORTS = Path(__file__).parent / "reports"
GOVERNMENT = (REPORTS / "government.txt").read_text(encoding="utf-8")
SCHOOL = (REPORTS / "school.txt").read_text(encoding="utf-8")


@cache
def drafted(length: int | None = None) -> Analysis:
    return draft_report(report_of(GOVERNMENT), length=length)


def outlined() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(outline_report(report_of(GOVERNMENT)))
    return table


def after(table: object) -> Plan:
    return draft_report(report_of(GOVERNMENT), outline=json.dumps(table, ensure_ascii=False)).plan


@pytest.mark.parametrize("length", [400, 600, 800, 1000])
def test_a_draft_keeps_to_the_length_asked_for(length: int) -> None:
    plan = drafted(length).plan
    assert 0.7 * length <= len(plan.text) <= 1.05 * length


@pytest.mark.parametrize("length", [300, 600, 1000, None])
def test_every_problem_is_answered_at_any_length(length: int | None) -> None:
    analysis = drafted(length)
    answered = {problem for item in analysis.plan.items for problem in item.answers}
    assert answered == {problem.id for problem in analysis.problems}


def test_no_heading_stands_above_nothing_in_a_short_draft() -> None:
    items = drafted(300).plan.items
    for item, following in zip(items, (*items[1:], None), strict=True):
        assert item.sentences or (following is not None and following.level > item.level)


def test_an_outline_given_back_unchanged_gives_the_same_draft() -> None:
    assert after(outlined()) == drafted().plan


def test_headings_order_and_choice_are_the_writers() -> None:
    table = outlined()
    leaves = [one for one in table["items"] if one["level"] == 3]
    first, last = leaves[0], leaves[-1]
    first["heading"] = "把产业做强"
    table["items"].remove(last)
    text = after(table).text
    assert "1.把产业做强。" in text
    assert last["heading"] not in text


def test_a_new_item_says_what_it_is_told_to_or_leaves_a_slot() -> None:
    table = outlined()
    at = next(i for i, one in enumerate(table["items"]) if one["level"] == 3)
    table["items"].insert(at, {"level": 3, "heading": "迎接检查", "points": ["先自查再迎检"]})
    table["items"].insert(at, {"level": 3, "heading": "筹办节会"})
    plan = after(table)
    assert "迎接检查。先自查再迎检。" in plan.text
    new = next(item for item in plan.items if item.heading == "筹办节会")
    assert [slot.label for one in new.sentences for slot in one.slots]
    assert all(one.sources for item in plan.items for one in item.sentences)


def test_an_outline_names_the_words_that_each_item_rests_on() -> None:
    for one in outlined()["items"]:
        for source in one["sources"]:
            said = " ".join(GOVERNMENT[source["start"] : source["end"]].split())
            assert said.startswith(source["words"])


@pytest.mark.parametrize(
    "outline",
    [
        "{", "[]", "{}", '{"schema": "zongjie-outline/1"}',
        '{"schema": "zongjie-outline/1", "items": [{"level": 9, "heading": "甲"}]}',
        '{"schema": "zongjie-outline/1", "items": [{"id": "i999", "level": 3, "heading": "甲"}]}',
        '{"schema": "zongjie-outline/1", "items": [{"level": 3, "heading": "甲", "points": "乙"}]}',
    ],
)  # fmt: skip
def test_what_is_no_outline_is_refused_with_a_reason(outline: str) -> None:
    analysis = drafted()
    verify = partial(check_plan, past=analysis, settings=Settings())
    with pytest.raises(SettingsError) as caught:
        draft(analysis, verify, outline=outline)
    assert "提纲" in caught.value.zh


def test_an_outline_of_another_report_is_refused() -> None:
    with pytest.raises(SettingsError):
        draft_report(report_of(SCHOOL), outline=json.dumps(outlined(), ensure_ascii=False))
