"""Known findings: kept by words and neighbourhood, told when stale, never without a reason."""

from datetime import date

import pytest

from zongjie.analyzer import check_report
from zongjie.checks.baseline import Baseline, known_of, mark_known, read_baseline, write_baseline
from zongjie.document import Finding
from zongjie.errors import SettingsError
from zongjie.readers import report_of

TITLE = "甲山县科技局2024年工作总结\n一、主要工作\n"
TYPO = "全局上下再接再励，全年办结提案3件，开展培训12场，惠及企业40家。\n"
MORE = "组织专家赴乡镇开展服务，帮助农户解决栽培难题，推广良种良法，群众反映良好。\n"


def findings(text: str) -> tuple[Finding, ...]:
    return check_report(report_of(text)).findings


def baseline(text: str, reason: str = "引自原件") -> Baseline:
    return Baseline(date(2026, 1, 2), known_of(findings(text), "a.txt", text, reason))


def test_known_finding_is_marked_and_new_one_is_not() -> None:
    known = baseline(TITLE + MORE + TYPO)
    later = findings(TITLE + MORE + MORE + TYPO + "继续发扬一如继往的作风。\n")
    marked = mark_known(later, "a.txt", known.reasons())
    assert [(f.code, f.suppressed) for f in marked] == [("WD01", "引自原件"), ("WD01", None)]
    assert not known.stale({"a.txt": later})


def test_another_file_is_not_known() -> None:
    known = baseline(TITLE + TYPO)
    assert [f.suppressed for f in mark_known(findings(TITLE + TYPO), "b.txt", known.reasons())] == [None]


def test_mended_finding_is_stale_if_its_file_was_checked() -> None:
    known = baseline(TITLE + TYPO)
    mended = findings(TITLE + TYPO.replace("励", "厉"))
    assert [one.code for one in known.stale({"a.txt": mended})] == ["WD01"]
    assert not known.stale({"b.txt": mended})


def test_file_of_a_baseline_is_read_back() -> None:
    known = baseline(TITLE + TYPO)
    assert read_baseline(write_baseline(known), "x.json") == known
    assert write_baseline(known) == write_baseline(read_baseline(write_baseline(known), "x.json"))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "zongjie/1"}', write_baseline(baseline(TITLE + TYPO, " "))]
)
def test_what_is_no_baseline_is_refused(text: str) -> None:
    with pytest.raises(SettingsError):
        read_baseline(text, "x.json")
