"""Makes quantities of a short text: an outline of one section with the role a test wants."""

from collections.abc import Callable

import pytest

from zongjie.document import Analysis, FileFacts, Outline, Period, Profile, Quantity, Report, Role, Section
from zongjie.extractors.quantities import extract_quantities

Read = Callable[..., tuple[Quantity, ...]]


@pytest.fixture(scope="session")
def read() -> Read:
    def quantities(
        text: str, role: Role = "achievement", period: Period | None = None
    ) -> tuple[Quantity, ...]:
        section = Section("1", None, 1, None, None, None, None, 0, len(text), role)
        report = Report(text, FileFacts("t.txt", "", "text/plain", "utf-8", len(text)))
        outline = Outline(None, (section,), (), ())
        return extract_quantities(Analysis(report, text, (), outline, Profile(period=period)))

    return quantities
