"""Passages that stand twice in one text: seed, chain, extend, snap, weigh.

What to call: ``repeated_passages(text)``, over a report's body.

1. equal runs of a skeleton (``skeleton``, ``seeds``), set phrases left out (``set_phrases``);
2. chains of them (``chains``), with edits, new figures, dropped clauses in between, and groups of
   chains (``groups``) whose clauses stand in another order;
3. each end is extended while the two places go on alike and snapped to a clause (``extending``);
4. the two places are aligned (``differences``) and weighed (``weighing``): at least ``characters``
   long, at least ``share`` of the longer one equal, at least ``fresh`` equal characters that are no
   set phrase;
5. places that repeat one another are one passage.

Linear in the length of the text. Source: seed and extend as in Potthast et al., Overview of the
6th International Competition on Plagiarism Detection (text alignment), 2014.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, LCSseq

from zongjie.comparing.chains import Chain, chain
from zongjie.comparing.edges import span_of
from zongjie.comparing.extending import extended
from zongjie.comparing.groups import grouped
from zongjie.comparing.long_copies import long_copies
from zongjie.comparing.merging import merged
from zongjie.comparing.passage import RepeatedPassage
from zongjie.comparing.rows import row_passage, rows
from zongjie.comparing.seeds import GRAM, next_places, seeds_of, usable_places
from zongjie.comparing.set_phrases import masked_skeleton
from zongjie.comparing.skeleton import hashes_of_grams
from zongjie.comparing.trails import Trails
from zongjie.comparing.weighing import PIECE, Weighing

__all__ = ["RepeatedPassage", "repeated_passages", "weighed"]

CHARACTERS = 40  # a repeat is at least so long (GOLD.md)
FRESH = 24  # equal characters outside set phrases, where all is equal
SHARE = 0.55
_PERIODIC, _SAME = 0.8, 0.85  # of copies in a row: share that is equal, likeness with figures and marks
_BY_CHANCE = 4  # of the equal elements of two contexts, at least so many are chance


@lru_cache(maxsize=2)
def repeated_passages(
    text: str, characters: int = CHARACTERS, fresh: int = FRESH, share: float = SHARE
) -> tuple[RepeatedPassage, ...]:
    """The repeated passages of ``text``, in order of their first place, none inside another.

    >>> said = "走访三十家企业,逐户登记用工缺口、融资需求和厂房租金,当场答复能办的事项,不能办的限期回话。"
    >>> one, = repeated_passages("一、" + said + "二、召开座谈会。三、" + said)
    >>> one.places, one.share
    (((2, 48), (58, 104)), 1.0)
    """
    skeleton, masked, said_by_all = masked_skeleton(text)
    if len(skeleton) < 2 * characters // 3:
        return ()
    letters = skeleton.codes.tobytes().decode("utf-16-le", "surrogatepass")
    hashes, pieces = hashes_of_grams(skeleton.codes, (GRAM, PIECE))
    weighing = Weighing(text, skeleton, letters, pieces, masked, characters, fresh, share)
    usable = usable_places(skeleton.codes, said_by_all)
    first, second = next_places(hashes, usable)
    found, copied = _wholesale(first, second, weighing)
    if found:
        usable = usable[~copied[usable]]
        first, second = next_places(hashes, usable)
    seeds = seeds_of(first, second, len(skeleton))
    chains = grouped(chain(seeds, letters), weighing.holds)
    trails = Trails(weighing)
    for one in chains:
        passage = trails.next_copy(one)
        if passage is None and (passage := _weighed(one, weighing)) is not None and passage.times == 2:
            trails.learn(passage)
        if passage is not None:
            found.append(passage)
    return merged(found, text)


def _wholesale(
    first: NDArray[np.int64], second: NDArray[np.int64], weighing: Weighing
) -> tuple[list[RepeatedPassage], NDArray[np.bool_]]:
    """Rows of copies and long copies, and which elements are the copies."""
    found: list[RepeatedPassage] = []
    copied = np.zeros(len(weighing.skeleton), dtype=np.bool_)
    for row in rows(first, second, len(copied)):
        if (made := row_passage(row, weighing)) is not None:
            passage, (start, end) = made
            found.append(passage)
            copied[start:end] = True
    for one in long_copies(first, second, weighing.skeleton.codes):
        if (whole := weighed(one, weighing)) is not None:
            found.append(whole)
            copied[one.second : one.second_end] = True
    return found, copied


def _weighed(one: Chain, weighing: Weighing) -> RepeatedPassage | None:
    if one.matched < weighing.fresh // 2:
        return None
    if one.periodic:
        return _periodic(one, weighing)
    return weighed(one, weighing)


def weighed(one: Chain, weighing: Weighing) -> RepeatedPassage | None:
    """The passage of a chain whose sides lie apart; None where it comes to no repeat."""
    if one.matched < weighing.fresh // 2 or not _promising(one, weighing):
        return None
    found = (weighing.judged(*sides) for sides in extended(one, weighing))
    return next((passage for passage in found if passage), None)


def _promising(one: Chain, weighing: Weighing) -> bool:
    """A quick look at a short chain and what is around it: can it come to a repeat at all?"""
    if one.matched >= weighing.characters:
        return True
    letters, about = weighing.letters, weighing.characters
    first = letters[max(0, one.first - about) : one.first_end + about]
    second = letters[max(0, one.second - about) : one.second_end + about]
    return bool(LCSseq.similarity(first, second) >= weighing.fresh + _BY_CHANCE)


def _periodic(one: Chain, weighing: Weighing) -> RepeatedPassage | None:
    """Copies that follow one another: the first against all that come after it."""
    whole = one.second_end - one.first
    steps = sorted(second - first for first, second, _ in one.seeds)
    period = steps[len(steps) // 2]
    unit = -(-max(weighing.characters, period) // period) * period
    if one.filled < _PERIODIC or whole < 2 * unit or not weighing.is_chinese((one.first, one.first + unit)):
        return None
    first, rest = (one.first, one.first + unit), (one.first + unit, one.second_end)
    fresh = int((~weighing.set_phrases[first[0] : first[1]]).sum())
    if fresh < weighing.fresh:
        return None
    spans = tuple(span_of(weighing.text, weighing.skeleton, *region) for region in (first, rest))
    (start, end), (again, _) = spans
    if (
        Indel.normalized_similarity(weighing.text[start:end], weighing.text[again : again + end - start])
        < _SAME
    ):
        return None  # sentences built alike, with other names and figures
    return RepeatedPassage(spans, round(min(1.0, one.filled), 4), fresh, whole // unit)
