"""A passage that stands more than once, and where."""

from dataclasses import dataclass

from zongjie.comparing.differences import Difference

Region = tuple[int, int]  # half-open, in elements of a skeleton


@dataclass(frozen=True, slots=True)
class RepeatedPassage:
    """A passage and where it stands again.

    ``places`` are spans of the text in reading order, two or more; ``share`` is the part of the
    longer of the first two that stands in both; ``fresh`` counts the equal characters that are no
    set phrase; ``times`` is how often it stands there, more than ``len(places)`` only where
    copies follow one another without a gap (then the last place holds all but the first);
    ``differences`` compares the first two places, from the first to the second.
    """

    places: tuple[tuple[int, int], ...]
    share: float
    fresh: int
    times: int
    differences: tuple[Difference, ...] = ()

    @property
    def identical(self) -> bool:
        """Whether the first two places say the same, punctuation apart."""
        return self.share == 1.0 and not self.differences
