"""The commands as a user meets them: formats, files, exit codes."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from zongjie.renderers.json import json_schema

VALIDATOR = Draft202012Validator(json_schema())


@pytest.mark.parametrize("way", ["terminal", "json", "markdown", "html"])
def test_analyse_writes_every_format(zongjie, report: Path, way: str) -> None:
    ran = zongjie("analyse", str(report), "--format", way)
    assert (ran.code, ran.err) == (0, "")
    assert "河湾镇2024年上半年工作总结" in ran.out


def test_json_of_analyse_and_of_check_fits_the_schema(zongjie, pasted: Path) -> None:
    for command in ("analyse", "check"):
        told = json.loads(zongjie(command, str(pasted), "--format", "json").out)
        assert not [one.message for one in VALIDATOR.iter_errors(told)]
        assert told["source"]["name"] == pasted.name
    assert told["text"] == pasted.read_text(encoding="utf-8")


def test_piped_page_has_no_colour_and_fits_80_columns(zongjie, report: Path) -> None:
    from zongjie.renderers.width import display_width

    out = zongjie("analyse", str(report)).out
    assert "\x1b" not in out
    assert max(map(display_width, out.split("\n"))) <= 80


def test_ending_of_output_chooses_the_format(zongjie, report: Path, tmp_path: Path) -> None:
    for name, opening in (("a.html", "<!doctype html>"), ("a.json", "{"), ("a.md", "# "), ("a.txt", "╭")):
        assert zongjie("analyse", str(report), "-o", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(opening)


def test_several_reports_go_to_a_folder_or_to_lines(
    zongjie, report: Path, pasted: Path, tmp_path: Path
) -> None:
    assert (
        zongjie("analyse", str(report), str(pasted), "--format", "json", "-o", str(tmp_path / "all")).code
        == 0
    )
    assert {path.name for path in (tmp_path / "all").iterdir()} == {"河湾镇.json", "重复.json"}
    lines = zongjie("analyse", str(report), str(pasted), "--format", "json").out.splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == [report.name, pasted.name]


def test_output_is_replaced_whole_and_leaves_nothing_behind(zongjie, report: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "a.json"
    assert zongjie("analyse", str(report), "-o", str(out)).code == 0
    before = out.read_bytes()
    assert zongjie("analyse", str(report), "-o", str(out)).code == 0
    assert out.read_bytes() == before
    assert [path.name for path in out.parent.iterdir()] == ["a.json"]


def test_place_that_cannot_be_written_is_told(zongjie, report: Path) -> None:
    ran = zongjie("analyse", str(report), "-o", str(report / "under-a-file.json"))
    assert ran.code == 2
    assert "写不进去" in ran.err


def test_check_fails_on_errors_as_told(zongjie, pasted: Path) -> None:
    assert zongjie("check", str(pasted), "--select", "DU").code == 1
    assert zongjie("check", str(pasted), "--select", "DU02", "--fail-on", "never").code == 0
    assert zongjie("check", str(pasted), "--ignore", "DU,PU,RS,WD,NM,ST,TM,ID,GR").code == 0
    assert zongjie("check", str(pasted), "--select", "DU", "--format", "json").code == 1


def test_check_points_at_line_and_column(zongjie, pasted: Path) -> None:
    out = zongjie("check", str(pasted), "--select", "DU02").out
    line = next(n for n, row in enumerate(pasted.read_text(encoding="utf-8").split("\n"), 1) if "九个" in row)
    assert f"{pasted}:{line}:" in out.replace("\n  ", "")
    assert "DU02" in out
    assert "^^^^" in out


def test_check_takes_sources_after_one_flag_or_many(zongjie, report: Path, tmp_path: Path) -> None:
    plan = tmp_path / "计划.txt"
    plan.write_text("河湾镇2024年下半年工作计划\n一、稳住队伍\n新修水渠777公里。\n", encoding="utf-8")
    runs = [
        zongjie("check", str(plan), "--source", str(report), str(report)),
        zongjie("check", str(plan), "--source", str(report), "--source", str(report)),
        zongjie("check", "--source", str(report), str(plan)),
    ]
    assert {ran.code for ran in runs} <= {0, 1}
    assert len({ran.out for ran in runs}) == 1


def test_sarif_has_rules_results_and_regions(zongjie, pasted: Path) -> None:
    log = json.loads(zongjie("check", str(pasted), "--select", "DU", "--format", "sarif").out)
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "DU02"
    region = result["locations"][0]["physicalLocation"]["region"]
    text = pasted.read_text(encoding="utf-8")
    assert text[region["charOffset"] :].startswith(region["snippet"]["text"])
    assert len(result["relatedLocations"]) == 1


@pytest.mark.parametrize("name", ["计划.txt", "计划.md", "计划.json", "计划.docx"])
def test_draft_writes_every_format(zongjie, report: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    assert zongjie("draft", str(report), "-o", str(out), "--evidence").code == 0
    first = out.read_bytes()
    assert zongjie("draft", str(report), "-o", str(out), "--evidence").code == 0
    assert out.read_bytes() == first
    if name.endswith("docx"):
        from docx import Document

        text = "\n".join(p.text for p in Document(io.BytesIO(first)).paragraphs)
    else:
        text = first.decode("utf-8")
    assert "计划" in text


def test_draft_prints_plain_text(zongjie, report: Path) -> None:
    ran = zongjie("draft", str(report))
    assert ran.code == 0
    assert ran.out.strip()
    assert "**" not in ran.out
    assert "#" not in ran.out


def test_text_that_is_no_report_is_said_to_be_none(zongjie, tmp_path: Path) -> None:
    path = tmp_path / "菜谱.txt"
    path.write_text(
        "西红柿炒鸡蛋\n\n先把鸡蛋打散,热锅下油,炒到七成熟盛出。\n西红柿切块下锅,出汁后倒回鸡蛋,加盐。\n" * 3,
        encoding="utf-8",
    )
    assert "看来不是工作总结" in zongjie("check", str(path)).out
    assert "看来不是工作总结" in zongjie("analyse", str(path)).out
    assert json.loads(zongjie("analyse", str(path), "--format", "json").out)["profile"]["is_report"] is False


def test_show_removed_lists_furniture(zongjie, tmp_path: Path) -> None:
    path = tmp_path / "网页.txt"
    path.write_text(
        "(精编)河湾镇2024年工作总结\n\n云海 分享 时间:\n\n以下是网友为您整理分享的相关范文,供您参考!\n\n"
        "河湾镇2024年工作总结\n\n一、工作开展情况\n\n新修水渠12公里。\n",
        encoding="utf-8",
    )
    assert "供您参考" in zongjie("analyse", str(path), "--show", "removed").out.partition("标出的网页杂质")[2]


def test_checks_and_explain_tell_of_a_check(zongjie) -> None:
    table = zongjie("checks").out
    assert "DU02" in table
    page = zongjie("explain", "du02").out
    assert page.startswith("DU02 ")
    assert "⟦" in page
    assert zongjie("explain", "DU02", "--lang", "en").code == 0


def test_standard_input_is_read_and_utf8_written_under_a_bare_locale(process, report: Path) -> None:
    ran = process("analyse", "-", "--format", "json", stdin=report.read_bytes())
    assert (ran.code, ran.err) == (0, "")
    told = json.loads(ran.out)
    assert told["source"]["name"] == "stdin"
    assert told["text"] == report.read_text(encoding="utf-8")
    assert process("analyse", "-", stdin=report.read_bytes()).out.startswith("╭")


def test_closed_pipe_is_quiet(report: Path) -> None:
    command = f"{sys.executable} -m zongjie analyse {report} --format json --no-config | head -c 5"
    done = subprocess.run(
        command, shell=True, capture_output=True, env=dict(os.environ), timeout=60, check=False
    )
    assert done.stdout == b'{\n  "'
    assert done.stderr == b""


def test_interruption_is_quiet(zongjie, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("zongjie.cli.check.check", interrupted)
    ran = zongjie("check", str(report))
    assert ran.code == 130
    assert "已中断" in ran.err


def test_fault_of_ours_shows_no_traceback(zongjie, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("oops")

    monkeypatch.setattr("zongjie.cli.check.check", broken)
    ran = zongjie("check", str(report))
    assert ran.code == 2
    assert "程序内部出错" in ran.err
    assert "Traceback" not in ran.err


def test_version(zongjie) -> None:
    import zongjie as package

    assert zongjie("--version").out == f"zongjie {package.__version__}\n"


HEAVY = (
    "torch",
    "transformers",
    "spacy",
    "sklearn",
    "scipy",
    "jieba",
    "rich",
    "docx",
    "numpy",
    "trafilatura",
)


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from zongjie.cli.main import main; main(['--help']);"
        "print([m for m in sys.argv[1:] if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, *HEAVY], capture_output=True, timeout=60, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_check_imports_no_framework(report: Path) -> None:
    code = (
        "import sys; from zongjie.cli.main import main; main(['check', sys.argv[1]]);"
        "print([m for m in sys.argv[2:] if m in sys.modules])"
    )
    heavy = ("torch", "transformers", "spacy", "sklearn", "scipy", "trafilatura", "docx")
    done = subprocess.run(
        [sys.executable, "-c", code, str(report), *heavy], capture_output=True, timeout=60, check=True
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_fault_over_one_report_does_not_stop_the_others(
    zongjie, report: Path, pasted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zongjie import analyzer

    whole = analyzer.check_report

    def stumbling(read, *args):
        if read.source.name == pasted.name:
            raise ValueError("oops")
        return whole(read, *args)

    monkeypatch.setattr(analyzer, "check_report", stumbling)
    ran = zongjie("check", str(pasted), str(report))
    assert ran.code == 2
    assert f"{pasted}：程序内部出错（ValueError: oops）" in ran.err
    assert "查了 1 份报告" in ran.out


def test_report_is_never_overwritten_by_its_result(zongjie, report: Path) -> None:
    before = report.read_bytes()
    for line in (("analyse", str(report)), ("draft", str(report)), ("check", str(report))):
        ran = zongjie(*line, "-o", str(report))
        assert ran.code == 2
        assert "覆盖" in ran.err
    assert report.read_bytes() == before


def test_reports_of_one_name_do_not_share_a_file(zongjie, report: Path, tmp_path: Path) -> None:
    other = tmp_path / "别处" / report.name
    other.parent.mkdir()
    other.write_bytes(report.read_bytes())
    out = tmp_path / "out"
    assert zongjie("analyse", str(report), str(other), "--format", "json", "-o", str(out)).code == 0
    assert {path.name for path in out.iterdir()} == {"河湾镇.json", "河湾镇-2.json"}


@pytest.mark.parametrize(
    "line", [("analyse", "a.txt", "-o", "a.docx"), ("analyse", "a.txt", "b.txt", "--format", "html")]
)
def test_what_cannot_be_meant_is_refused(zongjie, line: tuple[str, ...]) -> None:
    assert zongjie(*line).code == 2
    assert "-o" in zongjie(*line, "--lang", "en").err
