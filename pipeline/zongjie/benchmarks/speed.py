"""How fast each stage reads, side by side with ``jieba.cut`` on the same texts in the same run."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from zongjie.analyzer import stages
from zongjie.document import Report


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that ``stage`` took over all texts (median of the rounds); ``rate`` in characters/s."""

    stage: str
    seconds: float
    characters: int

    @property
    def rate(self) -> float:
        return self.characters / self.seconds if self.seconds else 0.0


def time_stages(reports: Sequence[Report], rounds: int = 3) -> tuple[Timing, ...]:
    """Time each stage, the whole analysis ("all stages") and ``jieba.cut`` over ``reports``.

    A round that is not counted goes before, so that models and tables are loaded. Stages and
    jieba take turns in every round, so that a drift of the machine hits both alike.
    """
    characters = sum(len(report.text) for report in reports)
    _round(reports)
    measured = [_round(reports) for _ in range(rounds)]
    return tuple(Timing(stage, median(one[stage] for one in measured), characters) for stage in measured[0])


def _round(reports: Sequence[Report]) -> dict[str, float]:
    import jieba

    spent: dict[str, float] = {}
    for report in reports:
        start = began = perf_counter()
        for stage, _ in stages(report):
            now = perf_counter()
            spent[stage] = spent.get(stage, 0.0) + now - start
            start = now
        spent["all stages"] = spent.get("all stages", 0.0) + perf_counter() - began
        start = perf_counter()
        for _ in jieba.cut(report.text):
            pass
        spent["jieba.cut"] = spent.get("jieba.cut", 0.0) + perf_counter() - start
    return spent
