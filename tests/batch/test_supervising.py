"""A task that hangs or kills its worker costs only itself."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from zongjie.batch.limits import Limits
from zongjie.batch.supervising import Lost, WorkersDie, supervise

HERE = Path(__file__).parent


def run(tasks: list[tuple[str, str]], limits: Limits | None = None, processes: int = 2) -> list[object]:
    from deeds import deed  # type: ignore[import-not-found]

    return list(supervise(tasks, deed, processes, limits or Limits(seconds=60)))


def test_every_task_gives_its_result_once() -> None:
    tasks = [("say", str(number)) for number in range(50)]
    assert sorted(map(int, map(str, run(tasks)))) == list(range(50))


def test_no_task_is_no_work() -> None:
    assert run([]) == []


def test_worker_multiplies_matrices_in_one_thread_and_the_caller_in_as_many_as_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "2")  # the user's word holds
    asked = [("environment", "OPENBLAS_NUM_THREADS"), ("environment", "OMP_NUM_THREADS")]
    assert sorted(map(str, run(asked))) == ["1", "2"]
    assert "OPENBLAS_NUM_THREADS" not in os.environ


def test_result_may_be_longer_than_a_pipe_holds() -> None:
    assert run([("long", "字")] * 3) == ["字" * 10_000_000] * 3


def test_task_that_hangs_is_lost_and_the_one_behind_it_is_done() -> None:
    told = run([("hang", ""), *(("say", str(n)) for n in range(6))], Limits(seconds=0.5))
    lost = [one for one in told if isinstance(one, Lost)]
    assert [(one.task, one.stage, one.why) for one in lost] == [(("hang", ""), "deed", "time")]
    assert sorted(map(str, (one for one in told if not isinstance(one, Lost)))) == list("012345")


@pytest.mark.parametrize(("what", "argument", "code"), [("exit", "3", 3), ("abort", "", -6)])
def test_task_that_kills_its_worker_is_lost_after_its_attempts(what: str, argument: str, code: int) -> None:
    told = run([(what, argument), ("say", "a"), ("say", "b")], Limits(seconds=60, attempts=2))
    lost = [one for one in told if isinstance(one, Lost)]
    assert [(one.why, one.exit_code, one.stage) for one in lost] == [("death", code, "deed")]
    assert sorted(one for one in told if isinstance(one, str)) == ["a", "b"]


def test_worker_that_somebody_killed_costs_nothing(tmp_path: Path) -> None:
    tasks = [("die once", str(tmp_path / str(n))) for n in range(3)]
    assert sorted(map(str, run(tasks))) == sorted(argument for _, argument in tasks)


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_DATA counts only on Linux")
def test_task_that_takes_too_much_memory_is_refused_it() -> None:
    told = run([("memory", str(2**31)), ("memory", "1000")], Limits(seconds=60, memory=2**30))
    assert sorted(map(str, told)) == ["1000", "MemoryError"]


def test_workers_that_cannot_start_are_an_error_and_not_a_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    from deeds import deed

    monkeypatch.setattr("zongjie.batch.supervising.serve", os._exit)
    with pytest.raises(WorkersDie):
        list(supervise([("say", "a")], deed, 1, Limits()))


PARENT = f"""
import sys
sys.path.insert(0, {str(HERE)!r})
from deeds import deed
from zongjie.batch.limits import Limits
from zongjie.batch.supervising import supervise
if __name__ == "__main__":
    tasks = [("pid", "0"), ("pid", "0"), ("pid", "0"), ("hang", ""), ("hang", "")]
    for told in supervise(tasks, deed, 2, Limits(seconds=None)):
        print(told, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pids = {int(parent.stdout.readline()) for _ in range(3)}
        parent.kill()
    assert pids
    for pid in pids:
        for _ in range(100):
            if not alive(pid):
                break
            time.sleep(0.1)
        assert not alive(pid)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text() if Path("/proc").is_dir() else True
