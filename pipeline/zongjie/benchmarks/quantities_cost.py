"""What numbers cost: growth with the length of a report, and hostile texts."""

from collections.abc import Iterator, Sequence
from time import process_time

from zongjie.document import Analysis, FileFacts, Outline, Report, Section
from zongjie.extractors.quantities import extract_quantities

LENGTHS = (10_000, 100_000, 1_000_000, 10_000_000)
HOSTILE = {
    "100,000 digits": "7" * 100_000,
    "nested brackets": "（" * 50_000 + "）" * 50_000,
    "一 × 10^6": "一" * 1_000_000,
    "万亿 × 50,000": "万亿" * 50_000,
    "1, × 50,000": "1," * 50_000,
    "“ × 100,000": "“" * 100_000,
    "3至 × 50,000": "3至" * 50_000,
}


def growth(reports: Sequence[Report], lengths: Sequence[int] = LENGTHS) -> Iterator[tuple[int, float]]:
    """(characters, processor seconds) of the room on ever longer texts made of ``reports``."""
    base = "\n".join(report.text for report in reports)
    for length in lengths:
        if base:
            yield length, _seconds((base * (length // len(base) + 1))[:length])


def hostile() -> Iterator[tuple[str, int, float]]:
    """(name, characters, processor seconds) of each hostile text."""
    for name, text in HOSTILE.items():
        yield name, len(text), _seconds(text)


def _seconds(text: str) -> float:
    section = Section("1", None, 1, None, None, None, None, 0, len(text), "achievement")
    report = Report(text, FileFacts("t.txt", "", "text/plain", "utf-8", len(text)))
    analysis = Analysis(report, text, (), Outline(None, (section,), (), ()))
    began = process_time()
    extract_quantities(analysis)
    return process_time() - began
