"""Findings as JUnit XML, for systems that count tests: a suite a report, a case a check."""

from collections import defaultdict
from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from zongjie.document import Analysis, Finding
from zongjie.renderers.lint import shown_findings
from zongjie.renderers.positions import Lines
from zongjie.renderers.printable import printable


def to_junit(checked: Sequence[tuple[str, Analysis]], codes: Sequence[tuple[str, str]]) -> str:
    """``codes`` are the checks that ran, as code and name; a note does not fail its case."""
    root = Xml.Element("testsuites", name="zongjie")
    failures = 0
    for path, analysis in checked:
        by_code: defaultdict[str, list[Finding]] = defaultdict(list)
        for f in shown_findings(analysis):
            by_code[f.code].append(f)
        suite = Xml.SubElement(root, "testsuite", name=printable(path), tests=str(len(codes)))
        lines, failed = Lines(analysis.report.text), 0
        for code, name in codes:
            case = Xml.SubElement(suite, "testcase", classname=printable(path), name=f"{code} {name}")
            failed += _tell(case, by_code[code], lines, path)
        suite.set("failures", str(failed))
        failures += failed
    root.set("tests", str(len(codes) * len(checked)))
    root.set("failures", str(failures))
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _tell(case: Xml.Element, findings: Sequence[Finding], lines: Lines, path: str) -> bool:
    """Put the findings of one check into its case; whether it has failed."""
    grave = [f for f in findings if f.severity != "note"]
    told = "\n".join(_row(f, lines, path) for f in findings)
    if not grave:
        if told:
            Xml.SubElement(case, "system-out").text = printable(told)
        return False
    failure = Xml.SubElement(case, "failure", type=grave[0].severity, message=printable(grave[0].message))
    failure.text = printable(told)
    return True


def _row(f: Finding, lines: Lines, path: str) -> str:
    line, column = lines.position(f.start)
    return f"{path}:{line}:{column} {f.message}"
