"""Gold labels of sections: by offset into real reports, or with words of our own."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zongjie.document import Role, Section

WRITTEN, WRITTEN_MORE, UNSEEN_WRITTEN = "written.jsonl", "written_more.jsonl", "unseen_written.jsonl"
LEAST_OVERLAP = 0.4


@dataclass(frozen=True, slots=True)
class GoldSection:
    """A labelled section of a real report. ``second`` is a theme that would be right too."""

    report: str
    sha256: str
    body: str
    split: str
    start: int
    end: int
    heading_start: int | None
    heading_end: int | None
    role: Role
    theme: str
    second: str | None


@dataclass(frozen=True, slots=True)
class WrittenSection:
    """A labelled section written for this project, of a kind that the archive does not hold."""

    kind: str
    parent: str | None
    heading: str | None
    text: str
    role: Role
    theme: str
    second: str | None


def gold_sections(folder: Path) -> tuple[GoldSection, ...]:
    """The labels by offset, of all files in ``folder``."""
    files = sorted(
        path for path in folder.glob("*.jsonl") if path.name not in (WRITTEN, WRITTEN_MORE, UNSEEN_WRITTEN)
    )
    return tuple(GoldSection(**row) for path in files for row in _rows(path))


def written_sections(folder: Path, name: str = WRITTEN) -> tuple[WrittenSection, ...]:
    """The labelled sections of our own (or another file of such), none if the file is absent."""
    path = folder / name
    return tuple(WrittenSection(**row) for row in _rows(path)) if path.is_file() else ()


def anchor(gold: GoldSection, sections: tuple[Section, ...]) -> Section | None:
    """The section of an outline that ``gold`` means, though the outline may have moved a little.

    The one with its heading, or (of sections without heading) the one that overlaps it best.
    """
    if gold.heading_start is not None and gold.heading_end is not None:
        for section in sections:
            if section.heading_start is not None and section.heading_end is not None:
                shared = min(section.heading_end, gold.heading_end) - max(
                    section.heading_start, gold.heading_start
                )
                if shared > 0 and shared >= 0.5 * (gold.heading_end - gold.heading_start):
                    return section
        return None
    plain = [section for section in sections if section.heading is None]
    best = max(plain, key=lambda section: _overlap(section, gold), default=None)
    return best if best is not None and _overlap(best, gold) >= LEAST_OVERLAP else None


def _overlap(section: Section, gold: GoldSection) -> float:
    """The part of the gold section that ``section`` covers."""
    shared = min(section.end, gold.end) - max(section.start, gold.start)
    return max(0, shared) / max(1, gold.end - gold.start)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
