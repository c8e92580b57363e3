"""Findings as workflow commands of GitHub Actions: an annotation at each line."""

from collections.abc import Iterator

from zongjie.document import Analysis
from zongjie.renderers.lint import shown_findings
from zongjie.renderers.positions import Lines

_LEVEL = {"error": "error", "warning": "warning", "note": "notice"}


def to_annotations(analysis: Analysis, name: str) -> str:
    """One line a shown finding; "" where there is none."""
    return "".join(f"{line}\n" for line in _lines(analysis, name))


def _lines(analysis: Analysis, name: str) -> Iterator[str]:
    lines = Lines(analysis.report.text)
    for f in shown_findings(analysis):
        (line, column), (last, stop) = lines.position(f.start), lines.position(f.end)
        where = f"file={_property(name)},line={line},endLine={last}"
        if last == line:  # columns are told for one line only
            where += f",col={column},endColumn={stop}"
        yield f"::{_LEVEL[f.severity]} {where},title={_property(f'{f.code} {f.name}')}::{_data(f.message)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
