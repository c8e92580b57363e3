"""``zongjie check`` in a team's hands: folders, formats, baselines, notes, thresholds, fixes."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

REPORT = """河湾镇2024年工作总结
一、主要工作
全镇上下再接再励，新修水渠12公里。培训管水员30人次,惠及群众"满意"户40户。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("b/二.txt", REPORT), ("a/一.md", REPORT.replace("励", "厉")), (".x/隐.txt", REPORT)):
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    (tmp_path / "reports" / "表.xlsx").write_bytes(b"PK")
    return tmp_path / "reports"


def codes(out: str) -> list[str]:
    return [finding["code"] for line in out.splitlines() for finding in json.loads(line)["findings"]]


def test_folder_is_all_its_reports_in_order(zongjie, folder: Path) -> None:
    ran = zongjie("check", str(folder), "--format", "json", "--select", "WD01")
    assert [json.loads(line)["source"]["name"] for line in ran.out.splitlines()] == ["一.md", "二.txt"]
    assert codes(ran.out) == ["WD01"]


def test_pattern_is_what_fits_it(zongjie, folder: Path) -> None:
    ran = zongjie("check", f"{folder}/*/*.txt", "--format", "json", "--select", "WD01")
    assert json.loads(ran.out)["source"]["name"] == "二.txt"
    assert zongjie("check", f"{folder}/*/*.doc").code == 2


def test_github_annotations(zongjie, folder: Path) -> None:
    ran = zongjie("check", str(folder / "b/二.txt"), "--format", "github")
    assert "::error file=" in ran.out
    assert "line=3,endLine=3,col=5,endColumn=9,title=WD01 fixed-typo::" in ran.out
    assert all(line.startswith("::") for line in ran.out.splitlines())
    assert ran.code == 1


def test_junit_counts_checks_as_cases(zongjie, folder: Path) -> None:
    root = Xml.fromstring(zongjie("check", str(folder), "--format", "junit").out)
    failed = [case.get("name") for case in root.iter("testcase") if case.find("failure") is not None]
    assert "WD01 fixed-typo" in failed
    assert root.get("failures") == str(len(failed))
    assert len(root.findall("testsuite")) == 2


def test_csv_opens_in_a_spreadsheet(zongjie, folder: Path) -> None:
    out = zongjie("check", str(folder), "--format", "csv").out
    assert out.startswith("\ufeff文件,")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert ("WD01", "3", "5", "再接再励") in [(r["代码"], r["行"], r["列"], r["原文"]) for r in rows]


def test_html_page_is_whole_and_escaped(zongjie, folder: Path) -> None:
    (folder / "b/二.txt").write_text(REPORT.replace("新修", "新修<i>水坝</i>"), "utf-8")
    out = zongjie("check", str(folder), "--format", "html").out
    assert "<mark>再接再励</mark>" in out
    assert "<i>" not in out
    assert "src=" not in out
    assert "http" not in out


def test_baseline_lets_known_findings_stand_and_tells_stale_ones(
    zongjie, folder: Path, tmp_path: Path
) -> None:
    known = tmp_path / "known.json"
    report = folder / "b/二.txt"
    refused = zongjie("check", str(folder), "--write-baseline", str(known))
    assert refused.code == 2
    assert "--reason" in refused.err
    assert not known.exists()
    assert zongjie("check", str(folder), "--write-baseline", str(known), "--reason", "历史遗留").code == 0
    ran = zongjie("check", str(folder), "--baseline", str(known))
    assert ran.code == 0
    assert "都还在" in ran.out
    shown = json.loads(zongjie("check", str(report), "--baseline", str(known), "--format", "json").out)
    assert {f["suppressed"] for f in shown["findings"]} == {"历史遗留"}
    report.write_text(REPORT.replace("再接再励", "一如继往"), "utf-8")
    ran = zongjie("check", str(folder), "--baseline", str(known))
    assert ran.code == 1
    assert "一如继往" in ran.out
    assert "找不到" in ran.out
    assert "再接再励" in ran.out


def test_notes_without_use_or_reason_are_told(zongjie, folder: Path) -> None:
    report = folder / "b/二.txt"
    report.write_text(REPORT + "<!-- zongjie: ignore-file WD01 -->\n", "utf-8")
    ran = zongjie("check", str(report), "--select", "WD01")
    assert ran.code == 1
    assert "没有写理由" in ran.out
    report.write_text(REPORT + "<!-- zongjie: ignore-file WD01 引自原件 -->\n", "utf-8")
    ran = zongjie("check", str(report), "--select", "WD01")
    assert ran.code == 0
    assert "已压下" in ran.out


def test_thresholds_are_used_and_known(zongjie, folder: Path) -> None:
    config = folder / "zongjie.toml"
    config.write_text("[thresholds.PU02]\nplaces = 5\n", "utf-8")
    assert codes(zongjie("check", str(folder), "--format", "json", "--select", "PU02").out) == []
    config.write_text("[thresholds.PU02]\nplaces = 1\n", "utf-8")
    assert codes(zongjie("check", str(folder), "--format", "json", "--select", "PU02").out) == ["PU02"] * 2
    config.write_text("[thresholds.PU02]\nplacez = 1\n", "utf-8")
    ran = zongjie("check", str(folder))
    assert ran.code == 2
    assert "places" in ran.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fix_mends_punctuation_and_nothing_else(zongjie, tmp_path: Path, encoding: str, end: str) -> None:
    report = tmp_path / "河湾镇.txt"
    report.write_bytes(REPORT.replace("\n", end).encode(encoding))
    before = report.read_bytes()
    shown = zongjie("check", str(report), "--diff")
    assert report.read_bytes() == before
    assert "+" in shown.out
    assert "“满意”" in shown.out
    ran = zongjie("check", str(report), "--fix", "--select", "PU")
    assert ran.code == 0
    assert "改了 3 处" in ran.out
    mended = REPORT.replace("次,", "次，").replace('"满意"', "“满意”")
    assert report.read_bytes() == mended.replace("\n", end).encode(encoding)


def test_fix_leaves_what_is_let_stand(zongjie, tmp_path: Path) -> None:
    report = tmp_path / "河湾镇.txt"
    text = REPORT + "<!-- zongjie: ignore-file PU 家法 -->\n"
    report.write_text(text, "utf-8")
    zongjie("check", str(report), "--fix")
    assert report.read_text("utf-8") == text


def test_standard_input_cannot_be_fixed_but_shown(zongjie, tmp_path: Path) -> None:
    html = tmp_path / "a.html"
    html.write_text(f"<html><body><p>{REPORT}</p></body></html>", "utf-8")
    ran = zongjie("check", str(html), "--fix")
    assert ran.code == 2
    assert "--diff" in ran.err
