"""The project's tasks, with nothing but Python: ``python3 tasks.py demo | check | NAME``.

==========  ================================================================================
demo        make .venv, install zongjie and analyse a sample report (``demo FILE`` for another)
check       make .venv with the developer's tools and run everything below, in this order
lint        ruff: style and formatting
types       mypy --strict
layers      import-linter: which room may import which
test        pytest, warnings as errors
==========  ================================================================================

Every task installs what it needs into .venv, with the versions of constraints.txt.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
SAMPLE = ROOT / "corpora" / "samples" / "政协2025年上半年.txt"

TOOLS = {
    "lint": (("ruff", "check", "."), ("ruff", "format", "--check", ".")),
    "types": (("mypy",),),
    "layers": (("lint-imports",),),
    "test": (("pytest",),),
}


def main(arguments: list[str]) -> int:
    task, *rest = arguments or ["--help"]
    if task == "demo":
        install(".")
        return run("zongjie", "analyse", *(rest or [str(SAMPLE)]))
    if task == "check":
        install("-e", ".[dev]")
        return next((code for name in TOOLS for tool in TOOLS[name] if (code := run(*tool))), 0)
    if task in TOOLS:
        install("-e", ".[dev]")
        return next((code for tool in TOOLS[task] if (code := run(*tool, *rest))), 0)
    print(__doc__)
    return 0 if task in ("-h", "--help", "help") else 2


def install(*what: str) -> None:
    """Install ``what`` into .venv, which is made if need be."""
    if not VENV.exists():
        venv.create(VENV, with_pip=True)
    pip = (BIN / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check")
    subprocess.run([*pip, "-c", "constraints.txt", *what], cwd=ROOT, check=True)


def run(tool: str, *arguments: str) -> int:
    """Run a tool of .venv in the project's root and give its exit code."""
    return subprocess.run([BIN / tool, *arguments], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
