"""From a cold start: what is loaded, and (printed, not asserted) how long it takes."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

SAMPLE = Path(__file__).parents[2] / "corpora" / "samples" / "政协2025年上半年.txt"
HEAVY = {"torch", "transformers", "spacy", "sklearn", "scipy", "trafilatura", "docx", "jieba"}


@pytest.mark.parametrize("command", ["analyse", "check", "draft"])
def test_heavy_packages_stay_unloaded(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = (
        "import sys; from zongjie.cli.main import main; "
        f"main([{command!r}, {str(SAMPLE)!r}]); print(sorted({HEAVY!r} & set(sys.modules)))"
    )
    start = perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")
    seconds = perf_counter() - start
    assert done.stdout.rstrip().endswith("[]"), done.stdout[-80:] + done.stderr
    with capsys.disabled():
        print(f"\n  zongjie {command} on a sample of 2 k characters, cold: {seconds:.2f} s", end="")


def test_help_loads_no_stage_of_the_pipeline() -> None:
    code = (
        "import sys; from zongjie.cli.main import main; main(['--help']); "
        "print(sorted(m for m in sys.modules if m in ('numpy', 'rich', 'zongjie.analyzer')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.rstrip().endswith("[]"), done.stdout[-80:] + done.stderr
