"""The baseline of ``zongjie check``: read, applied, told about, written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from zongjie.checks.baseline import Baseline, Known, known_of, mark_known, read_baseline, write_baseline
from zongjie.checks.suppression import idle_notes
from zongjie.cli.language import Say
from zongjie.cli.output import put
from zongjie.document import Analysis, Finding
from zongjie.errors import MissingInput, SettingsError

_TOLD = 5  # stale entries and idle notes that are named; the rest are counted


class Standing:
    """What is let stand in this run, by a baseline and by notes, and what of it has gone stale."""

    def __init__(self, path: str | None, say: Say) -> None:
        self.say = say
        self.baseline = None if path is None else _read(Path(path))
        self.reasons = self.baseline.reasons() if self.baseline else {}
        self.checked: dict[str, tuple[Finding, ...]] = {}
        self.known: list[Known] = []
        self.remarks: list[str] = []

    def apply(self, name: str, analysis: Analysis, reason: str = "") -> Analysis:
        """The analysis with known findings marked; remembers them for the end of the run."""
        file = analysis.report.source.name
        self.known += known_of(analysis.findings, file, analysis.report.text, reason)
        self.checked[file] = (*self.checked.get(file, ()), *analysis.findings)
        for note in idle_notes(analysis)[:_TOLD]:
            line = analysis.report.text.count("\n", 0, note.start) + 1
            codes = ",".join(note.codes)
            why = (
                self.say("没有写理由，不起作用", "has no reason and does nothing")
                if not note.reason
                else self.say("已经没有可放过的，请删去", "has nothing to let stand; take it out")
            )
            self.remarks.append(
                self.say(f"{name}:{line} 的 ignore {codes} {why}。", f"{name}:{line}: ignore {codes} {why}.")
            )
        return replace(analysis, findings=mark_known(analysis.findings, file, self.reasons))

    def told(self) -> str:
        """What there is to say at the end: idle notes, the baseline's age, stale entries."""
        rows = list(self.remarks)
        if self.baseline is not None:
            days = (date.today() - self.baseline.created).days
            made = self.baseline.created.isoformat()
            stale = self.baseline.stale(self.checked)
            rows.append(
                self.say(
                    f"基线写于 {made}（{days} 天前），共 {len(self.baseline.known)} 条，"
                    + (f"其中 {len(stale)} 条已经找不到，可重写基线：" if stale else "都还在。"),
                    f"Baseline of {made} ({days} days old), {len(self.baseline.known)} entries, "
                    + (f"{len(stale)} of them gone; write it anew:" if stale else "all still there."),
                )
            )
            rows += [f"  {one.file} {one.code} {one.words}".rstrip() for one in stale[:_TOLD]]
        return "".join(f"{row}\n" for row in rows)

    def write(self, path: str) -> int:
        """Write what was found as a baseline; the number of its entries."""
        made = Baseline(date.today(), tuple(self.known))
        put(write_baseline(made), Path(path))
        return len(made.known)


def require_reason(write: str | None, reason: str | None, inputs: Sequence[str]) -> None:
    """Raise ``SettingsError`` for a baseline without a reason, or over a report."""
    if write is None:
        return
    if not (reason or "").strip():
        raise SettingsError(
            "写基线要说明理由：加上 --reason，如 --reason 历史遗留。",
            "A baseline needs a reason: add --reason, such as --reason legacy.",
        )
    if Path(write).resolve() in {Path(name).resolve() for name in inputs}:
        raise SettingsError(
            f"{write}：这是要检查的报告，写进去会把它覆盖。", f"{write}: is a report to be checked."
        )


def _read(path: Path) -> Baseline:
    try:
        return read_baseline(path.read_text("utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as problem:
        raise MissingInput(
            f"{path}：读不了这个基线文件。请检查路径，或用 --write-baseline 生成一个。",
            f"{path}: this baseline cannot be read. Check the path, or make one with --write-baseline.",
        ) from problem
