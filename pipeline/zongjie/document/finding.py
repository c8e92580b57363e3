"""What a check has to say about a place in the text."""

from dataclasses import dataclass, field
from typing import Literal

from zongjie.document.span import Place

Severity = Literal["error", "warning", "note"]
EvidenceValue = str | int | float | bool | None | tuple["EvidenceValue", ...]


@dataclass(frozen=True, slots=True)
class Related:
    """The other side of a clash, or another place of the same kind; ``label`` in the asked language."""

    start: int
    end: int
    label: str
    doc: Place = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One alarm. ``caveat`` is the known reason why it may still be right."""

    id: str
    code: str
    name: str
    severity: Severity
    message: str
    start: int
    end: int
    caveat: str | None = None
    related: tuple[Related, ...] = ()
    evidence: dict[str, EvidenceValue] = field(default_factory=dict)
    fix: str | None = None
    preview: bool = False
    suppressed: str | None = None
    fingerprint: str = ""
