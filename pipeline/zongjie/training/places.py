"""Where gold labels, models and the archive lie in a working copy of the project."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT / "corpora" / "gold" / "sections"
MODEL = ROOT / "models" / "themes-linear"
ENCODER = ROOT / "models" / "encoder"
SAMPLES = ROOT / "corpora" / "samples"
REPORTS = ROOT.parent / "shared" / "reports"
ARCHIVE = REPORTS / "archive.tar.xz"
