"""Our own words for drafting: remedies for shortfalls, families of measures, parallel headings."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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
class MeasureWords:
    """``heads`` and ``predicates`` map the last word of a shortfall to the verb that mends it.

    ``cues`` map a word of the matter to deeds, ``verbs`` a verb to those it may be changed for,
    ``units`` a unit to what a slot asks for; ``counted`` are verbs that a count can follow.
    """

    heads: dict[str, str]
    predicates: dict[str, str]
    families: tuple[Family, ...]
    parts: tuple[Part, ...]
    cues: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[str, ...]]
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

    def deeds_for(self, words: str) -> tuple[str, ...]:
        """The deeds for the matter ``words`` speak of; of cues of one length the last in the text wins.

        >>> bool(measure_words().deeds_for("农村人居环境"))
        True
        """
        found = [(len(cue), words.rfind(cue), cue) for cue in self.cues if cue in words]
        return self.cues[max(found)[2]] if found else ()

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
    table = tomllib.loads(files("zongjie.lexicons").joinpath("measures.toml").read_text(encoding="utf-8"))
    return MeasureWords(
        heads={head: verb for verb, heads in table["remedies"].items() for head in heads},
        predicates={end: verb for verb, ends in table["predicates"].items() for end in ends},
        families=tuple(
            Family(name, tuple(one["ends"]), tuple(one["deeds"])) for name, one in table["families"].items()
        ),
        parts=tuple(
            Part(name, tuple(one["headings"]), tuple(one["groups"])) for name, one in table["parts"].items()
        ),
        cues={cue: tuple(one["deeds"]) for one in table["cues"] for cue in one["words"].split()},
        verbs={verb: tuple(others.split("/")) for verb, others in _pairs(table["verbs"]["changes"])},
        units=dict(_pairs(table["counts"]["units"])),
        counted=frozenset(table["counts"]["verbs"].split()),
    )
