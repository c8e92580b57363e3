"""The reports of corpora/samples against their gold labels, from text to plan."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import zongjie

SAMPLES = Path(__file__).parents[1] / "corpora" / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
FAULTY, CLEAN, COMPANY = "政协2025年上半年", "水务局2024年度", "营销部2024年度"


@cache
def analysed(name: str) -> zongjie.Analysis:
    return zongjie.analyse_file(SAMPLES / f"{name}.txt")


@cache
def gold(name: str) -> dict[str, Any]:
    return json.loads((SAMPLES / f"{name}.gold.json").read_text(encoding="utf-8"))


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


@pytest.mark.parametrize("name", NAMES)
def test_gold_labels_belong_to_the_report_as_it_is(name: str) -> None:
    assert gold(name)["sha256"] == analysed(name).report.source.sha256


@pytest.mark.parametrize("name", NAMES)
def test_outline_is_exact(name: str) -> None:
    found = [
        (s.level, s.number, s.heading_start, s.heading_end)
        for s in analysed(name).sections
        if s.heading is not None
    ]
    wanted = [(h["level"], h["number"], h["heading_start"], h["heading_end"]) for h in gold(name)["outline"]]
    assert found == wanted


@pytest.mark.parametrize("name", NAMES)
def test_roles_of_sections(name: str) -> None:
    roles = {s.heading_start: s.role for s in analysed(name).sections}
    wrong = [h for h in gold(name)["outline"] if roles[h["heading_start"]] != h["role"]]
    assert not wrong


@pytest.mark.parametrize("name", NAMES)
def test_theme_groups_of_sections_mostly_agree(name: str) -> None:
    themes = {s.heading_start: s.theme for s in analysed(name).sections}
    labelled = [h for h in gold(name)["outline"] if h["group"]]
    right = sum(themes[h["heading_start"]].group == h["group"] for h in labelled)
    assert right >= 0.7 * len(labelled)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["achievement", "target"])
def test_quantities_have_span_value_unit_and_bound(name: str, kind: str) -> None:
    analysis = analysed(name)
    text = analysis.report.text
    found = {(q.start, q.end, str(q.value), q.unit, q.bound) for q in analysis.quantities if q.kind == kind}
    wanted = {
        (q["start"], q["end"], q["value"], q["unit"], q["bound"])
        for q in gold(name)["quantities"]
        if q["kind"] == kind
    }
    extra = [(text[f[0] - 8 : f[1] + 4], *f[2:]) for f in sorted(found - wanted)]
    missed = [(text[w[0] - 8 : w[1] + 4], *w[2:]) for w in sorted(wanted - found)]
    assert len(extra) + len(missed) <= 0.05 * len(wanted), f"extra {extra}, missed {missed}"


@pytest.mark.parametrize("name", NAMES)
def test_objects_share_their_head_with_gold(name: str) -> None:
    found = {(q.start, q.end): q.object or q.metric or "" for q in analysed(name).quantities}
    labelled = [q for q in gold(name)["quantities"] if q["object"] and q["kind"] in ("achievement", "target")]
    wrong = [
        (q["object"], found.get((q["start"], q["end"])))
        for q in labelled
        if not (found.get((q["start"], q["end"])) or "").endswith(q["object"][-2:])
    ]
    assert len(wrong) <= 0.15 * len(labelled), wrong


def test_furniture_is_marked_and_only_that() -> None:
    text = analysed(FAULTY).report.text

    def characters(spans: list[tuple[str, int, int]]) -> set[tuple[str, int]]:
        return {(kind, at) for kind, start, end in spans for at in range(start, end) if text[at].strip()}

    found = characters([(r.kind, r.start, r.end) for r in analysed(FAULTY).removed])
    assert found == characters([(r["kind"], r["start"], r["end"]) for r in gold(FAULTY)["removed"]])
    assert analysed(CLEAN).removed == ()
    assert analysed(COMPANY).removed == ()


@pytest.mark.parametrize("name", NAMES)
def test_identity_card(name: str) -> None:
    profile, wanted = analysed(name).profile, gold(name)["profile"]
    period = profile.period
    assert period is not None
    assert (profile.organisation, profile.kind, profile.level) == (
        wanted["organisation"], wanted["kind"], wanted["level"],
    )  # fmt: skip
    assert [period.start.isoformat(), period.end.isoformat()] == wanted["period"]


@pytest.mark.parametrize("name", [FAULTY, CLEAN])
def test_each_listed_problem_is_one_problem(name: str) -> None:
    found = [(p.start, p.end) for p in analysed(name).problems]
    wanted = [(p["start"], p["end"]) for p in gold(name)["problems"]]
    assert len(found) == len(wanted)
    assert all(overlap(a, b) for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_awards_with_their_recipients(name: str) -> None:
    found = analysed(name).awards
    for award in gold(name)["awards"]:
        match = [a for a in found if overlap((a.start, a.end), (award["start"], award["end"]))]
        assert match, award
        assert award["recipient"] in (match[0].recipient or ""), match[0]


def test_every_planted_fault_is_found_in_its_place() -> None:
    found = analysed(FAULTY).findings
    missed = []
    for fault in gold(FAULTY)["findings"]:
        codes = fault["code"].split("|")
        places = [
            place
            for f in found
            if f.code in codes
            for place in ((f.start, f.end), *((r.start, r.end) for r in f.related))
        ]
        here = (fault["start"], fault["end"])
        if not places or (fault["start"] is not None and not any(overlap(p, here) for p in places)):
            missed.append(fault)
    assert not missed


def test_the_repeated_passage_is_one_finding_to_the_character() -> None:
    repeats = [f for f in analysed(FAULTY).findings if f.code in ("DU01", "DU02")]
    (wanted,) = gold(FAULTY)["repeats"]
    assert [[f.start, f.end] for f in repeats] == [wanted["a"]]
    assert [[r.start, r.end] for r in repeats[0].related] == [wanted["b"]]


def test_a_clean_report_raises_no_alarm() -> None:
    alarms = [f for f in analysed(CLEAN).findings if f.severity != "note" and not f.preview]
    assert not alarms


def test_wrong_growth_is_found_and_right_growth_is_not() -> None:
    growth = [f for f in analysed(COMPANY).findings if f.code == "NM04"]
    (wanted,) = gold(COMPANY)["findings"]
    assert len(growth) == 1
    assert overlap((growth[0].start, growth[0].end), (wanted["start"], wanted["end"]))


@pytest.mark.parametrize("name", NAMES)
def test_plan_answers_every_problem_and_invents_no_number(name: str) -> None:
    analysis = analysed(name)
    answered = {problem for item in analysis.plan.items for problem in item.answers}
    assert answered == {p.id for p in analysis.problems}
    assert not [f for f in analysis.plan.findings if f.severity == "error" and not f.preview]
    assert not [f for f in analysis.plan.findings if f.code in ("DU01", "DU02", "GR01")]
