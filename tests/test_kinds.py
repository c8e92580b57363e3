"""Small reports of the kinds that people write most: schools, hospitals, firms, courts, persons.

The texts in ``tests/kinds`` were written for this test.
"""

from functools import cache
from pathlib import Path

import pytest

import zongjie
from zongjie.document import Analysis

KINDS = Path(__file__).parent / "kinds"


@cache
def analysed(name: str) -> Analysis:
    return zongjie.analyse((KINDS / f"{name}.txt").read_text(encoding="utf-8"))


CARDS = [
    ("小学", "青禾实验小学", "school", "单位", "2024—2025学年第一学期"),
    ("医院", "云岭县人民医院", "hospital", "单位", "2024年"),
    ("公司", "宏远机械制造有限公司", "enterprise", "单位", "2024年"),
    ("法院", "安澜区人民法院", "court", "县", "2024年"),
    ("检察院", "凤鸣县人民检察院", "procuratorate", "县", "2024年上半年"),
    ("人大", "平江市人民代表大会常务委员会", "congress", "市", "2024年"),
    ("乡镇", "石桥镇", "township", "乡", "2025年上半年"),
    ("银行月报", "江城农商银行滨湖支行", "enterprise", "单位", None),
    ("述职", "区住房保障中心", "personal", "个人", "2024年"),
    ("教师", "高二数学组", "personal", "个人", "2023—2024学年"),
]


@pytest.mark.parametrize(("name", "organisation", "kind", "level", "period"), CARDS)
def test_identity_card(name: str, organisation: str, kind: str, level: str, period: str | None) -> None:
    card = analysed(name).profile
    assert (card.organisation, card.kind, card.level) == (organisation, kind, level)
    assert (card.period.label if card.period else None) == period
    assert card.is_report


ROLES = [
    ("小学", ["opening", "achievement", "achievement", "achievement", "problem", "plan"]),
    ("医院", ["opening", "achievement", "achievement", "problem", "plan"]),
    ("公司", ["opening", "achievement", "achievement", "achievement", "achievement"]),
    ("法院", ["opening", "achievement", "plan"]),
    ("检察院", ["opening", "achievement", "achievement", "achievement"]),
    ("人大", ["opening", "achievement", "plan"]),
    ("乡镇", ["opening", "achievement", "problem", "plan"]),
    ("银行月报", ["opening", "achievement", "problem", "plan"]),
    ("述职", ["opening", "achievement", "problem", "plan"]),
    ("教师", ["opening", "achievement", "achievement", "achievement", "problem", "plan"]),
]


@pytest.mark.parametrize(("name", "roles"), ROLES)
def test_parts_and_what_they_are_for(name: str, roles: list[str]) -> None:
    assert [section.role for section in analysed(name).sections if section.level == 1] == roles


STATEMENTS = [
    ("小学", 3, 3, 2), ("医院", 3, 3, 1), ("公司", 3, 3, 2), ("法院", 3, 4, 0), ("检察院", 3, 3, 1),
    ("人大", 3, 3, 0), ("乡镇", 3, 3, 1), ("银行月报", 1, 3, 0), ("述职", 3, 3, 0), ("教师", 1, 2, 1),
]  # fmt: skip


@pytest.mark.parametrize(("name", "problems", "measures", "awards"), STATEMENTS)
def test_problems_measures_and_awards(name: str, problems: int, measures: int, awards: int) -> None:
    found = analysed(name)
    assert len(found.problems) == problems
    assert len(found.measures) == measures
    assert len(found.awards) == awards


@pytest.mark.parametrize("name", [card[0] for card in CARDS])
def test_a_sound_report_raises_no_alarm_of_identity_period_or_structure(name: str) -> None:
    alarms = [f for f in analysed(name).findings if f.code[:2] in ("ID", "TM", "ST") and not f.preview]
    assert not [(f.code, f.message) for f in alarms if f.severity != "note"]  # 1、 is a note on form
