"""The public contract ``zongjie-repeats/1`` (DESIGN §4, docs/json.md)."""

import json
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

from zongjie.document.report_pair import CopiedPassage, KnownReport, Place, Repeats, ReportPair

SCHEMA = "zongjie-repeats/1"
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(repeats: Repeats) -> str:
    """The whole as JSON text."""
    return "".join(json_pieces(repeats))


def json_pieces(repeats: Repeats) -> Iterator[str]:
    """The JSON text, a line for each report, pair and cluster, so that it need not be held twice."""
    yield f'{{\n  "schema": {_written(SCHEMA)}'
    parts: tuple[tuple[str, Iterator[Any]], ...] = (
        ("reports", map(_report, repeats.reports)),
        ("pairs", map(_pair, repeats.pairs)),
        ("clusters", map(list, repeats.clusters)),
    )
    for key, members in parts:
        yield f",\n  {_written(key)}: ["
        between = "\n    "
        for member in members:
            yield between + _written(member)
            between = ",\n    "
        yield "\n  ]"
    yield "\n}\n"


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of ``zongjie-repeats/1``, as shipped with the package."""
    path = resources.files("zongjie.renderers") / "schema" / "zongjie-repeats-1.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def _report(one: KnownReport) -> dict[str, Any]:
    source, period = one.source, one.period
    return {
        "name": source.name,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "characters": source.characters,
        "organisation": one.organisation,
        "level": one.level,
        "period": period and {"start": str(period.start), "end": str(period.end), "label": period.label},
    }


def _pair(pair: ReportPair) -> dict[str, Any]:
    return {
        "a": pair.a,
        "b": pair.b,
        "share_a": pair.share_a,
        "share_b": pair.share_b,
        "relation": pair.relation,
        "first": pair.first,
        "passages": [_passage(one) for one in pair.passages],
    }


def _passage(one: CopiedPassage) -> dict[str, Any]:
    return {
        "a": _place(one.a),
        "b": _place(one.b),
        "share_equal": one.share,
        "only_swapped": one.only_swapped,
        "swaps": [{"kind": s.kind, "a": _place(s.a), "b": _place(s.b)} for s in one.swaps],
        "kept_figures": [_place(span) for span in one.kept] if one.of("figure") else [],
    }


def _place(span: Place) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}


def _written(value: Any) -> str:
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", json.dumps(value, ensure_ascii=False))
