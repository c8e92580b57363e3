from collections.abc import Callable

from zongjie.document import Analysis, Finding, Plan


def draft(analysis: Analysis, verify: Callable[[str], tuple[Finding, ...]]) -> Plan:
    return Plan()
