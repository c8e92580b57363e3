"""What each check costs: its share of the time on real reports, and how its time grows on hostile text."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import process_time

from zongjie.analyzer import understand
from zongjie.benchmarks.hostile import hostile_texts
from zongjie.checks import Registered, all_checks
from zongjie.checks.once import forget
from zongjie.comparing.repeats import repeated_passages
from zongjie.comparing.set_phrases import masked_skeleton
from zongjie.document import Analysis, Report
from zongjie.readers import report_of
from zongjie.settings import Settings

SHORT, LONG = 10**5, 10**6
MOST = 12  # times as long, ten times the text
SHARED: dict[str, Callable[[str], object]] = {
    "DU01+DU02+DU05 set phrases": masked_skeleton,
    "DU01+DU02 repeats": repeated_passages,
}
"""What several checks look up in a text, kept for it: timed before them, told apart from them."""
_NOTHING = 0.1  # seconds on the long text under which no ratio is told


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time that the check ``code``, or what several share, took over ``characters``.

    ``share`` is of all checks together.
    """

    code: str
    seconds: float
    characters: int
    share: float


@dataclass(frozen=True, slots=True)
class Growth:
    """The worst of a check over the hostile texts: ``ratio`` of its times on long and short ``text``."""

    code: str
    text: str
    seconds: float
    ratio: float


def time_checks(reports: Sequence[Report], rounds: int = 3) -> tuple[Cost, ...]:
    """Each check over all reports, dearest first: the least of the rounds.

    Every report is read and goes through all checks in their order, as when it is checked. What
    several of them look up together (``SHARED``) comes first and has a cost of its own.
    """
    rounds_spent = [_round(reports) for _ in range(rounds)]
    spent = {code: min(one[code] for one in rounds_spent) for code in rounds_spent[0]}
    characters = sum(len(report.text) for report in reports)
    total = sum(spent.values()) or 1.0
    costs = [Cost(code, seconds, characters, seconds / total) for code, seconds in spent.items()]
    return tuple(sorted(costs, key=lambda one: -one.seconds))


def _round(reports: Sequence[Report]) -> dict[str, float]:
    spent: dict[str, float] = {}
    for report in reports:
        analysis = understand(report)
        for name, look_up in SHARED.items():
            start = process_time()
            look_up(analysis.body)
            spent[name] = spent.get(name, 0.0) + process_time() - start
        for one in _of_reports():
            spent[one.check.code] = spent.get(one.check.code, 0.0) + _seconds(one, analysis)
        forget()
    return spent


def time_growth(each: Callable[[str], None] = lambda name: None) -> tuple[Growth, ...]:
    """How each check's time grows from 10^5 to 10^6 characters of hostile text, worst first.

    ``each`` is called with the name of every text before it is tried.
    """
    worst: dict[str, Growth] = {}
    short_texts, long_texts = hostile_texts(SHORT), hostile_texts(LONG)
    for name, long_text in long_texts.items():
        each(name)
        # three short texts that differ, since what a check found in one text may be kept
        shorts = [understand(report_of(short_texts[name] + " " * spaces)) for spaces in range(3)]
        long = understand(report_of(long_text))
        for one in _of_reports():
            code = one.check.code
            few, many = min(_seconds(one, short) for short in shorts), _seconds(one, long)
            grown = Growth(code, name, many, many / max(few, 1e-9) if many > _NOTHING else 1.0)
            if code not in worst or grown.ratio > worst[code].ratio:
                worst[code] = grown
    return tuple(sorted(worst.values(), key=lambda one: -one.ratio))


def _seconds(one: Registered, analysis: Analysis) -> float:
    """The time of one run, without the collector of garbage, as ``timeit`` measures."""
    settings = Settings()
    gc.disable()
    try:
        start = process_time()
        for _ in one.find(analysis, settings):
            pass
        return process_time() - start
    finally:
        gc.enable()


def _of_reports() -> list[Registered]:
    return [one for one in all_checks() if one.check.needs == "report"]
