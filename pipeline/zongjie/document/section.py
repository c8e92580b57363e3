"""The outline: sections as a tree in reading order, with role and theme once classified."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["opening", "achievement", "problem", "plan", "closing", "other"]
ROLES: tuple[Role, ...] = ("opening", "achievement", "problem", "plan", "closing", "other")

ThemeGroup = Literal[
    "party", "economy", "industry", "innovation", "reform", "rural", "region",
    "environment", "welfare", "culture", "safety", "governance", "consultation", "operations",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """A leaf of the taxonomy, its group, and how sure the classifier is (0 to 1)."""

    label: str
    group: ThemeGroup
    probability: float


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the outline.

    ``id`` tells the place in the tree ("1.2.1": the first child of the second child of the
    first section), ``level`` is 1 at the top, ``number`` is the mark as written ("一、", "(二)",
    "1.", "一是"). ``[heading_start, heading_end)`` holds the words of the heading without mark
    and end stop. ``[start, end)`` runs from the mark to the next heading of the same level or
    above, so that it covers the children. A section without a heading (the opening) has
    ``heading`` None. ``role`` and the themes are filled in by the classifiers.
    """

    id: str
    parent: str | None
    level: int
    number: str | None
    heading: str | None
    heading_start: int | None
    heading_end: int | None
    start: int
    end: int
    role: Role = "other"
    theme: Theme | None = None
    themes: tuple[Theme, ...] = ()

    @property
    def body_start(self) -> int:
        """Where the words after the heading begin (the end stop is still before them)."""
        return self.start if self.heading_end is None else self.heading_end


@dataclass(frozen=True, slots=True)
class Outline:
    """What the segmenters find: title, tree, paragraphs and sentences, all in reading order."""

    title: tuple[int, int] | None
    sections: tuple[Section, ...]
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
