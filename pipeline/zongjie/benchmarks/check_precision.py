"""Counts the verdicts of ``corpora/gold/checks`` into the table that ``zongjie explain`` shows.

``python -m zongjie.benchmarks.check_precision corpora/gold/checks`` prints ``precision.toml``.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PLANTED, SILENT = "planted.tsv", "silent.tsv"
VERDICTS = ("true", "false", "doubt")


def rows(folder: Path) -> Iterator[dict[str, str]]:
    """The verdicts of all families, in order of file names. Raises ``ValueError`` for an unknown one."""
    for path in sorted(folder.glob("[A-Z][A-Z].tsv")):
        for row in _table(path):
            if row["verdict"] not in VERDICTS:
                raise ValueError(f"{path}: {row['verdict']!r} is none of {', '.join(VERDICTS)}")
            yield row


def counted(folder: Path) -> str:
    """The text of ``precision.toml``: read, right and planted by code; doubts count as not right."""
    read: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in rows(folder):
        read[row["code"]] += 1
        right[row["code"]] += row["verdict"] == "true"
    planted = {row["code"]: int(row["found"]) for row in _table(folder / PLANTED)}
    silent = {row["code"]: int(row["reports"]) for row in _table(folder / SILENT)}
    parts = [
        "# Counted from corpora/gold/checks by zongjie.benchmarks.check_precision; do not edit by hand.\n"
        "# read: alarms on real reports read by hand; right: those of which a careful editor would change\n"
        "# the text; planted: planted faults that the check told.\n"
    ]
    for code in sorted({*read, *planted, *silent}):
        numbers = (read[code], right[code], planted.get(code, 0), silent.get(code, 0))
        names = ("read", "right", "planted", "silent_on")
        lines = "".join(f"{name} = {number}\n" for name, number in zip(names, numbers, strict=True))
        parts.append(f"[{code}]\n{lines}")
    return "\n".join(parts)


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


if __name__ == "__main__":
    sys.stdout.write(counted(Path(sys.argv[1])))
