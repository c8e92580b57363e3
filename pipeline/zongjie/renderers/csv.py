"""Findings as a table for spreadsheets: CSV with a byte-order mark, so that Excel reads the Chinese."""

import csv
import io

from zongjie.document import Analysis
from zongjie.renderers.formulas import guarded
from zongjie.renderers.positions import Lines
from zongjie.renderers.words import SEVERITY, word

_COLUMNS = (
    ("文件", "file"),
    ("行", "line"),
    ("列", "column"),
    ("代码", "code"),
    ("级别", "severity"),
    ("原文", "words"),
    ("说明", "message"),
    ("也可能没错", "may be right"),
    ("改成", "fix"),
    ("试行", "preview"),
    ("放过的理由", "let stand because"),
    ("指纹", "fingerprint"),
)
_WORDS = 200  # characters of the text that are shown


def csv_head(lang: str = "zh") -> str:
    """The byte-order mark and the row of names."""
    return "\ufeff" + _row([one[lang == "en"] for one in _COLUMNS])


def to_csv(analysis: Analysis, name: str, lang: str = "zh") -> str:
    """One row a finding, preview and suppressed ones included."""
    text, lines = analysis.report.text, Lines(analysis.report.text)
    return "".join(
        _row(
            [
                name,
                *map(str, lines.position(f.start)),
                f.code,
                word(SEVERITY, f.severity, lang),
                text[f.start : min(f.end, f.start + _WORDS)],
                f.message,
                f.caveat or "",
                f.fix or "",
                ("是" if lang == "zh" else "yes") if f.preview else "",
                f.suppressed or "",
                f.fingerprint,
            ]
        )
        for f in analysis.findings
    )


def _row(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(map(guarded, cells))
    return out.getvalue()
