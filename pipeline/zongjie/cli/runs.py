"""How a command over several files ends: every error told, one exit code."""

import sys
from collections.abc import Iterable

from zongjie.cli.language import Say
from zongjie.errors import ZongjieError

WELL, FOUND, CANNOT = 0, 1, 2


def finish(problems: Iterable[ZongjieError], say: Say, code: int = WELL) -> int:
    """Run through ``problems`` (which does the work), tell each on stderr; 2 if there was one."""
    for problem in problems:
        tell(problem.message(say.lang))
        code = CANNOT
    return code


def tell(message: str) -> None:
    """One message on stderr, after what stdout has to say."""
    sys.stdout.flush()
    print(f"zongjie: {message}", file=sys.stderr, flush=True)
