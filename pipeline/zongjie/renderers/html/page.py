from collections.abc import Mapping

from zongjie.document import Analysis


def to_html(analysis: Analysis, *, lang: str = "zh", titles: Mapping[str, str] | None = None) -> str:
    return "<!doctype html>"
