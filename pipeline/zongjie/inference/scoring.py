"""What every classifier of a section is: classes, and scores for them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from zongjie.inference.linear import Floats


class Scorer(Protocol):
    """A linear model over n-grams, or a head over an encoder; what the parts of an input say adds up."""

    @property
    def classes(self) -> tuple[str, ...]: ...

    @property
    def bias(self) -> Floats: ...

    def scores(self, inputs: Sequence[Sequence[str]]) -> Floats:
        """Scores, inputs × classes; an input of which nothing is known gets the bias alone."""

    def save(self, path: Path) -> None:
        """Write to an .npz of fixed bytes."""
