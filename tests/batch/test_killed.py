"""``kill -9`` of the parent and of workers loses nothing and leaves nothing twice."""

import sys
from pathlib import Path

import pytest
from small_archive import make_archive

from zongjie.benchmarks.batch import kill_at_random, measure, varied


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the children of a process are in /proc")
def test_killed_run_gives_the_rows_of_an_undisturbed_one(tmp_path: Path) -> None:
    archive = make_archive(tmp_path / "archive", 8)
    kills = kill_at_random(sorted(archive.rglob("*.txt")), tmp_path, 2, seed=3)
    assert (kills.parents + kills.workers, kills.same) == (2, True)


def test_varied_archive_is_the_same_for_a_seed_and_other_for_another(tmp_path: Path) -> None:
    files = sorted(make_archive(tmp_path / "archive", 2).glob("0*.txt"))
    made = [
        [path.read_text("utf-8") for path in varied(files, 6, tmp_path / name, seed)]
        for name, seed in (("a", 1), ("b", 1), ("c", 2))
    ]
    assert made[0] == made[1] != made[2]
    assert len(set(made[0])) == 6
    assert all(text.startswith(("河湾镇2015年", "柳坪镇2015年")) for text in made[0])


def test_cost_of_a_run_is_told(tmp_path: Path) -> None:
    archive = make_archive(tmp_path / "archive", 20)
    cost = measure(sorted(archive.glob("[01]*.txt")), tmp_path / "out", 1)
    assert (cost.reports, cost.failed, cost.processes) == (20, 0, 1)
    assert 0 < cost.share <= 1
    assert cost.analysing < cost.seconds
    assert (cost.first > 0) is (sys.platform == "linux")
