"""Findings as SARIF 2.1.0 (OASIS), for code hosts and editors; preview and suppressed included."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from zongjie.document import Analysis, Finding
from zongjie.renderers.json import finding_dict
from zongjie.renderers.positions import Lines

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def to_sarif(
    checked: Sequence[tuple[str, Analysis]], rules: Sequence[Mapping[str, str]], *, version: str
) -> str:
    """One run over ``checked``, pairs of path and analysis.

    ``rules`` describe the checks (code, name, title, severity, documentation). Columns are
    code points (``unicodeCodePoints``).
    """
    index = {rule["code"]: at for at, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "zongjie",
                "version": version,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": _uri(path)}, "hashes": {"sha-256": analysis.report.source.sha256}}
            for path, analysis in checked
        ],
        "results": [result for path, analysis in checked for result in _results(path, analysis, index)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Mapping[str, str]) -> dict[str, Any]:
    documentation = rule["documentation"].strip()
    return {
        "id": rule["code"],
        "name": rule["name"],
        "shortDescription": {"text": rule["title"] or rule["name"]},
        "fullDescription": {"text": documentation.split("\n\n", 1)[0] or rule["name"]},
        "help": {"text": documentation or rule["name"]},
        "defaultConfiguration": {"level": rule["severity"]},
    }


def _results(path: str, analysis: Analysis, index: Mapping[str, int]) -> list[dict[str, Any]]:
    lines = Lines(analysis.report.text)
    return [_result(f, path, lines, index) for f in analysis.findings]


def _result(f: Finding, path: str, lines: Lines, index: Mapping[str, int]) -> dict[str, Any]:
    message = f.message if f.caveat is None else f"{f.message} {f.caveat}"
    here = [r for r in f.related if r.doc is None]
    result: dict[str, Any] = {
        "ruleId": f.code,
        **({"ruleIndex": index[f.code]} if f.code in index else {}),
        "level": f.severity,
        "message": {"text": message},
        "locations": [_location(path, lines, f.start, f.end)],
        "relatedLocations": [
            {"id": at, **_location(path, lines, r.start, r.end), "message": {"text": r.label or f.code}}
            for at, r in enumerate(here, 1)
        ],
        "partialFingerprints": {"zongjie/1": f.fingerprint},
        "properties": {"preview": f.preview, "evidence": finding_dict(f)["evidence"]},
    }
    if f.fix is not None:
        result["fixes"] = [_fix(path, lines, f, f.fix)]
    if f.suppressed is not None:
        result["suppressions"] = [{"kind": "external", "justification": f.suppressed}]
    return result


def _fix(path: str, lines: Lines, f: Finding, words: str) -> dict[str, Any]:
    """Put ``words`` in the place of the finding; where it tells of several places, in the first."""
    return {
        "description": {"text": f"“{lines.text[f.start : f.end]}” → “{words}”"},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": _uri(path)},
                "replacements": [
                    {
                        "deletedRegion": _region(lines, f.start, f.end),
                        "insertedContent": {"text": words},
                    }
                ],
            }
        ],
    }


def _location(path: str, lines: Lines, start: int, end: int) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(path)},
            "region": {**_region(lines, start, end), "snippet": {"text": lines.text[start:end]}},
        }
    }


def _region(lines: Lines, start: int, end: int) -> dict[str, int]:
    (line, column), (last, stop) = lines.position(start), lines.position(end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": last,
        "endColumn": stop,
        "charOffset": start,
        "charLength": end - start,
    }


def _uri(path: str) -> str:
    """A path as a URI reference, relative where the path is."""
    return quote("stdin" if path == "-" else path.replace("\\", "/"))
