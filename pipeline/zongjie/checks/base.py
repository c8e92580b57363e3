"""What a check is made of, so that a new check is one file and nothing else.

A check is a module ``checks/<family>/<name>.py`` with

- a docstring, which is its page of documentation (*What it flags · Why it matters · Flagged ·
  Accepted · Known misses · Source*), printed by ``zongjie explain``;
- ``CHECK = Check(code, name, title, severity, flagged=…, accepted=…, about=…)``;
- ``def find(analysis, settings) -> Iterator[Alarm]``; a check that compares a draft with the
  reports it rests on (``needs="draft"``) has ``def find(analysis, settings, sources)`` instead,
  where ``sources`` are their analyses; it is silent when there are none. So is one that holds a
  report against an archive (``needs="archive"``), with ``matches`` of ``document.report_pair``.

A check whose fault can be mended without a thought (punctuation, never words or figures) also
has ``def mend(analysis) -> Iterator[Edit]``, which ``zongjie check --fix`` applies.

``checks.registry`` walks the package when asked; nothing is registered at import.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from zongjie.document import Severity
from zongjie.document.finding import EvidenceValue
from zongjie.document.span import Place
from zongjie.settings import Settings


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number that a person may set under ``thresholds`` in the settings."""

    name: str
    default: float
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Check:
    """The card of a check.

    ``title`` is its name in Chinese, ``name`` in English kebab-case; ``about`` tells a Chinese
    reader in a few sentences what it looks for, why, and what it leaves alone. ``flagged`` and
    ``accepted`` are examples that run as tests: whole little reports in which ⟦ ⟧ mark the
    place of the finding (several pairs: that many findings; none in ``accepted``).
    ``needs`` tells what must be there: a report, a draft with its sources, or an archive.
    """

    code: str
    name: str
    title: str
    severity: Severity
    flagged: tuple[str, ...]
    accepted: tuple[str, ...]
    needs: Literal["report", "draft", "archive"] = "report"
    preview: bool = False
    about: str = ""
    thresholds: tuple[Threshold, ...] = ()

    def threshold(self, name: str, settings: Settings) -> float:
        """The number ``name`` as set, or as it comes."""
        default = next(one.default for one in self.thresholds if one.name == name)
        return settings.threshold(self.code, name, default)


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``words`` in the place of ``[start, end)``: what ``check --fix`` does."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Side:
    """The other side of a clash, or another place of the same kind, with what it is called."""

    start: int
    end: int
    zh: str
    en: str
    doc: Place = None


@dataclass(frozen=True, slots=True)
class Alarm:
    """What ``find`` yields; the runner makes a Finding of it.

    ``zh`` and ``en`` are one sentence each: what, where, why, and how to mend it.
    ``caveat_zh``/``caveat_en`` are the known reason why it may still be right. ``severity``
    lowers (or raises) the check's own for this one alarm.
    """

    start: int
    end: int
    zh: str
    en: str
    related: tuple[Side, ...] = ()
    evidence: Mapping[str, EvidenceValue] = field(default_factory=dict)
    caveat_zh: str | None = None
    caveat_en: str | None = None
    fix: str | None = None
    severity: Severity | None = None
