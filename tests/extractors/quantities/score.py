"""Scores the number expressions by the labels of ``corpora/gold/quantities``.

Run as a script it prints the figures of both splits; the tests guard a floor on them.
"""

import sys
from pathlib import Path

from zongjie.benchmarks.quantities import Score, read_text, score_file

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "corpora" / "gold" / "quantities"
__all__ = ["GOLD", "ROOT", "Score", "read_text", "score"]


def score(split: str, reports: Path) -> Score:
    """Score one split over the real reports in the folder ``reports``, those in the archive left out."""
    return score_file(GOLD / f"{split}.jsonl", reports, archive=False)


if __name__ == "__main__":
    for name in sys.argv[1:] or ("tuning", "untouched"):
        result = score(name, ROOT.parent / "shared" / "reports")
        print(name, {key: round(value, 3) for key, value in result.figures().items()}, dict(result.counts))
        if name == "tuning":
            print("\n".join(result.mistakes))
