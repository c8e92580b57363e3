"""The lesson: vocabulary, and the units of every report as tokens."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zongjie.comparing.words import words
from zongjie.inference.encoder.encoder import BODY_TOKENS, HEADING_TOKENS
from zongjie.inference.encoder.vocabulary import MASK, SPECIAL, Vocabulary, normalise
from zongjie.training.encoder.units import Unit, Units

LEAST_SEEN, WORDS = 8, 15_000
_HAN_WORD = re.compile(r"[\u3400-\u9fff]{2,5}")
_SENTENCE_END = re.compile(r"(?<=[。；])")
_LEAST_UNITS, _LEAST_SENTENCE, _LEAST_TOKENS = 3, 9, 5

Ids = list[int]


@dataclass(frozen=True, slots=True)
class Group:
    """Units of one report and one kind, in tokens: what is right for one is wrong for the others."""

    headings: tuple[Ids, ...]
    bodies: tuple[Ids, ...]


@dataclass(frozen=True, slots=True)
class Loose:
    """Paragraphs without heading of one report, each as the tokens of its sentences."""

    paragraphs: tuple[tuple[Ids, ...], ...]


def vocabulary_of(texts: Iterable[str]) -> Vocabulary:
    """The characters seen ``LEAST_SEEN`` times or more, and the commonest words of two to five."""
    characters: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for text in texts:
        plain = normalise(text)
        characters.update(plain)
        seen.update(word for word in words(plain) if _HAN_WORD.fullmatch(word))
    single = [c for c, n in _by_count(characters) if n >= LEAST_SEEN and not c.isspace()]
    return Vocabulary.of((*SPECIAL, *single, *(word for word, _ in _by_count(seen)[:WORDS])))


def _by_count(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def groups_of(units: Units, vocabulary: Vocabulary) -> tuple[list[Group], list[Loose]]:
    """The groups of a report that are large enough to learn from."""
    groups = [_group(kind, vocabulary) for kind in (units.sections, units.run_in)]
    paragraphs = tuple(
        tuple(vocabulary.ids(s, BODY_TOKENS) for s in _SENTENCE_END.split(p) if len(s) >= _LEAST_SENTENCE)
        for p in units.loose
    )
    told = tuple(paragraph for paragraph in paragraphs if len(paragraph) > 1)
    return (
        [group for group in groups if len(group.headings) >= _LEAST_UNITS],
        [Loose(told)] if len(told) >= _LEAST_UNITS else [],
    )


def _group(units: Sequence[Unit], vocabulary: Vocabulary) -> Group:
    read = [
        (vocabulary.ids(unit.heading, HEADING_TOKENS), vocabulary.ids(unit.body, BODY_TOKENS))
        for unit in units
    ]
    kept = [(heading, body) for heading, body in read if heading and len(body) >= _LEAST_TOKENS]
    return Group(tuple(heading for heading, _ in kept), tuple(body for _, body in kept))


def drawn(
    group: Group | Loose, most: int, window: int, chance: random.Random
) -> tuple[list[Ids], list[Ids]] | None:
    """At most ``most`` headings and their bodies, each body a window of it; None if they are too few.

    A paragraph without heading gives a sentence of its own, taken out, in its stead (inverse cloze
    task: Lee, Chang and Toutanova, ACL 2019).
    """
    if isinstance(group, Group):
        places = chance.sample(range(len(group.headings)), min(most, len(group.headings)))
        headings, bodies = [group.headings[at] for at in places], [group.bodies[at] for at in places]
    else:
        headings, bodies = [], []
        for paragraph in chance.sample(group.paragraphs, min(most, len(group.paragraphs))):
            out = chance.randrange(len(paragraph))
            rest = [one for at, ids in enumerate(paragraph) if at != out for one in ids]
            if paragraph[out] and len(rest) >= _LEAST_TOKENS:
                headings.append(paragraph[out][:HEADING_TOKENS])
                bodies.append(rest)
    if len(headings) < _LEAST_UNITS:
        return None
    return headings, [_window(body, window, chance) for body in bodies]


def _window(body: Ids, window: int, chance: random.Random) -> Ids:
    """The beginning of a body or, half the time, some other part of it; long or half as long."""
    size = chance.choice((window // 2, window))
    start = 0 if len(body) <= size or chance.random() < 0.5 else chance.randrange(len(body) - size + 1)
    return body[start : start + size]


def masked(bodies: list[Ids], share: float, chance: random.Random) -> list[Ids]:
    """The bodies with that share of their tokens hidden."""
    return [[MASK if one > MASK and chance.random() < share else one for one in body] for body in bodies]
