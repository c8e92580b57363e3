"""Lets the tests of this folder (and the workers they start) import its own modules by name."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Four small reports, a copy of one of them, an empty file and a picture."""
    from small_archive import make_archive

    return make_archive(tmp_path / "archive", 4)


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with 32 reports; not to be changed."""
    from small_archive import make_archive

    return make_archive(tmp_path_factory.mktemp("large") / "archive", 32)


@pytest.fixture(scope="session")
def run_once(large: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from small_archive import run_over

    out = tmp_path_factory.mktemp("run") / "out"
    run_over(large, out)
    return out


@pytest.fixture
def done(run_once: Path, tmp_path: Path) -> Path:
    """What a run over ``large`` has left, to be changed at will."""
    return Path(shutil.copytree(run_once, tmp_path / "done"))
