"""Which verbs writers put before which things is counted, and the drafter keeps to it."""

from pathlib import Path

import pytest

from zongjie.drafters.deeds import Deed
from zongjie.lexicons.plan_patterns import goes_with, verbs_before
from zongjie.training import plan_patterns

TEXTS = ["提高服务水平，提高治理水平，完善督查机制。", "提升治理水平。完善考评机制。"]


def test_a_deed_counts_once_a_report() -> None:
    found = plan_patterns.counted(TEXTS)
    assert found["水平"] == {"提高": 1, "提升": 1}
    assert found["机制"] == {"完善": 2}


def test_a_head_with_little_support_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_patterns, "LEAST", 2)
    assert '"机制" = "完善:2"' in plan_patterns.to_toml(plan_patterns.counted(TEXTS * 1), 2)
    monkeypatch.setattr(plan_patterns, "LEAST", 3)
    assert "机制" not in plan_patterns.to_toml(plan_patterns.counted(TEXTS), 2).partition("[verbs]")[2]


def test_the_command_prints_what_it_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan_patterns, "LEAST", 1)
    (tmp_path / "甲.txt").write_text(TEXTS[0], encoding="utf-8")
    plan_patterns.main([str(tmp_path / "甲.txt")])
    assert "on 1 reports" in capsys.readouterr().out


def test_every_pattern_that_ships_has_support() -> None:
    assert len(verbs_before()) > 300
    assert all(sum(verbs.values()) >= plan_patterns.LEAST / 2 for verbs in verbs_before().values())


@pytest.mark.parametrize(("verb", "thing"), [("提升", "第三产业"), ("做好", "作风建设"), ("深化", "平台")])
def test_a_deed_is_told_with_a_verb_that_goes_with_its_object(verb: str, thing: str) -> None:
    for turn in range(6):
        told = Deed(0, 0, verb, thing).told(turn)
        new = told.removesuffix(thing)
        assert new == verb or new == f"继续{verb}" or goes_with(new, thing) is not False
