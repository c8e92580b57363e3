"""A document made ready for comparing: its skeleton, and what of it is no set phrase."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from zongjie.archive.repeats.documents import Card
from zongjie.comparing.seeds import GRAM, usable_places
from zongjie.comparing.set_phrases import skeleton_mask
from zongjie.comparing.skeleton import Skeleton, gram_hashes, skeleton_of


@dataclass(frozen=True, slots=True)
class Prepared:
    """``hashes`` are sorted, each with its place in ``places`` (elements of the skeleton)."""

    body: str
    card: Card
    skeleton: Skeleton
    letters: str
    set_phrases: NDArray[np.bool_]
    hashes: NDArray[np.uint64]
    places: NDArray[np.int64]

    @property
    def fresh(self) -> int:
        """Elements that are no set phrase."""
        return int((~self.set_phrases).sum())


def prepared(body: str, card: Card, set_phrases: NDArray[np.bool_] | None = None) -> Prepared:
    """``set_phrases`` (one flag an element) may be given where they are known already."""
    skeleton = skeleton_of(body)
    if set_phrases is None:
        set_phrases = skeleton_mask(skeleton)
    letters = skeleton.codes.tobytes().decode("utf-16-le", "surrogatepass")
    hashes = gram_hashes(skeleton.codes, GRAM)
    if len(hashes):
        places = usable_places(skeleton.codes, set_phrases)
        hashes = hashes[places]
        order = np.argsort(hashes, kind="stable")
        hashes, places = hashes[order], places[order]
    else:
        places = np.empty(0, dtype=np.int64)
    return Prepared(body, card, skeleton, letters, set_phrases, hashes, places)
