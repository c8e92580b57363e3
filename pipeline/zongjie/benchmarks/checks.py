"""How well the checks find planted faults, and how often they speak on reports left as they are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from zongjie.analyzer import check_report, understand
from zongjie.benchmarks.faults import Planted, plant, planters
from zongjie.document import Analysis, Finding, Report
from zongjie.readers import report_of
from zongjie.settings import Settings

UNCOUNTED = ("RS02", "RS08")  # what a web site left is no fault of the report
_OVERLAP = 0.8
_ALIKE = {"DU01": ("DU01", "DU02")}  # a sentence that stands in a longer repeat is told with it
_TRIES = 8  # reports tried for each fault: not every report has a fit place


@dataclass(frozen=True, slots=True)
class Recall:
    """Of ``planted`` faults of one check ``found`` were told, ``exact`` of them with the span right."""

    code: str
    planted: int
    found: int
    exact: int

    @property
    def share(self) -> float:
        return self.found / self.planted if self.planted else 0.0


@dataclass(frozen=True, slots=True)
class Alarms:
    """What the checks say of reports as they are, by code; ``characters`` are of all reports."""

    reports: int
    characters: int
    errors: Counter[str]
    warnings: Counter[str]
    notes: Counter[str]

    def rate(self, severity: str) -> float:
        """Findings of ``severity`` on 10,000 characters, without those of RS02 and RS08."""
        counts = {"error": self.errors, "warning": self.warnings, "note": self.notes}[severity]
        return sum(n for code, n in counts.items() if code not in UNCOUNTED) / self.characters * 10_000


def measure_alarms(reports: Iterable[Report], settings: Settings | None = None) -> Alarms:
    """Check every report; preview findings are left out."""
    counts: dict[str, Counter[str]] = {one: Counter() for one in ("error", "warning", "note")}
    number = characters = 0
    for report in reports:
        number += 1
        characters += len(report.text)
        for finding in check_report(report, settings).findings:
            if not finding.preview:
                counts[finding.severity][finding.code] += 1
    return Alarms(number, characters, counts["error"], counts["warning"], counts["note"])


def measure_recall(reports: Sequence[Report], each: int = 20, seed: int = 14) -> tuple[Recall, ...]:
    """Plant ``each`` faults of every check that has a planter into reports drawn by ``seed``."""
    analyses = [understand(report) for report in reports]
    return tuple(_recall(code, analyses, each, seed) for code in planters())


def _recall(code: str, analyses: Sequence[Analysis], each: int, seed: int) -> Recall:
    random = Random(f"{seed} {code}")
    planted = found = exact = 0
    for attempt in range(_TRIES * each):
        if planted == each:
            break
        fault = plant(code, random.choice(analyses), seed + attempt)
        if fault is None:
            continue
        planted += 1
        best = _overlap(fault)
        found += best > 0
        exact += best >= _OVERLAP
    return Recall(code, planted, found, exact)


def _overlap(fault: Planted) -> float:
    """The best share of the planted span and a told one that both have in common; 0: not told."""
    sources = (understand(report_of(fault.source)),) if fault.source else ()
    report = report_of(fault.text, fault.name or "text")
    told = check_report(report, Settings(select=_ALIKE.get(fault.code, (fault.code,))), sources).findings
    return max((_common(fault, *place) for one in told for place in _places(one)), default=0.0)


def _places(finding: Finding) -> list[tuple[int, int]]:
    here = [(one.start, one.end) for one in finding.related if one.doc is None]
    return [(finding.start, finding.end), *here]


def _common(fault: Planted, start: int, end: int) -> float:
    both = min(fault.end, end) - max(fault.start, start)
    return both / (max(fault.end, end) - min(fault.start, start)) if both > 0 else 0.0
