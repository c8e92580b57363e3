"""The entry point of the command ``zongjie``: runs one command line and gives its exit code.

Exit codes: 0 well; 1 ``check`` has found something; 2 the input or the command line cannot be
used; 130 interrupted. No way out shows a traceback, unless ZONGJIE_DEBUG is set.
"""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from zongjie.cli.language import Say, language_of, without_language
from zongjie.errors import ZongjieError

CANNOT, INTERRUPTED = 2, 130


def run() -> None:
    """Run the command line of this process and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = main(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _swallow_broken_pipe()
    sys.exit(code)


def main(args: Sequence[str]) -> int:
    """Run ``args`` (without the command's own name) and return the exit code."""
    try:
        say = language_of(args)
    except ZongjieError as problem:
        return complain(f"{problem.zh}\n{problem.en}")
    try:
        return _dispatch(list(args), say)
    except ZongjieError as problem:
        return complain(problem.message(say.lang))
    except BrokenPipeError:
        _swallow_broken_pipe()
        return 0
    except KeyboardInterrupt:
        complain(say("已中断。", "Interrupted."))
        return INTERRUPTED
    except OSError as problem:
        named = f"{problem.filename}:" if problem.filename else ""
        return complain(say(f"{named}系统报告 {problem.strerror}。", f"{named} {problem.strerror}."))
    except MemoryError:
        return complain(
            say("内存不够。请把报告拆小后再试。", "Out of memory. Split the report and try again.")
        )
    except Exception as problem:  # a fault of ours: say so, and how to see more
        from zongjie.cli.inputs import DEBUG, Fault

        if os.environ.get(DEBUG):
            raise
        return complain(Fault.of(problem).message(say.lang))


def complain(message: str) -> int:
    """Write ``message`` to stderr and return the exit code that goes with it."""
    print(f"zongjie: {message}", file=sys.stderr)
    return CANNOT


def _dispatch(args: list[str], say: Say) -> int:
    job = _parse(args, say)
    return job() if callable(job) else job


def _parse(args: list[str], say: Say) -> Callable[[], int] | int:
    """What the command line wants done, or the exit code if that is all (help, a mistake).

    Commands only read their options and return the work as a function: it then runs outside
    typer, which would turn a closed pipe or an interruption into its own words.
    """
    import typer

    from zongjie.cli.app import build
    from zongjie.cli.arguments import spread_sources
    from zongjie.cli.mistakes import explain_mistake

    command = typer.main.get_command(build(say))
    words = spread_sources(without_language(args))
    try:
        job: Any = command.main(words, prog_name="zongjie", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as problem:
        told = explain_mistake(problem, say)
        if told is None:
            raise
        return complain(told)
    return job if callable(job) or isinstance(job, int) else 0


def _swallow_broken_pipe() -> None:
    """Point stdout at nothing, so that the interpreter's own flush at exit stays quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
