"""Our own words for drafting: remedies for shortfalls, deeds by matter, parallel headings."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_QUOTED = re.compile(r"“[^”]{1,40}”")  # names: what they are called after is not what they are about
_START = 2  # characters by which words are looked up
_FROM_END, _FAR = {2: 7, 3: 9}, 16  # characters after a cue, by its length: farther off it only colours
_LITTLE = 4  # characters outside the quotation marks that say too little
_PUBLIC = ("government", "township", "department", "unknown")


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of shortfall: the words it ends on, and deeds with holes {s}, {lead}, {unit}."""

    name: str
    ends: tuple[str, ...]
    deeds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the plan: the theme groups it holds, and headings to choose from."""

    name: str
    headings: tuple[str, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A matter by its words, the kinds of body that speak of it so (all where empty), what to do."""

    words: tuple[str, ...]
    kinds: frozenset[str]
    deeds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """``heads`` and ``predicates`` map the last word of a shortfall to the verb that mends it.

    ``verbs`` map a verb to those it may be changed for, ``ways`` a verb to how it is carried
    through, ``count_ways`` a verb to what goes with its count, ``units`` a unit to what a slot
    asks for; ``counted`` are verbs that a count can follow;
    ``cue_starts`` are the words of cues by their first two characters.
    """

    heads: dict[str, str]
    predicates: dict[str, str]
    families: tuple[Family, ...]
    parts: tuple[Part, ...]
    cues: dict[str, tuple[Cue, ...]]
    cue_starts: dict[str, list[str]]
    masks: tuple[str, ...]
    verbs: dict[str, tuple[str, ...]]
    ways: dict[str, tuple[str, ...]]
    count_ways: dict[str, tuple[str, ...]]
    units: dict[str, str]
    counted: frozenset[str]

    def verb_for_head(self, words: str) -> str | None:
        """The verb of the longest head that ``words`` end on.

        >>> measure_words().verb_for_head("科技创新能力")
        '增强'
        """
        return _longest(self.heads, words)

    def verb_for_predicate(self, words: str) -> str | None:
        return _longest(self.predicates, words)

    def cue_for(self, words: str, kind: str) -> Cue | None:
        """The matter ``words`` speak of in a body of this kind; of cues of one length the last wins.

        >>> measure_words().cue_for("农村人居环境", "government").words
        ('人居环境',)
        >>> measure_words().cue_for("市场信息反馈", "school") is None
        True
        """
        for mask in self.masks:
            if mask in words:
                words = words.replace(mask, "\u3000" * len(mask))
        bare = _QUOTED.sub("\u3000", words)
        return self._cue(bare, kind) or (self._cue(words, kind) if len(bare) <= _LITTLE else None)

    def _cue(self, words: str, kind: str) -> Cue | None:
        found = [
            (len(word), at, cue)
            for at in range(len(words))
            for word in self.cue_starts.get(words[at : at + _START], ())
            if words.startswith(word, at) and len(words) - at - len(word) <= _FROM_END.get(len(word), _FAR)
            for cue in self.cues[word]
            if not cue.kinds or kind in cue.kinds
        ]
        return max(found, key=lambda one: one[:2])[2] if found else None

    def all_deeds(self) -> Iterator[str]:
        """Every deed of the lexicon."""
        for cues in self.cues.values():
            for cue in cues:
                yield from cue.deeds

    def family_of(self, words: str) -> Family:
        """The family whose longest ending fits ``words``; "hard" where none does."""
        best, size = None, 0
        for family in self.families:
            for end in family.ends:
                if len(end) > size and words.endswith(end):
                    best, size = family, len(end)
        return best or next(f for f in self.families if f.name == "hard")


def _longest(table: dict[str, str], words: str) -> str | None:
    for size in range(min(6, len(words)), 0, -1):
        verb = table.get(words[-size:])
        if verb is not None:
            return verb
    return None


def _pairs(words: str) -> list[tuple[str, str]]:
    return [(name, rest) for name, _, rest in (pair.partition(":") for pair in words.split())]


@cache
def measure_words() -> MeasureWords:
    """The lexicon, read once."""
    table, deeds = _read("measures.toml"), _read("measures_deeds.toml")
    cues = _cues(deeds["cues"])
    return MeasureWords(
        heads={head: verb for verb, heads in table["remedies"].items() for head in heads},
        predicates={end: verb for verb, ends in table["predicates"].items() for end in ends},
        families=tuple(
            Family(name, tuple(one["ends"]), tuple(one["deeds"])) for name, one in table["families"].items()
        ),
        parts=tuple(
            Part(name, tuple(one["headings"]), tuple(one["groups"])) for name, one in table["parts"].items()
        ),
        cues=cues,
        cue_starts=_by_start(cues),
        masks=tuple(deeds["masks"].split()),
        verbs={verb: tuple(others.split("/")) for verb, others in _pairs(table["verbs"]["changes"])},
        ways=_by_verb(deeds["follow"]),
        count_ways=_by_verb(deeds["counted"]),
        units=dict(_pairs(table["counts"]["units"])),
        counted=frozenset(table["counts"]["verbs"].split()),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("zongjie.lexicons").joinpath(name).read_text(encoding="utf-8"))


def _cues(table: Sequence[dict[str, Any]]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for one in table:
        kinds = one.get("for", "").replace("public", " ".join(_PUBLIC)).split()
        cue = Cue(tuple(one["words"].split()), frozenset(kinds), tuple(one["deeds"]))
        for word in cue.words:
            found[word] = (*found.get(word, ()), cue)
    return found


def _by_start(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[:_START], []).append(word)
    return found


def _by_verb(table: Sequence[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    return {verb: tuple(one["ways"]) for one in table for verb in one["verbs"].split()}
