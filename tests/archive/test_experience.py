"""What other reports did about problems like ours, and how that is kept in their folder."""

import gzip
from pathlib import Path

import pytest

from zongjie.analyzer import draft_report
from zongjie.archive import experience as module
from zongjie.archive.experience import INDEX, experience
from zongjie.readers import report_of

OTHER = """{name}县人民政府2024年政府工作报告

一、2023年工作回顾
（一）经济稳步增长。地区生产总值增长6.1%，新增规上企业9家。
同时，我们也清醒认识到，发展中还存在一些问题：农村人居环境整治任务艰巨；{more}。

二、2024年工作安排
（一）建设美丽乡村。开展农村人居环境整治提升行动，{answer}。
（二）做强工业。培育装备制造产业，完善园区配套设施。
"""
OURS = (Path(__file__).parents[1] / "drafters" / "reports" / "government.txt").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pairs = (
        ("甲山", "人才队伍建设滞后", "健全农村人居环境管护机制"),
        ("丙水", "物流体系不健全", "改善农村人居环境"),
    )
    for name, more, answer in pairs:
        text = OTHER.format(name=name, more=more, answer=answer)
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.glob("*.txt"))


def test_a_draft_tells_what_others_did_and_cites_them(folder: Path) -> None:
    analysis = draft_report(report_of(OURS), known=experience(folder, files(folder)))
    plan = analysis.plan
    assert plan.quotes
    for quote in plan.quotes:
        other = (folder / quote.name).read_text(encoding="utf-8")
        assert other[quote.start : quote.end] == quote.words
        assert "人居环境" in quote.words
    cited = {s.doc for item in plan.items for one in item.sentences for s in one.sources}
    assert {quote.doc for quote in plan.quotes} <= cited
    assert "甲山" not in plan.text
    assert not [f for f in plan.findings if f.severity == "error" and not f.preview]


def test_a_second_run_reads_nothing_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = experience(folder, files(folder))._known
    monkeypatch.setattr(module, "_rows", lambda path: pytest.fail(f"read again: {path}"))
    assert experience(folder, files(folder))._known == first


def test_only_a_file_that_changed_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    experience(folder, files(folder))
    changed = folder / "丙水.txt"
    changed.write_text(changed.read_text(encoding="utf-8") + "\n（三）办好实事。", encoding="utf-8")
    read: list[str] = []
    own = module._rows
    monkeypatch.setattr(module, "_rows", lambda path: (read.append(Path(path).name), own(path))[1])
    experience(folder, files(folder))
    assert read == ["丙水.txt"]


def test_a_file_that_is_gone_is_forgotten(folder: Path) -> None:
    experience(folder, files(folder))
    (folder / "甲山.txt").unlink()
    assert {one.name for one in experience(folder, files(folder))._known} == {"丙水.txt"}


@pytest.mark.parametrize("junk", [b"", b"no gzip", gzip.compress(b"{}"), gzip.compress(b"[1]")])
def test_a_spoilt_index_is_made_anew(folder: Path, junk: bytes) -> None:
    first = experience(folder, files(folder))._known
    (folder / INDEX).write_bytes(junk)
    assert experience(folder, files(folder))._known == first


def test_a_report_is_no_precedent_for_itself(folder: Path) -> None:
    known = experience(folder, files(folder))
    one = known._known[0]
    assert all(hit.doc != one.doc for hit in known.for_problem("农村人居环境整治", one.doc))
