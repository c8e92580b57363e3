"""One matter that stands in many places is one alarm: the first place, the others, the count."""

from collections.abc import Iterable, Mapping, Sequence

from zongjie.checks.base import Alarm, Side
from zongjie.document import Severity
from zongjie.document.finding import EvidenceValue

Place = tuple[int, int]
_SHOWN = 100  # other places that are listed; the count tells of all


def one_alarm(
    places: Sequence[Place],
    zh: str,
    en: str,
    *,
    evidence: Mapping[str, EvidenceValue] | None = None,
    caveat: tuple[str, str] | None = None,
    severity: Severity | None = None,
    fix: str | None = None,
) -> Alarm:
    """An alarm at the first of ``places``; the others are related, ``evidence["count"]`` is their number.

    ``zh`` and ``en`` may hold ``{count}``.
    """
    count = len(places)
    return Alarm(
        start=places[0][0],
        end=places[0][1],
        zh=zh.replace("{count}", str(count)),
        en=en.replace("{count}", str(count)),
        related=tuple(Side(start, end, "同类", "the same kind") for start, end in places[1 : 1 + _SHOWN]),
        evidence={"count": count, **(evidence or {})},
        caveat_zh=caveat[0] if caveat else None,
        caveat_en=caveat[1] if caveat else None,
        fix=fix,
        severity=severity,
    )


def spans(matches: Iterable[object]) -> list[Place]:
    """The spans of regular-expression matches (the whole of each)."""
    return [one.span() for one in matches]  # type: ignore[attr-defined]
