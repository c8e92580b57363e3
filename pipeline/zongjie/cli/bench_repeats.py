"""``zongjie bench --what repeats``: planted repeats, speed, hostile texts, second copies, many passages."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from zongjie.cli.inputs import Asked, each_input, spread
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.cli.runs import finish
from zongjie.document import Report
from zongjie.settings import Settings

TUNED = 7  # the seed that thresholds were tuned with, over reports/gov-2026
_DRAWN, _LEAST = 60, 3_000  # reports in which repeats are planted, and their characters at least
_PASSAGES = (20_000, 100_000)


def bench_repeats(named: Sequence[str], seed: int, say: Say) -> int:
    """The measures of docs/copying.md, over the reports named; 2 if some cannot be read."""
    reports: list[Report] = []

    def one(name: str, report: Report, settings: Settings) -> None:
        reports.append(report)

    code = finish(each_input(spread(named), Asked(lang=say.asked), one), say)
    if reports:
        for line in _lines(reports, seed, say):
            put(line + "\n", None)
    return code


def _lines(reports: Sequence[Report], seed: int, say: Say) -> Iterator[str]:
    bodies = {report.source.name: _body(report) for report in reports}
    for number in (TUNED, seed):
        yield from _planted(_drawn(bodies, number), number, say)
    yield from _speed(list(_drawn(bodies, seed).values()), say)
    yield from _second_copies(reports, say)
    yield from _passages(say)


def _planted(texts: dict[str, str], seed: int, say: Say) -> Iterator[str]:
    from zongjie.benchmarks.repeats_planted import planted_scores

    tuned = say("调参所用", "tuned on") if seed == TUNED else say("新种子", "fresh")
    yield say(
        f"种下的重复：{len(texts)} 份报告，种子 {seed}（{tuned}）",
        f"planted repeats: {len(texts)} reports, seed {seed} ({tuned})",
    )
    for kind, one in planted_scores(texts, seed).items():
        yield (
            f"  {kind:<12} {one.cases:>4}  P {one.precision:.3f}  R {one.recall:.3f}  "
            f"gran {one.granularity:.3f}  plagdet {one.plagdet:.3f}"
        )


def _speed(texts: Sequence[str], say: Say) -> Iterator[str]:
    from zongjie.benchmarks.repeats_hostile import hostile, ordinary

    plain = ordinary(texts)
    length, rate = f"{plain.characters:,}", f"{plain.rate / 1e6:.2f}"
    yield say(
        f"这些报告：{length} 字，{rate} M 字/秒，{plain.findings} 处",
        f"these reports: {length} characters, {rate} M/s, {plain.findings} findings",
    )
    for short, long in hostile():
        times = (long.seconds / short.seconds) / (long.characters / short.characters)
        yield (
            f"  {long.what:<36} {long.characters:>10,}  {long.seconds:7.2f} s  {long.rate / 1e6:6.2f} M/s  "
            + say(
                f"{long.findings} 处；与短文相比每字耗时 × {times:.2f}",
                f"{long.findings} findings; time a character × {times:.2f} of a fifth as long",
            )
        )


def _second_copies(reports: Sequence[Report], say: Say) -> Iterator[str]:
    from zongjie.archive.repeats import Index, document_of, search
    from zongjie.benchmarks.repeats_copies import copies

    names = {report.source.sha256: Path(report.source.name).stem for report in reports}
    with tempfile.TemporaryDirectory(prefix="zongjie-bench-") as folder:
        index = Index.at(Path(folder) / "index")
        index.add(document_of(report) for report in reports)
        found = copies(names, search(index, jobs=1))
    if not found.expected:
        return
    yield say(
        f"第二份：应认出 {found.expected} 对，召回 {found.recall:.3f}；"
        f"另外称为同一报告的 {len(found.others)} 对",
        f"second copies: {found.expected} pairs, recall {found.recall:.3f}; "
        f"{len(found.others)} others called one report",
    )
    yield from (say(f"  漏：{a} · {b}", f"  missed: {a} · {b}") for a, b in found.missed)
    for pair in found.others:
        yield f"  {pair.relation}: {names[pair.a]} · {names[pair.b]}  {pair.share_a:.3f} {pair.share_b:.3f}"


def _passages(say: Say) -> Iterator[str]:
    from zongjie.benchmarks.repeats_passages import side_by_side

    yield say("大量段落中的近似重复（各在自己的进程里）：", "near-duplicates among many passages:")
    for row in side_by_side(_PASSAGES):
        yield "  " + "  ".join(f"{key} {value}" for key, value in row.items())


def _drawn(bodies: dict[str, str], seed: int) -> dict[str, str]:
    from random import Random

    long = sorted(name for name, body in bodies.items() if len(body) >= _LEAST)
    return {name: bodies[name] for name in Random(seed).sample(long, min(_DRAWN, len(long)))}


def _body(report: Report) -> str:
    from zongjie.cleaners import clean
    from zongjie.document import blank_out

    return blank_out(report.text, clean(report))
