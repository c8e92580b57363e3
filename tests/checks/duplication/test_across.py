"""DU03 and DU04: a report held against an archive, told by whose report it was taken from."""

import json
from pathlib import Path

import pytest

from zongjie.analyzer import check_report, understand
from zongjie.archive.repeats import Index, document_of, matches_of
from zongjie.checks import all_checks
from zongjie.cli.main import main
from zongjie.document import Finding
from zongjie.readers import report_of
from zongjie.settings import Settings

AID = (
    "（一）社会救助。全年走访困难家庭{}户，发放临时救助金{}万元，新增低保对象{}人，"
    "取消不符合条件的{}人，对{}户重点家庭逐户建立台账、指定专人回访。\n"
)
CARE = (
    "（二）养老服务。推行居家照护，新开老年食堂七处，请退休厨师轮流掌勺，菜单每周一贴在社区门口，"
    "行动不便的老人由楼栋长送饭上门，饭盒当天收回消毒，账目按月张榜公布。低龄老人结对照看高龄老人，"
    "每天敲一次门、说一会儿话，发现头疼脑热及时通知子女。村卫生室腾出一间屋做理疗，"
    "由县医院康复科每月派人坐诊，空巢户装上烟感报警器，浴室铺了防滑垫，楼道加了扶手。"
    "敬老院辟出半亩菜地，老人愿种什么种什么，收成归灶上。逢集日开一趟免费班车，"
    "从敬老院门口直通集市，司机等人齐了才返程。重阳节办了一场老照片展，"
    "照片都是老人自己挑的，展完装成册子放在活动室。志愿者分成八个小组，各认一条街，"
    "把独居老人的钥匙、药盒、子女电话登记在一张卡上，卡片一式两份，一份贴在门后。"
)


def report(place: str, year: int, *pieces: str) -> str:
    return f"{place}民政局{year}年工作总结\n\n一、主要工作\n" + "".join(pieces)


LAST = report("乙水县", 2023, AID.format(420, 36, 58, 23, 46), CARE)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    index = Index.at(tmp_path / "index")
    index.add([document_of(report_of(LAST, name="去年.txt"))])
    return index


def findings(text: str, index: Index, code: str) -> list[Finding]:
    held = report_of(text)
    checked = check_report(held, Settings(select=(code,)), (), matches_of(index, held))
    return [one for one in checked.findings if one.code == code]


def test_figure_that_was_not_changed_among_changed_ones_is_named(index: Index) -> None:
    text = report("乙水县", 2024, AID.format(510, 36, 61, 27, 39), "（二）养老服务。新增床位120张。\n")
    (one,) = findings(text, index, "DU04")
    assert "420→510" in one.message
    assert one.evidence["not_changed"] == ("36万元",)
    assert "36万元" in one.message
    assert AID.format(510, 36, 61, 27, 39) in text[one.start : one.end]
    (other,) = one.related
    assert other.doc == report_of(LAST).source.sha256
    assert AID.format(420, 36, 58, 23, 46) in LAST[other.start : other.end]


def test_passage_with_all_figures_changed_names_none(index: Index) -> None:
    text = report("乙水县", 2024, AID.format(510, 41, 61, 27, 39))
    (one,) = findings(text, index, "DU04")
    assert one.evidence["not_changed"] == ()


def test_copy_of_much_of_another_report_is_one_finding(index: Index) -> None:
    text = report("丙川县", 2024, "（一）基层政权。换届选举一次成功。\n", CARE)
    (one,) = findings(text, index, "DU03")
    assert one.evidence["relation"] == "other_name"
    assert text[one.start : one.end].startswith("（二）养老服务。推行居家照护")


def test_second_copy_of_a_report_is_left_alone(index: Index) -> None:
    again = LAST.replace("\n", "\r\n")
    assert findings(again, index, "DU03") == findings(again, index, "DU04") == []


def test_checks_of_an_archive_are_silent_without_one() -> None:
    text = report("乙水县", 2024, CARE)
    assert {one.check.code for one in all_checks() if one.check.needs == "archive"} == {"DU03", "DU04"}
    assert not [one for one in check_report(report_of(text)).findings if one.code in ("DU03", "DU04")]


def test_index_is_as_it_was_after_a_report_was_held_against_it(index: Index) -> None:
    before = index.digests()
    matches_of(index, report_of(report("乙水县", 2024, CARE)))
    assert index.digests() == before == Index.at(index.folder).digests()


def test_command_takes_a_folder_or_an_index(
    index: Index, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "去年.txt").write_text(LAST, encoding="utf-8")
    this = tmp_path / "今年.txt"
    this.write_text(report("乙水县", 2024, AID.format(510, 36, 61, 27, 39)), encoding="utf-8")
    said = []
    for archive in (folder, index.folder):
        assert (
            main(["check", str(this), "--archive", str(archive), "--format", "json", "--select", "DU04"]) == 1
        )
        said.append(json.loads(capsys.readouterr().out)["findings"])
    assert said[0][0]["code"] == "DU04"
    assert said[0] == said[1]


def test_folder_without_reports_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    this = tmp_path / "今年.txt"
    this.write_text(LAST, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert main(["check", str(this), "--archive", str(tmp_path / "empty")]) == 2
    assert "没有可比对的报告" in capsys.readouterr().err


def test_share_of_set_phrases_is_told_once() -> None:
    from zongjie.checks.duplication.boilerplate_ratio import CHECK, find

    text = CHECK.flagged[0].translate({ord(mark): None for mark in "⟦⟧"})
    (one,) = find(understand(report_of(text)), Settings())
    assert one.evidence["share"] > one.evidence["share_of_report"] > 0.5  # type: ignore[operator]
