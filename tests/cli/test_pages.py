"""The pages about the checks: what ``explain`` prints, and that ``docs/`` is what the code says."""

from pathlib import Path

import pytest

from zongjie.checks import all_checks
from zongjie.checks.precision import FEW, precisions
from zongjie.cli.language import Say
from zongjie.cli.pages import catalogue_markdown, explain_page, precision_markdown

DOCS = Path(__file__).parents[2] / "docs"
EARNED = {"error": 0.95, "warning": 0.80, "note": 0.0}


@pytest.mark.parametrize("one", all_checks(), ids=lambda one: one.check.code)
def test_explain_helps_in_both_languages(one) -> None:  # type: ignore[no-untyped-def]
    zh, en = explain_page(one, Say("zh")), explain_page(one, Say("en"))
    assert one.check.about, "a check tells a Chinese reader what it looks for: about="
    assert one.check.title in zh
    assert one.check.about in zh
    assert "准确率" in zh
    assert "What it flags" not in zh
    assert "What it flags" in en
    for threshold in one.check.thresholds:
        assert threshold.zh in zh
        assert threshold.name in zh
        assert threshold.en in en


@pytest.mark.parametrize(
    ("name", "made", "way"),
    [
        ("checks.md", catalogue_markdown, "markdown"),
        ("checks-precision.md", precision_markdown, "precision"),
    ],
)
def test_documentation_is_what_the_code_says(name, made, way) -> None:  # type: ignore[no-untyped-def]
    told = (DOCS / name).read_text("utf-8")
    assert told == made(), f"make it anew: zongjie checks --format {way} > docs/{name}"


@pytest.mark.parametrize("one", all_checks(), ids=lambda one: one.check.code)
def test_severity_is_earned(one) -> None:  # type: ignore[no-untyped-def]
    """Planted faults count as right, up to the number that was read (DESIGN §7)."""
    found = precisions().get(one.check.code)
    if found is None or found.read < FEW or one.check.preview:
        return
    assert (found.right + found.read) / (2 * found.read) >= EARNED[one.check.severity]


def test_figures_are_of_checks_that_there_are() -> None:
    assert set(precisions()) <= {one.check.code for one in all_checks()}
    assert all(0 <= one.right <= one.read for one in precisions().values())
