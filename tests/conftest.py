"""Where the tests find reports, ours and (if they stand beside the project) real ones."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpora" / "samples"
REAL = ROOT.parent / "shared" / "reports"


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of reports written for this project."""
    return SAMPLES


@pytest.fixture(scope="session")
def real_reports() -> Path:
    """The folder of real reports; tests that need it are skipped where it is absent."""
    if not REAL.is_dir():
        pytest.skip(f"real reports are not part of the project and {REAL} does not exist")
    return REAL
