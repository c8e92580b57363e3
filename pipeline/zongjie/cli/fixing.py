"""``zongjie check --diff`` and ``--fix``: punctuation that needs no thought, in text files only."""

import difflib
from pathlib import Path

from zongjie.checks.mending import edits_for, mended
from zongjie.cli.inputs import STDIN
from zongjie.cli.output import put
from zongjie.document import Analysis, Report
from zongjie.errors import InputError

_TEXTS = ("text/plain", "text/markdown")
_BOM = "\ufeff"


class CannotMend(InputError):
    """A file that cannot be written back as it was read."""


def diff(name: str, analysis: Analysis) -> str:
    """What ``--fix`` would change, as a unified diff; "" where there is nothing."""
    text = analysis.report.text
    fixed = mended(text, edits_for(analysis))
    lines = difflib.unified_diff(text.splitlines(True), fixed.splitlines(True), name, name, n=0)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def fix(name: str, analysis: Analysis) -> int:
    """Write the mended text over the file; how many places were changed.

    Raises ``CannotMend`` where the file is no plain text, or would not come back as it was.
    """
    edits = edits_for(analysis)
    if not edits:
        return 0
    report = analysis.report
    if name == STDIN or report.source.media_type not in _TEXTS:
        raise CannotMend(
            f"{name}：--fix 只改 .txt 和 .md 文件。请用 --diff 看要改的地方，再到原文件里改。",
            f"{name}: --fix changes .txt and .md files only. See the places with --diff.",
        )
    fixed = mended(report.text, edits)
    put(_encoded(fixed, report, Path(name)), Path(name))
    return len(edits)


def _encoded(fixed: str, report: Report, path: Path) -> bytes:
    codec = (report.source.encoding or "utf-8").split(" ")[0]
    before = path.read_bytes()
    for mark in ("", _BOM):
        try:
            if (mark + report.text).encode(codec) == before:
                return (mark + fixed).encode(codec)
        except (UnicodeEncodeError, LookupError):
            break
    raise CannotMend(
        f"{path}：按 {codec} 写回去会改动别的字节，没有改。请先另存为 UTF-8。",
        f"{path}: written back in {codec} other bytes would change; left alone. Save it as UTF-8 first.",
    )
