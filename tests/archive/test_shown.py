"""The command ``zongjie repeats`` and what it shows: terminal, JSON by its schema, page."""

import json
import re
from pathlib import Path

import docx
import jsonschema
import pytest

from zongjie.cli.main import main
from zongjie.renderers.repeats.json import json_schema

HEAD = "{place}2023年政府工作报告\n各位代表:\n现在,我代表{place}人民政府向大会报告工作。\n一、工作回顾\n"
SAID = (
    "对排查出的{n}处危旧房屋逐栋建立台账、张贴<b>警示</b>标志、落实看护责任人,动员租住群众在雨季前全部搬离。\n"
    "把农贸市场的早点摊位迁到桥西空地,铺设排水沟320米,摊主轮流值日打扫,附近居民不再投诉油烟。\n"
    "为山区教学点添置取暖锅炉{n}台,校车改走隧道以后,最远的学生每天少坐四十分钟。\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "报告"
    (reports / "内").mkdir(parents=True)
    for name, place, n in (("甲.txt", "太谷县", 47), ("内/乙.txt", "祁县", 39)):
        text = HEAD.format(place=place) + SAID.format(n=n)
        (reports / name).write_text(text, encoding="utf-8")
    (reports / ".藏.txt").write_text("不读", encoding="utf-8")
    (reports / "单.tsv").write_text("不读", encoding="utf-8")
    return reports


def told(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = main(["repeats", "--jobs", "1", *args])
    out, err = capfd.readouterr()
    return code, out, err


def test_json_is_valid_by_its_schema(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capfd, str(folder), "--format", "json")
    found = json.loads(out)
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(found, json_schema())
    assert code == 0
    assert [report["name"] for report in found["reports"]] == ["乙.txt", "甲.txt"]
    assert [pair["relation"] for pair in found["pairs"]] == ["other_name"]
    assert len(found["clusters"]) == 1


def test_spans_of_the_json_lie_in_the_texts(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capfd, str(folder), "--format", "json")
    pair = json.loads(out)["pairs"][0]
    swaps = [swap for passage in pair["passages"] for swap in passage["swaps"]]
    texts = {n: (folder / n).read_text(encoding="utf-8") for n in ("甲.txt", "内/乙.txt")}
    words = {
        (swap["kind"], text[swap[side]["start"] : swap[side]["end"]])
        for swap in swaps
        for side in "ab"
        for text in texts.values()
    }
    assert {("figure", "47"), ("figure", "39"), ("name", "太谷县"), ("name", "祁县")} <= words


def test_schema_refuses_an_unknown_relation(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capfd, str(folder), "--format", "json")
    found = json.loads(out)
    found["pairs"][0]["relation"] = "stolen"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, json_schema())


@pytest.mark.parametrize(("lang", "words"), [("zh", "同一文稿换了单位"), ("en", "one text under two names")])
def test_terminal_tells_relation_share_and_places(
    folder: Path, capfd: pytest.CaptureFixture[str], lang: str, words: str
) -> None:
    code, out, _ = told(capfd, str(folder), "--lang", lang)
    assert code == 0
    assert words in out
    assert "%" in out
    assert "甲.txt" in out


def test_page_is_self_contained_and_escaped(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "<img src=x>.txt").write_text((folder / "甲.txt").read_text("utf-8") + "完。", encoding="utf-8")
    code, _, _ = told(capfd, str(folder), "--format", "html", "-o", str(folder / "页.html"))
    page = (folder / "页.html").read_text(encoding="utf-8")
    assert code == 0
    assert "<img" not in page
    assert "<script" not in page
    assert "&lt;b&gt;警示" in page
    assert not re.search(r"""(?:src|href)=["']?[^"'\#]""", page.replace("src=x", ""))
    assert "http" not in page.replace("http-equiv", "")
    assert "<mark class=figure" in page
    assert "<svg" in page


def test_missing_file_is_told_and_the_rest_compared(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = told(capfd, str(folder / "没有.txt"), str(folder), "--format", "json")
    assert code == 2
    assert "没有.txt" in err
    assert len(json.loads(out)["pairs"]) == 1


def test_nothing_read_is_no_result(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = told(capfd, str(tmp_path))
    assert (code, out) == (2, "")
    assert err


def test_new_report_is_held_against_the_index(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    index = str(folder.parent / "索引")
    told(capfd, str(folder / "甲.txt"), "--index", index)
    _, out, _ = told(capfd, str(folder / "内" / "乙.txt"), "--index", index, "--format", "json")
    found = json.loads(out)
    assert [report["name"] for report in found["reports"]] == ["乙.txt", "甲.txt"]
    assert len(found["pairs"]) == 1


def test_folder_of_reports_is_not_taken_for_an_index(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, _, err = told(capfd, str(folder), "--index", str(folder))
    assert code == 2
    assert "索引" in err


def test_one_report_alone_is_said_to_have_nothing_beside_it(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, _, err = told(capfd, str(folder / "甲.txt"))
    assert code == 0
    assert "只有一份报告，没有可比的" in err
    assert "没有可比的" not in told(capfd, str(folder))[2]


def test_word_file_beside_a_text_file(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    document = docx.Document()
    for line in (HEAD.format(place="祁县") + SAID.format(n=12)).splitlines():
        document.add_paragraph(line)
    document.save(str(folder / "丙.docx"))
    code, out, _ = told(capfd, str(folder / "甲.txt"), str(folder / "丙.docx"), "--format", "json")
    (pair,) = json.loads(out)["pairs"]
    assert code == 0
    assert pair["passages"]
