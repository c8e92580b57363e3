"""Every check's own examples are run to the character, and every check has its page."""

import re
from collections.abc import Iterator

import pytest

import zongjie
from zongjie.checks import Registered, all_checks

SECTIONS = ("What it flags", "Why it matters", "Flagged", "Accepted", "Known misses", "Source")
REPORT_CHECKS = [one for one in all_checks() if one.check.needs == "report"]


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without ⟦ ⟧, and the spans that they mark."""
    text, spans, open_at = "", [], 0
    for piece in re.split("([⟦⟧])", marked):
        if piece == "⟦":
            open_at = len(text)
        elif piece == "⟧":
            spans.append((open_at, len(text)))
        else:
            text += piece
    return text, spans


def found(code: str, text: str) -> list[tuple[int, int]]:
    return [(f.start, f.end) for f in zongjie.analyse(text).findings if f.code == code]


def examples(field: str) -> Iterator[object]:
    for one in REPORT_CHECKS:
        for at, text in enumerate(getattr(one.check, field)):
            yield pytest.param(one.check.code, text, id=f"{one.check.code}-{at}")


@pytest.mark.parametrize(("code", "marked"), list(examples("flagged")))
def test_flagged_example_is_found_to_the_character(code: str, marked: str) -> None:
    text, spans = unmark(marked)
    assert spans, "a flagged example marks its place with ⟦ ⟧"
    assert found(code, text) == spans


@pytest.mark.parametrize(("code", "text"), list(examples("accepted")))
def test_accepted_example_is_left_alone(code: str, text: str) -> None:
    assert found(code, text) == []


@pytest.mark.parametrize("one", all_checks(), ids=lambda one: one.check.code)
def test_check_has_a_whole_page_and_examples_of_both_kinds(one: Registered) -> None:
    missing = [name for name in SECTIONS if name not in one.documentation]
    assert not missing, f"{one.check.code}: the docstring lacks {missing}"
    if one.check.needs == "report":
        assert one.check.flagged, f"{one.check.code} has no flagged example"
        assert one.check.accepted, f"{one.check.code} has no accepted example"


def test_codes_and_names_are_unique() -> None:
    checks = [one.check for one in all_checks()]
    assert len({c.code for c in checks}) == len(checks)
    assert len({c.name for c in checks}) == len(checks)
