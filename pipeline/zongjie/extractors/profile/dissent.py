"""The minority that clashes with the report's level: 我县 in the report of a city."""

import re
from collections.abc import Iterator

from zongjie.document import Evidence, Level

# Phrases in which a report speaks of itself; 县里请市领导到会 and the like do not count.
_SELF = re.compile(
    r"""我们?(?P<own>[省市县区州旗镇乡])(?![级直域委内帜位块间别]|长(?![远期足效]))
      | 全(?<![^\n,，。;；、：:在对为是使让把给动]全)(?P<all>[县])(?![级域乡镇区城委、])
      | 为(?P<served>[省市县区州旗镇乡])委[、和]?(?:[省市县区州旗镇乡])?(?:人民)?政府(?:的)?(?:科学)?决策""",
    re.VERBOSE,
)
_RANK = {"国": 0, "省": 1, "市": 2, "州": 2, "县": 3, "旗": 3, "区": 3, "镇": 4, "乡": 4}
_OPENING_QUOTES = "“‘「『《"
_MANY = 3


def dissent_in(body: str, level: Level | None, word: str | None) -> tuple[Evidence, ...]:
    """Self-references that do not fit the report's ``level``.

    ``word`` is what the report's own place is called (区 for an autonomous region and for a
    district, 市 for a county-level city), None if unknown. Words of a lower level clash at
    once; those of the same level where they are another word; those of a higher level (a county
    may well say 我市 of the city it lies in) only if they are many and the own word never comes.
    """
    if level not in _RANK or level == "国":
        return ()
    rank = _RANK[level]
    lower: list[Evidence] = []
    higher: list[Evidence] = []
    own = 0
    own_region = "自治区" in body  # 我区 may be the autonomous region above
    for found, said in _references(body):
        if said == word or (word is None and _RANK[said] == rank):
            own += 1
            continue
        if said == "区" and own_region:
            continue
        clash = Evidence("level", found.start(), found.end(), found.group())
        if _RANK[said] >= rank:
            lower.append(clash)
        elif found.group("own"):
            higher.append(clash)
    if not lower and not own and len(higher) >= _MANY:
        return tuple(higher)
    return tuple(lower)


def _references(body: str) -> Iterator[tuple[re.Match[str], str]]:
    for found in _SELF.finditer(body):
        if found.start() and body[found.start() - 1] in _OPENING_QUOTES:
            continue
        yield found, found.group("own") or found.group("all") or found.group("served")
