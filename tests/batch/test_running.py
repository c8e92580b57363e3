"""A run can be stopped anywhere and run again; nothing is lost and nothing is there twice."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from small_archive import Watched, here, report, rows, run_over, tables

from zongjie.analyzer import understand
from zongjie.archive.ledger import ledger
from zongjie.batch.claiming import CannotUse, InUse, claim
from zongjie.batch.running import Options, look
from zongjie.batch.tasks import Outcome, Task
from zongjie.batch.work import failure
from zongjie.readers import read
from zongjie.settings import Settings
from zongjie.stores.outcomes import Failure
from zongjie.stores.parts import PAIRS, REPORTS, Kind, parts_of
from zongjie.stores.rows import promise_rows


def written(out: Path, kind: Kind = REPORTS) -> dict[str, tuple[int, bytes]]:
    return {part.name: (part.stat().st_mtime_ns, part.read_bytes()) for part in parts_of(kind, out)}


def test_every_report_is_one_outcome(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = run_over(archive, out)
    assert (ran.analysed, ran.failed, ran.failures) == (4, 2, 2)
    assert rows(out, "SELECT outcome, count(*) FROM inputs GROUP BY ALL ORDER BY ALL") == [
        ("analysed", 5), ("failed", 2),
    ]  # fmt: skip
    assert rows(out, "SELECT count(*), count(DISTINCT sha256) FROM reports") == [(4, 4)]
    failed = rows(out, "SELECT path, stage, reason FROM failures ORDER BY path")
    assert [(Path(str(path)).name, stage) for path, stage, _ in failed] == [
        ("empty.txt", "read"), ("picture.txt", "read"),
    ]  # fmt: skip
    assert all(str(archive) not in str(reason) for *_, reason in failed)


def test_copied_text_is_analysed_once_and_named_by_its_first_path(archive: Path, tmp_path: Path) -> None:
    out, watched = tmp_path / "out", Watched()
    run_over(archive, out, watched=watched)
    assert len(watched.outcomes) == 6
    copied = (
        "SELECT path FROM inputs JOIN (SELECT sha256 FROM inputs WHERE path LIKE '%copy%') USING (sha256)"
    )
    assert len(rows(out, copied)) == 2
    (kept,) = rows(out, "SELECT path FROM reports WHERE path LIKE '%copy%' OR path LIKE '%/00.txt'")
    assert Path(str(kept[0])).name == "00.txt"


def test_rows_can_be_underlined_in_the_text(done: Path) -> None:
    wrong = (
        "SELECT * FROM quantities JOIN reports USING (sha256) "
        'WHERE substr(text, start + 1, "end" - start) <> words'
    )
    assert rows(done, wrong) == []
    told = "SELECT value, unit FROM achievements JOIN reports USING (sha256) WHERE path LIKE '%/07.txt'"
    assert (17.0, "公里") in rows(done, told)


def test_part_comes_every_32_reports_and_is_never_written_again(
    large: Path, done: Path, tmp_path: Path
) -> None:
    first = written(done)
    assert len(first) == 2
    watched = Watched()
    run_over(large, done, watched=watched)
    assert written(done) == first
    assert watched.outcomes == []
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "new.txt").write_text(report(41), "utf-8")
    run_over(tmp_path / "new", done, watched=watched)
    assert len(watched.outcomes) == 1
    assert {name: written(done)[name] for name in first} == first
    assert len(written(done)) == 3
    assert rows(done, "SELECT count(*) FROM reports") == [(33,)]


def test_longest_report_comes_first(archive: Path, tmp_path: Path) -> None:
    (archive / "zz.txt").write_text(report(50) * 3, "utf-8")
    watched = Watched()
    run_over(archive, tmp_path / "out", watched=watched)
    assert Path(watched.outcomes[0].task.path).name == "zz.txt"


def test_other_settings_are_other_work_and_still_one_row_a_report(archive: Path, tmp_path: Path) -> None:
    out, watched = tmp_path / "out", Watched()
    run_over(archive, out)
    before = tables(out)
    run_over(archive, out, settings=Settings(ignore=("PU",)), watched=watched)
    assert len(watched.outcomes) == 6
    assert rows(out, "SELECT count(*) FROM reports") == [(4,)]
    assert rows(out, "SELECT * FROM findings WHERE code LIKE 'PU%'") == []
    run_over(archive, out, settings=Settings(fail_on="error"))
    assert tables(out) == before


def broken(tasks: Sequence[Task]) -> Iterator[Outcome]:
    """An engine in which one report is lost."""
    for task in tasks:
        if task.path.endswith("02.txt"):
            yield failure(task, Failure("check", "超过时限 1 秒"))
        else:
            yield from here([task])


def test_failure_is_kept_until_it_is_tried_again(archive: Path, tmp_path: Path) -> None:
    run_over(archive, tmp_path / "whole")
    out = tmp_path / "out"
    assert run_over(archive, out, engine=broken).failures == 3
    again = run_over(archive, out)
    assert (again.analysed, again.failed, again.failures) == (0, 0, 3)
    tried = run_over(archive, out, Options(retry_failures=True))
    assert (tried.analysed, tried.failed, tried.failures) == (1, 2, 2)
    assert tables(out) == tables(tmp_path / "whole")


def test_limit_leaves_the_rest_for_the_next_run(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run_over(archive, out, Options(limit=2))
    assert rows(out, "SELECT outcome, count(*) FROM inputs GROUP BY ALL ORDER BY ALL") == [
        ("analysed", 3), ("pending", 4),
    ]  # fmt: skip
    run_over(archive, out)
    run_over(archive, tmp_path / "whole")
    assert tables(out) == tables(tmp_path / "whole")


def test_looking_writes_nothing(archive: Path, tmp_path: Path) -> None:
    paths = [str(path) for path in archive.rglob("*.txt")]
    found = look(paths, tmp_path / "out", lambda path: Settings(), Options())
    assert (len(found.inputs), found.distinct, len(found.tasks)) == (7, 6, 6)
    assert not (tmp_path / "out").exists()


def test_interruption_keeps_what_is_done(archive: Path, tmp_path: Path) -> None:
    def stopped(tasks: Sequence[Task]) -> Iterator[Outcome]:
        yield from here(tasks[:4])
        raise KeyboardInterrupt

    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run_over(archive, out, engine=stopped)
    assert not (out / "archive.duckdb").exists()
    watched = Watched()
    run_over(archive, out, watched=watched)
    assert len(watched.outcomes) == 2


def test_damaged_part_is_set_aside_and_its_reports_run_again(large: Path, done: Path) -> None:
    whole = tables(done)
    first, second = parts_of(REPORTS, done)
    middle = bytearray(first.read_bytes())
    middle[len(middle) // 3] ^= 0xFF
    first.write_bytes(middle)
    second.write_bytes(second.read_bytes()[:1000])
    watched = Watched()
    run_over(large, done, watched=watched)
    assert watched.damaged_parts == [first.name, second.name]
    assert sorted(path.name for path in (done / "damaged" / "parts").iterdir()) == [first.name, second.name]
    assert len(watched.outcomes) == 34
    assert tables(done) == whole


def test_two_runs_at_once_are_refused(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with claim(out), pytest.raises(InUse, match="另一个"):
        run_over(archive, out)
    assert run_over(archive, out).analysed == 4


def test_out_that_is_a_file_is_told(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(CannotUse):
        run_over(archive, tmp_path / "out")


def test_full_disk_loses_nothing(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"

    def full(*args: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("zongjie.batch.collecting.write_part", full)
        with pytest.raises(CannotUse, match="No space left"):
            run_over(archive, out)
    with monkeypatch.context() as patch:
        patch.setattr("zongjie.batch.running.make_database", full)
        with pytest.raises(CannotUse, match="No space left"):
            run_over(archive, out)
    watched = Watched()
    run_over(archive, out, watched=watched)
    assert watched.outcomes == []
    assert rows(out, "SELECT count(*) FROM reports") == [(4,)]


def test_file_that_vanishes_or_changes_is_a_failure_of_its_own(archive: Path, tmp_path: Path) -> None:
    def late(tasks: Sequence[Task]) -> Iterator[Outcome]:
        (archive / "01.txt").unlink()
        (archive / "02.txt").write_text(report(60), "utf-8")
        yield from here(tasks)

    out = tmp_path / "out"
    assert run_over(archive, out, engine=late).failures == 4
    assert run_over(archive, out).failures == 2


def test_results_may_be_moved_and_asked_from_anywhere(
    done: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(done)
    shutil.move(done, tmp_path / "elsewhere")
    monkeypatch.chdir(tmp_path / "elsewhere" / "parts")
    assert tables(Path("..")) == before


def test_log_is_one_object_a_line(archive: Path, tmp_path: Path) -> None:
    run_over(archive, tmp_path / "out")
    lines = [json.loads(line) for line in (tmp_path / "out" / "log.jsonl").read_text("utf-8").splitlines()]
    events = [line["event"] for line in lines]
    assert (events[0], events[-1]) == ("run", "end")
    assert (events.count("report"), events.count("part")) == (6, 1)
    assert {line["run"] for line in lines} == {os.getpid()}


def test_promises_are_held_against_the_next_report_of_the_body(large: Path, done: Path) -> None:
    pairs = rows(
        done,
        "SELECT DISTINCT l.body, year(l.period_end), year(t.period_end) FROM promises "
        "JOIN reports l ON l.sha256 = last_sha256 JOIN reports t ON t.sha256 = this_sha256 ORDER BY ALL",
    )
    assert [pair[1:] for pair in pairs if pair[0] == "青崖县人民政府"] == [
        (year, year + 1) for year in range(2015, 2022)
    ]
    wrong = (
        "SELECT * FROM promises JOIN reports ON sha256 = last_sha256 "
        'WHERE substr(text, start + 1, "end" - start) <> words '
        "UNION ALL SELECT * FROM promises JOIN reports ON sha256 = this_sha256 "
        "WHERE substr(text, evidence_start + 1, evidence_end - evidence_start) <> evidence_words"
    )
    assert rows(done, wrong) == []
    before = written(done, PAIRS)
    run_over(large, done)
    assert written(done, PAIRS) == before


def test_ledger_from_the_tables_is_the_ledger_from_the_texts(samples: Path, tmp_path: Path) -> None:
    last = (samples / "政协2025年上半年.txt").read_text("utf-8")
    (tmp_path / "archive").mkdir()
    for year in (2024, 2025):
        (tmp_path / "archive" / f"{year}.txt").write_text(last.replace("2025", str(year)), "utf-8")
    out = tmp_path / "out"
    run_over(tmp_path / "archive", out)
    one, other = (understand(read(tmp_path / "archive" / f"{year}.txt")) for year in (2024, 2025))
    told = rows(out, 'SELECT * EXCLUDE (last_sha256, this_sha256) FROM promises ORDER BY start, "end"')
    expected = sorted(promise_rows(ledger(one, other), "zh"), key=lambda row: row[1:3])
    assert [str(tuple(row)) for row in told] == [str(row) for row in expected]
    assert told


def test_second_copy_of_a_report_is_linked_and_counted_once(archive: Path, tmp_path: Path) -> None:
    furniture = "首页 > 政务公开 打印 关闭\n" + report(3).replace("，", ",") + "\n责任编辑：管理员\n"
    (archive / "z-second.txt").write_text(furniture, "utf-8")
    run_over(archive, tmp_path / "out")
    linked = rows(
        tmp_path / "out",
        "SELECT one.path, other.path FROM reports one JOIN reports other ON one.repost_of = other.sha256",
    )
    assert [tuple(Path(str(path)).name for path in pair) for pair in linked] == [("z-second.txt", "03.txt")]


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on the size of files")
@pytest.mark.parametrize("limit", [3_000, 60_000])
def test_disk_that_really_refuses_is_told_and_loses_nothing(large: Path, tmp_path: Path, limit: int) -> None:
    """Once no part can be written, once the database cannot."""
    out = tmp_path / "out"
    small = (
        "import resource, sys; from pathlib import Path; "
        f"sys.path.insert(0, {str(Path(__file__).parent)!r}); from small_archive import run_over; "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit})); "
        f"run_over(Path({str(large)!r}), Path({str(out)!r}))"
    )
    ran = subprocess.run([sys.executable, "-c", small], capture_output=True, text=True, timeout=120)
    assert "CannotUse" in ran.stderr
    assert not [path for path in out.rglob("*") if "draft" in path.name]
    run_over(large, out)
    assert rows(out, "SELECT count(*) FROM reports") == [(32,)]
