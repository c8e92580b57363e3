"""``zongjie bench --what checks``: false alarms, planted faults, cost of each check, hostile text."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import TypeVar

from zongjie.cli.inputs import Asked, each_input, spread
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.cli.runs import finish, tell
from zongjie.document import Report
from zongjie.settings import Settings

T = TypeVar("T")

DRAWN = 14  # the seed by which reports are drawn, and on which the planters were tuned
_PLANTED_IN = 60  # reports of each folder that faults are planted in
_TIMED = 20  # reports over which the checks are timed


def bench_checks(named: Sequence[str], each: int, sample: int, seed: int, say: Say) -> int:
    """Print all four for the files and folders ``named``; 2 if a file cannot be read."""
    code = 0
    everything: list[Report] = []
    for name in named:
        reports: list[Report] = []

        def one(name: str, report: Report, settings: Settings, into: list[Report] = reports) -> None:
            into.append(report)

        code = max(code, finish(each_input(drawn(spread([name]), sample), Asked(lang=say.asked), one), say))
        if reports:
            everything += reports
            _put(_alarms(name, reports, say))
            _put(_recall(drawn(reports, _PLANTED_IN), each, seed, say))
    if everything:
        _put(_costs(drawn(everything, _TIMED), say))
        _put(_growth(say))
    return code


def drawn(those: Sequence[T], number: int) -> list[T]:
    """At most ``number`` of ``those``, in their order, drawn by a fixed seed."""
    if len(those) <= number:
        return list(those)
    places = sorted(Random(DRAWN).sample(range(len(those)), number))
    return [those[at] for at in places]


def _put(lines: Iterator[str]) -> None:
    for line in lines:
        put(line + "\n", None)


def _alarms(name: str, reports: Sequence[Report], say: Say) -> Iterator[str]:
    from zongjie.benchmarks.checks import measure_alarms

    alarms = measure_alarms(reports)
    characters = f"{alarms.characters:,}"
    errors, warnings, notes = (f"{alarms.rate(one):.2f}" for one in ("error", "warning", "note"))
    yield say(
        f"{name}：{alarms.reports} 份，{characters} 字符；每万字错误 {errors}、警告 {warnings}、"
        f"提示 {notes}（不计 RS02、RS08）",
        f"{name}: {alarms.reports} reports, {characters} characters; on 10,000 of them "
        f"{errors} errors, {warnings} warnings, {notes} notes (RS02 and RS08 left out)",
    )
    for counts in (alarms.errors, alarms.warnings, alarms.notes):
        yield "  " + " ".join(f"{code} {number}" for code, number in sorted(counts.items()))


def _recall(reports: Sequence[Report], each: int, seed: int, say: Say) -> Iterator[str]:
    from zongjie.benchmarks.checks import measure_recall

    yield say(
        f"  种下的毛病（{len(reports)} 份，每条检查 {each} 处）：代码 种 查出 位置准；"
        f"先是调过的种子 {DRAWN}，后是新种子 {seed}",
        f"  planted faults ({len(reports)} reports, {each} a check): code, planted, found, exact; "
        f"for the tuned seed {DRAWN}, then for seed {seed}",
    )
    tuned, fresh = (measure_recall(reports, each, one) for one in (DRAWN, seed))
    for a, b in zip(tuned, fresh, strict=True):
        yield f"  {a.code}\t{a.planted}\t{a.found}\t{a.exact}\t{b.planted}\t{b.found}\t{b.exact}"


def _costs(reports: Sequence[Report], say: Say) -> Iterator[str]:
    from zongjie.benchmarks.check_costs import time_checks

    costs = time_checks(reports)
    total = sum(one.seconds for one in costs) or 1e-9
    rate = costs[0].characters / total
    yield say(
        f"全部检查合计 {rate:,.0f} 字符/秒（{len(reports)} 份，单核处理器时间）；各占：",
        f"all checks together {rate:,.0f} characters/s ({len(reports)} reports, processor time); shares:",
    )
    for one in costs:
        yield f"  {one.code}\t{one.share:.1%}\t{one.seconds / one.characters * 1e9:.0f} ns"


def _growth(say: Say) -> Iterator[str]:
    from zongjie.benchmarks.check_costs import LONG, MOST, SHORT, time_growth

    growths = time_growth(lambda name: tell(say(f"刁难文本：{name}", f"hostile text: {name}")))
    yield say(
        f"刁难文本 {LONG:,} 字与 {SHORT:,} 字的时间比（不应超过 {MOST}），最差的十条：",
        f"time on {LONG:,} characters of hostile text by that on {SHORT:,} (at most {MOST}), the worst ten:",
    )
    for one in growths[:10]:
        yield f"  {one.code}\t{one.ratio:.1f}\t{one.seconds:.2f} s\t{one.text}"
