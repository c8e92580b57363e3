"""What the terminal can do, and what the checks are called on it."""

import os
import shutil
import sys

from zongjie.cli.language import Say

NO_REPORT = (
    "看来不是工作总结，以下结果仅供参考。",
    "this looks like no work report; take what follows with care.",
)
_WIDEST, _NARROWEST, _PIPED = 120, 40, 80


def colourful() -> bool:
    """Whether standard output takes colour: a terminal, or FORCE_COLOR; NO_COLOR forbids."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def page_width() -> int:
    """Columns to write in: those of the terminal (within reason), 80 where there is none."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return _PIPED
    return min(max(shutil.get_terminal_size((_PIPED, 24)).columns, _NARROWEST), _WIDEST)


def titles(lang: str) -> dict[str, str]:
    """What each check is called, by code."""
    from zongjie.checks import all_checks

    if lang == "en":
        return {one.check.code: one.check.name.replace("-", " ") for one in all_checks()}
    return {one.check.code: one.check.title for one in all_checks()}


def rules(say: Say) -> list[dict[str, str]]:
    """The checks as SARIF wants them told: code, name, title, severity, documentation."""
    from zongjie.checks import all_checks

    called = titles(say.lang)
    return [
        {
            "code": one.check.code,
            "name": one.check.name,
            "title": called[one.check.code],
            "severity": one.check.severity,
            "documentation": one.documentation,
        }
        for one in all_checks()
    ]
