"""The public contract ``zongjie/1``: an analysis as JSON (DESIGN §4, docs/json.md).

Offsets are code points. Keys may be added, never change meaning. What does not apply is null;
a list is [] and never null. The same analysis gives the same bytes.
"""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib import resources
from typing import Any

from zongjie.document import (
    Analysis,
    Award,
    Change,
    FileFacts,
    Finding,
    Measure,
    Plan,
    PlanItem,
    PlanSentence,
    Problem,
    Profile,
    Quantity,
    Section,
    Source,
    Summary,
    Theme,
)
from zongjie.renderers.decimals import decimal_string

SCHEMA = "zongjie/1"
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(analysis: Analysis, *, indent: int | None = 2) -> str:
    """The analysis as JSON text; ``indent=None`` puts it on one line (for JSON Lines)."""
    return "".join(json_pieces(analysis, indent=indent))


def json_pieces(analysis: Analysis, *, indent: int | None = 2) -> Iterator[str]:
    """The JSON text piece by piece, so that a huge report need not be held twice.

    Laid out for people and for ``diff``: a line for each part, and for each member of a list.
    """
    line, deeper = ("", "") if indent is None else ("\n" + " " * indent, "\n" + " " * 2 * indent)
    opening = "{"
    for key, value in _parts(analysis):
        yield f"{opening}{line}{_written(key)}: "
        opening = "," if line else ", "
        if isinstance(value, Iterator):
            bracket = "["
            for member in value:
                yield f"{bracket}{deeper}{_written(member)}"
                bracket = "," if line else ", "
            yield "[]" if bracket == "[" else f"{line}]"
        else:
            yield _written(value)
    yield "}" if indent is None else "\n}"


def _written(value: Any) -> str:
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", json.dumps(value, ensure_ascii=False))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of ``zongjie/1``, as shipped with the package."""
    path = resources.files("zongjie.renderers") / "schema" / "zongjie-1.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def to_dict(analysis: Analysis) -> dict[str, Any]:
    """The analysis as plain dicts, lists, strings and numbers, in the order of the contract."""
    told = {key: list(part) if isinstance(part, Iterator) else part for key, part in _parts(analysis)}
    told["achievements"] = [q for q in told["quantities"] if q["kind"] == "achievement"]
    return told


def _parts(analysis: Analysis) -> Iterator[tuple[str, Any]]:
    """Key and value of every part; long lists are iterators."""
    report = analysis.report
    yield "schema", SCHEMA
    yield "source", _source_facts(report.source)
    yield "text", report.text
    yield "notes", list(report.notes)
    yield "removed", ({"kind": r.kind, "start": r.start, "end": r.end} for r in analysis.removed)
    yield "profile", _profile(analysis.profile)
    yield "sections", map(_section, analysis.sections)
    yield "quantities", map(_quantity, analysis.quantities)
    yield "achievements", map(_quantity, analysis.achievements)
    yield "problems", map(_statement, analysis.problems)
    yield "measures", map(_statement, analysis.measures)
    yield "awards", map(_award, analysis.awards)
    yield "findings", map(finding_dict, analysis.findings)
    yield "summary", _summary(analysis.summary)
    yield "plan", plan_dict(analysis.plan)


def _source_facts(source: FileFacts) -> dict[str, Any]:
    return {
        "name": source.name,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "characters": source.characters,
    }


def _statement(told: Problem | Measure) -> dict[str, Any]:
    return {"id": told.id, "start": told.start, "end": told.end, "section": told.section}


def _award(award: Award) -> dict[str, Any]:
    return {
        "start": award.start,
        "end": award.end,
        "title": award.title,
        "level": award.level,
        "recipient": award.recipient,
    }


def finding_dict(finding: Finding) -> dict[str, Any]:
    """One finding as the contract writes it."""
    return {
        "id": finding.id,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "preview": finding.preview,
        "message": finding.message,
        "caveat": finding.caveat,
        "start": finding.start,
        "end": finding.end,
        "related": [
            {"doc": r.doc, "start": r.start, "end": r.end, "label": r.label} for r in finding.related
        ],
        "evidence": _plain(finding.evidence),
        "fix": finding.fix,
        "suppressed": finding.suppressed,
        "fingerprint": finding.fingerprint,
    }


def plan_dict(plan: Plan) -> dict[str, Any]:
    """The drafted plan as the contract writes it; ``zongjie draft --format json`` prints it."""
    return {
        "title": plan.title,
        "period": plan.period,
        "text": plan.text,
        "items": [_item(item) for item in plan.items],
        "findings": [finding_dict(f) for f in plan.findings],
        "quotes": [
            {"doc": q.doc, "name": q.name, "start": q.start, "end": q.end, "words": q.words}
            for q in plan.quotes
        ],
        "dropped": [{"text": one.text, "heading": one.heading, "reason": one.zh} for one in plan.dropped],
    }


def _item(item: PlanItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "level": item.level,
        "heading": item.heading,
        "start": item.start,
        "end": item.end,
        "sentences": [_plan_sentence(s) for s in item.sentences],
        "answers": list(item.answers),
        "carries": list(item.carries),
        "theme": _theme(item.theme),
    }


def _plan_sentence(sentence: PlanSentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "kind": sentence.kind,
        "sources": _sources(sentence.sources),
        "slots": [{"start": s.start, "end": s.end, "label": s.label} for s in sentence.slots],
        "computed": [{"start": c.start, "end": c.end, "formula": c.formula} for c in sentence.computed],
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "text": summary.text,
        "sentences": [
            {"text": s.text, "start": s.start, "end": s.end, "part": s.part, "sources": _sources(s.sources)}
            for s in summary.sentences
        ],
    }


def _sources(sources: tuple[Source, ...]) -> list[dict[str, Any]]:
    return [{"doc": s.doc, "start": s.start, "end": s.end} for s in sources]


def _profile(profile: Profile) -> dict[str, Any]:
    period = profile.period
    return {
        "title": profile.title,
        "organisation": profile.organisation,
        "kind": profile.kind,
        "level": profile.level,
        "places": list(profile.places),
        "bodies": list(profile.bodies),
        "sessions": list(profile.sessions),
        "period": period
        and {"start": period.start.isoformat(), "end": period.end.isoformat(), "label": period.label},
        "evidence": [
            {"field": e.field, "start": e.start, "end": e.end, "value": e.value} for e in profile.evidence
        ],
        "dissent": [
            {"field": e.field, "start": e.start, "end": e.end, "value": e.value} for e in profile.dissent
        ],
        "is_report": profile.is_report,
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "parent": section.parent,
        "level": section.level,
        "number": section.number,
        "heading": section.heading,
        "heading_start": section.heading_start,
        "heading_end": section.heading_end,
        "start": section.start,
        "end": section.end,
        "role": section.role,
        "theme": _theme(section.theme),
        "themes": [_theme(theme) for theme in section.themes],
    }


def _theme(theme: Theme | None) -> dict[str, Any] | None:
    if theme is None:
        return None
    probability = round(float(theme.probability), 4)
    return {"label": theme.label, "group": theme.group, "probability": probability}


def _quantity(q: Quantity) -> dict[str, Any]:
    return {
        "id": q.id,
        "start": q.start,
        "end": q.end,
        "kind": q.kind,
        "value": _decimal(q.value),
        "value_max": _decimal(q.value_max),
        "unit": q.unit,
        "bound": q.bound,
        "ratio": None if q.ratio is None else list(q.ratio),
        "reason": q.reason,
        "object": q.object,
        "action": q.action,
        "metric": q.metric,
        "change": _change(q.change),
        "rank": q.rank,
        "period": q.period,
        "of": q.of,
        "part_of": q.part_of,
        "clause": q.clause and {"start": q.clause[0], "end": q.clause[1]},
        "section": q.section,
        "evidence": q.evidence,
    }


def _change(change: Change | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "kind": change.kind,
        "from": _decimal(change.from_),
        "to": _decimal(change.to),
        "amount": _decimal(change.amount),
    }


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else decimal_string(value)


def _plain(value: Any) -> Any:
    """Evidence with tuples as lists and Decimals as strings, whatever a check has put in."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal):
        return decimal_string(value)
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)
