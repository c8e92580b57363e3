"""One way to plant a fault of any check."""

from random import Random

from zongjie.benchmarks.faults.changes import CHANGES
from zongjie.benchmarks.faults.figures import FIGURES
from zongjie.benchmarks.faults.grounding import GROUNDING
from zongjie.benchmarks.faults.identity import IDENTITY
from zongjie.benchmarks.faults.period import PERIOD
from zongjie.benchmarks.faults.planted import Planted, inserted, sentence_end
from zongjie.benchmarks.faults.sentences import PLANS, SENTENCES
from zongjie.benchmarks.faults.structure import STRUCTURE
from zongjie.document import Analysis

_OF_A_BODY = frozenset({"WD07"})  # 本人 is no fault in a person's own report
_CHANGES = {**CHANGES, **FIGURES, **IDENTITY, **PERIOD, **STRUCTURE, **GROUNDING}


def planters() -> tuple[str, ...]:
    """The codes of the checks whose fault can be planted."""
    return tuple(sorted({*SENTENCES, *PLANS, *_CHANGES}))


def plant(code: str, analysis: Analysis, seed: int) -> Planted | None:
    """The report with the fault of the check ``code``; None where it has no fit place.

    The same report and seed give the same text.
    """
    random = Random(f"{code} {seed} {analysis.report.source.sha256}")
    if code in _CHANGES:
        return _CHANGES[code](analysis, random)
    if code in _OF_A_BODY and analysis.profile.kind == "personal":
        return None
    make = SENTENCES.get(code) or PLANS[code]
    at = sentence_end(analysis, random, "achievement" if code in SENTENCES else "plan")
    if at is None:
        return None
    return inserted(code, analysis.report.text, at, make(random))
