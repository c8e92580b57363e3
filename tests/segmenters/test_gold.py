"""Outlines labelled by hand, by offset, over real reports: a floor under what was measured.

``corpora/gold/outlines/*.json``: report, sha256, split (tuned: looked at while writing the rules;
untouched: not), title and headings as [start, end, level].
"""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from zongjie.cleaners import clean
from zongjie.document import blank_out
from zongjie.readers import report_of
from zongjie.segmenters import segment

GOLD = Path(__file__).parents[2] / "corpora" / "gold" / "outlines"


def scores(real_reports: Path, split: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        file = real_reports / gold["report"]
        if gold["split"] != split or not file.exists():  # those of the packed archive are not here
            continue
        data = file.read_bytes()
        assert hashlib.sha256(data).hexdigest() == gold["sha256"], f"{file} is not what was labelled"
        report = report_of(data.decode())
        outline = segment(blank_out(report.text, clean(report)))
        wanted = {(a, b): level for a, b, level in gold["headings"]}
        found = {(s.heading_start, s.heading_end): s.level for s in outline.sections if s.heading}
        hits = wanted.keys() & found.keys()
        counts["reports"] += 1
        counts["wanted"] += len(wanted)
        counts["found"] += len(found)
        counts["hits"] += len(hits)
        counts["level"] += sum(wanted[span] == found[span] for span in hits)
        counts["title"] += gold["title"] == (list(outline.title) if outline.title else None)
    return counts


@pytest.mark.parametrize(("split", "floor"), [("tuned", 0.97), ("untouched", 0.95)])
def test_headings_and_levels_of_real_reports(real_reports: Path, split: str, floor: float):
    counts = scores(real_reports, split)
    assert counts["reports"] >= 5
    assert counts["hits"] / counts["found"] >= floor, counts
    assert counts["hits"] / counts["wanted"] >= floor, counts
    assert counts["level"] / counts["hits"] >= 0.97, counts
    assert counts["title"] >= counts["reports"] - 1, counts
