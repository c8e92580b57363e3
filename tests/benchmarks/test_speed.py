"""The benchmark measures what it says; how fast the machine is, is not asserted."""

from pathlib import Path

from zongjie.benchmarks.speed import time_stages
from zongjie.readers import read


def test_every_stage_is_timed_and_printed(samples: Path, capsys) -> None:
    reports = [read(path) for path in sorted(samples.glob("*.txt"))]
    timings = time_stages(reports, rounds=1)
    names = [one.stage for one in timings]
    assert names == [
        "clean",
        "segment",
        "classify",
        "extract",
        "check",
        "summarize",
        "draft",
        "all stages",
        "jieba.cut",
    ]
    assert {one.characters for one in timings} == {sum(len(r.text) for r in reports)}
    by_name = {one.stage: one.seconds for one in timings}
    assert by_name["all stages"] >= max(by_name[n] for n in names[:7])
    with capsys.disabled():
        print("".join(f"\n  {one.stage:<10} {one.rate:>12,.0f} characters/s" for one in timings))
