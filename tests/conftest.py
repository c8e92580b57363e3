"""Where the tests find reports, ours and (if they stand beside the project) real ones."""

import signal
from collections.abc import Iterator
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


@pytest.fixture
def finishes() -> Iterator[None]:
    """The test must end within a minute of processor time: only cost that explodes can reach it.

    Hostile texts are made so long that work that grows with the square of their length would
    take hours; how fast the machine is does not matter. Ratios are measured by ``zongjie bench``.
    """
    if not hasattr(signal, "SIGVTALRM"):
        yield
        return

    def too_long(signum: int, frame: object) -> None:
        raise TimeoutError("over a minute of processor time: the cost of this text explodes")

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, 60)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
