"""WD checks: by list only, and every entry of the list is a mistake."""

import re
import tomllib
from importlib.resources import files

import pytest

from zongjie.checks.registry import check_by_code
from zongjie.document import Analysis, Profile
from zongjie.readers import report_of
from zongjie.settings import Settings


def found(code: str, text: str, profile: Profile | None = None) -> list[str]:
    one = check_by_code(code)
    assert one is not None
    analysis = Analysis(report=report_of(text), body=text, profile=profile or Profile())
    return [text[alarm.start : alarm.end] for alarm in one.find(analysis, Settings())]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("WD01", "统一布署，再接再励，按装探头。", ["布署", "再接再励", "按装"]),
        ("WD01", "按装置类型登记，老工业基地振兴，来自已建成项目。", []),
        ("WD02", "截止目前，截止到2024年底，群众反应的突出问题。", ["截止", "截止", "反应"]),
        ("WD02", "截至目前，报名截止时间为2024年，群众反应强烈。", []),
        ("WD03", "涉及到5个部门，目的是为了便民。", ["涉及到", "目的是为了"]),
        ("WD03", "涉及到达时间。", []),
        ("WD07", "\n本人认真履行职责。", ["本人"]),
        ("WD07", "须由申请人本人认真填写。本人持证即可办理。", []),
    ],
)
def test_places(code: str, text: str, expected: list[str]) -> None:
    assert found(code, text) == expected


def test_a_persons_own_report_may_say_i() -> None:
    assert found("WD07", "\n本人认真履行职责。", Profile(kind="personal")) == []


def test_no_wrong_form_is_part_of_a_right_one() -> None:
    table = tomllib.loads(files("zongjie.checks.wording").joinpath("typos.toml").read_text("utf-8"))["typos"]
    right = "\n".join(table.values())
    assert [wrong for wrong in table if re.search(re.escape(wrong), right)] == []
    assert all(wrong != mended and mended for wrong, mended in table.items())
