"""zongjie reads Chinese work reports (工作总结): outline, achievements, faults, brief, next plan.

>>> import zongjie
>>> analysis = zongjie.analyse("一、工作开展情况\\n全年组织培训3次。")
>>> [(q.value, q.unit) for q in analysis.achievements]
[(Decimal('3'), '次')]
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Analysis", "Settings", "ZongjieError", "__version__", "analyse", "analyse_file"]

if TYPE_CHECKING:
    from zongjie.analyzer import analyse, analyse_file
    from zongjie.document import Analysis
    from zongjie.errors import ZongjieError
    from zongjie.settings import Settings

_HOMES = {
    "analyse": "zongjie.analyzer",
    "analyse_file": "zongjie.analyzer",
    "Analysis": "zongjie.document",
    "Settings": "zongjie.settings",
    "ZongjieError": "zongjie.errors",
}


def __getattr__(name: str) -> Any:
    """Import the public names when they are first asked for, so that ``--help`` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'zongjie' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
