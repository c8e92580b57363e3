"""SARIF 2.1.0: the shape that the standard asks for, replacements, and stable fingerprints.

The schema file of the standard is not ours to copy, and no package carries it that works without a
network. ``SHAPE`` says of the parts that we write what the standard (OASIS SARIF 2.1.0, §3) says:
required keys, types, allowed words, least numbers, and no keys that it does not know.
"""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from zongjie.analyzer import check_report
from zongjie.checks import all_checks
from zongjie.document import Analysis
from zongjie.readers import read, report_of
from zongjie.renderers.sarif import to_sarif
from zongjie.settings import Settings, Suppression

TEXT = (
    "甲山县林业局2024年工作总结\n一、主要工作\n全年引进苗圃企业6家，成活率保持稳定。\n"
    "造林12亩。。统一布署，增长15~30%。\n"
)


def record(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """An object with these keys and no others."""
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **optional},
        "additionalProperties": False,
    }


def rows(items: dict[str, Any], **limits: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **limits}


WORDS, NUMBER, COUNT = (
    {"type": "string"},
    {"type": "integer", "minimum": 1},
    {"type": "integer", "minimum": 0},
)
MESSAGE = record({"text": {"type": "string", "minLength": 1}})
ARTIFACT = record({"uri": {"type": "string", "format": "uri-reference", "pattern": "^[^ ]+$"}})
REGION = record(
    {"startLine": NUMBER, "startColumn": NUMBER, "endLine": NUMBER, "endColumn": NUMBER},
    charOffset=COUNT,
    charLength=COUNT,
    snippet=MESSAGE | {"properties": {"text": WORDS}},
)
PLACE = {"physicalLocation": record({"artifactLocation": ARTIFACT, "region": REGION})}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
REPLACEMENT = record({"deletedRegion": REGION}, insertedContent=record({"text": WORDS}))
CHANGE = record({"artifactLocation": ARTIFACT, "replacements": rows(REPLACEMENT, minItems=1)})
RESULT = record(
    {"message": MESSAGE},
    ruleId=WORDS,
    ruleIndex=COUNT,
    level=LEVEL,
    locations=rows(record(PLACE)),
    relatedLocations=rows(record(PLACE, id=COUNT, message=MESSAGE), uniqueItems=True),
    partialFingerprints={"type": "object", "additionalProperties": WORDS},
    properties={"type": "object"},
    suppressions=rows(
        record({"kind": {"enum": ["inSource", "external"]}}, justification=WORDS), uniqueItems=True
    ),
    fixes=rows(record({"artifactChanges": rows(CHANGE, minItems=1)}, description=MESSAGE), uniqueItems=True),
)
RULE = record(
    {"id": WORDS},
    name=WORDS,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=record({}, level=LEVEL),
)
RUN = record(
    {"tool": record({"driver": record({"name": WORDS}, version=WORDS, rules=rows(RULE, uniqueItems=True))})},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts=rows(record({}, location=ARTIFACT, hashes={"type": "object"}), uniqueItems=True),
    results=rows(RESULT),
)
SHAPE = record({"version": {"const": "2.1.0"}, "runs": rows(RUN)}, **{"$schema": WORDS})
RULES = [
    {
        "code": one.check.code,
        "name": one.check.name,
        "title": one.check.title,
        "severity": one.check.severity,
        "documentation": one.documentation,
    }
    for one in all_checks()
]


def log_of(*checked: tuple[str, Analysis]) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(to_sarif(list(checked), RULES, version="1.0"))
    return log


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    settings = Settings(suppress=(Suppression("*", ("PU07",), "客户的写法"),))
    return check_report(report_of(TEXT, name="报告 1.txt"), settings)


def test_log_has_the_shape_of_the_standard(analysis: Analysis, samples: Path) -> None:
    many = [(path.name, check_report(read(path))) for path in sorted(samples.glob("*.txt"))]
    log = log_of(("目录/报告 1.txt", analysis), *many)
    jsonschema.validate(log, SHAPE)
    assert {result["ruleId"] for result in log["runs"][0]["results"]} >= {"PU07", "WD01", "NM13"}


def test_shape_refuses_what_the_standard_does_not_know(analysis: Analysis) -> None:
    for change in ({"level": "fatal"}, {"message": "bare"}, {"colour": "red"}):
        log = log_of(("a.txt", analysis))
        log["runs"][0]["results"][0].update(change)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(log, SHAPE)


def test_fix_replaces_the_finding_and_nothing_else(analysis: Analysis) -> None:
    (result,) = [one for one in log_of(("a.txt", analysis))["runs"][0]["results"] if one["ruleId"] == "WD01"]
    ((replacement,),) = [
        change["replacements"] for fix in result["fixes"] for change in fix["artifactChanges"]
    ]
    region = replacement["deletedRegion"]
    start = region["charOffset"]
    words = replacement["insertedContent"]["text"]
    mended = TEXT[:start] + words + TEXT[start + region["charLength"] :]
    assert mended == TEXT.replace("布署", "部署")
    assert (region["startLine"], region["startColumn"]) == (4, 10)


def test_finding_let_stand_says_why_and_keeps_its_fingerprint(analysis: Analysis) -> None:
    (let,) = [one for one in log_of(("a.txt", analysis))["runs"][0]["results"] if one["ruleId"] == "PU07"]
    assert let["suppressions"] == [{"kind": "external", "justification": "客户的写法"}]
    later = check_report(report_of(TEXT.replace("一、主要工作\n", "一、主要工作\n新修渠道8公里。\n")))
    (again,) = [one for one in log_of(("a.txt", later))["runs"][0]["results"] if one["ruleId"] == "PU07"]
    assert again["partialFingerprints"] == let["partialFingerprints"]
