"""The linter: one file a check, a folder a family; see ``checks.base`` for how to add one."""

from zongjie.checks.base import Alarm, Check
from zongjie.checks.registry import Registered, all_checks, check_by_code
from zongjie.checks.runner import run_checks

__all__ = ["Alarm", "Check", "Registered", "all_checks", "check_by_code", "run_checks"]
