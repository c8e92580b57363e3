"""How well repeats that were planted in real reports are found: a score a kind, and over all.

What to call: ``planted_scores(texts, seed)``. What is planted is Chinese text of which at most half
stands in set phrases, since those are no repeats. Passages that a report repeats by itself are taken
out before the score. Cases and detections of all reports are scored together, as in PAN.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from random import Random

from zongjie.comparing.planting import KINDS, Pair, Score, plant, score
from zongjie.comparing.repeats import repeated_passages
from zongjie.comparing.set_phrases import set_phrase_mask

ALL = "all"
_SAID_BY_ALL, _CHINESE = 0.5, 0.6  # shares of a stretch: most set phrases, least Chinese


def found_pairs(text: str) -> list[Pair]:
    """The repeated passages of ``text`` as pairs: their first place with each of the others."""
    return [(passage.places[0], other) for passage in repeated_passages(text) for other in passage.places[1:]]


def planted_scores(texts: Mapping[str, str], seed: int) -> dict[str, Score]:
    """By kind of repeat (and ``ALL``) the score over ``texts`` (by name): one repeat a text and kind."""
    own = {name: _own_words(text) for name, text in texts.items()}
    cases: dict[str, list[Pair]] = {kind: [] for kind in KINDS}
    found: dict[str, list[Pair]] = {kind: [] for kind in KINDS}
    shift = 0
    for name, text in texts.items():
        for kind in KINDS:
            planted = plant(text, kind, Random(f"{seed}-{name}-{kind}"), _fit)
            if planted is None:
                continue
            cases[kind] += _moved(planted.pairs, shift)
            found[kind] += _moved(_beside(planted.text, own[name]), shift)
            shift += len(planted.text) + 1
    result = {kind: score(cases[kind], found[kind]) for kind in KINDS}
    return result | {
        ALL: score([*chain.from_iterable(cases.values())], [*chain.from_iterable(found.values())])
    }


def _fit(stretch: str) -> bool:
    chinese = sum("\u4e00" <= char <= "\u9fff" for char in stretch)
    return chinese >= _CHINESE * len(stretch) and bool(set_phrase_mask(stretch).mean() <= _SAID_BY_ALL)


def _own_words(text: str) -> set[str]:
    return {text[start:end] for pair in found_pairs(text) for start, end in pair}


def _beside(text: str, own: set[str]) -> Iterator[Pair]:
    """The pairs found of which no side is what the report repeats by itself."""
    for pair in found_pairs(text):
        if not any(text[start:end] in own for start, end in pair):
            yield pair


def _moved(pairs: Iterator[Pair] | tuple[Pair, ...], by: int) -> Iterator[Pair]:
    """Offsets as if the texts stood behind one another."""
    for (a, b), (c, d) in pairs:
        yield (a + by, b + by), (c + by, d + by)
