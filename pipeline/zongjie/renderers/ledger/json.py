"""The public contract ``zongjie-ledger/1`` (DESIGN §4, docs/json.md)."""

import json
from importlib import resources
from typing import Any

from zongjie.document.ledger import Ledger, LedgerEntry
from zongjie.document.report import FileFacts
from zongjie.renderers.decimals import decimal_string

SCHEMA = "zongjie-ledger/1"


def to_json(ledger: Ledger, lang: str = "zh") -> str:
    """The whole as JSON text; the reasons are in one language."""
    told = {
        "schema": SCHEMA,
        "last": _source(ledger.last.source),
        "this": _source(ledger.this.source),
        "promises": [_entry(entry, lang) for entry in ledger.entries],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of ``zongjie-ledger/1``, as shipped with the package."""
    path = resources.files("zongjie.renderers") / "schema" / "zongjie-ledger-1.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def _source(source: FileFacts) -> dict[str, Any]:
    return {
        "name": source.name,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "characters": source.characters,
    }


def _entry(entry: LedgerEntry, lang: str) -> dict[str, Any]:
    promise = entry.promise
    return {
        "id": promise.id,
        "start": promise.start,
        "end": promise.end,
        "section": promise.section,
        "object": promise.object,
        "action": promise.action,
        "metric": promise.metric,
        "value": None if promise.value is None else decimal_string(promise.value),
        "value_max": None if promise.value_max is None else decimal_string(promise.value_max),
        "unit": promise.unit,
        "bound": promise.bound,
        "status": entry.status,
        "evidence": [{"start": start, "end": end} for start, end in entry.evidence],
        "reason": entry.reason(lang),
        "score": entry.score,
    }
