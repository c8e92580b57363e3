"""The minority that clashes with the report's level: 我县 in the report of a city."""

import re

from zongjie.document import Evidence, Level

# Phrases in which a report speaks of itself; 县里请市领导到会 and the like do not count.
_SELF = re.compile(
    r"""[我本](?P<own>[省市县区州旗镇乡])(?![级直域委]|长(?![远期足效]))
      | 为(?P<served>[省市县区州旗镇乡])委[、和]?(?:[省市县区州旗镇乡])?(?:人民)?政府(?:的)?(?:科学)?决策""",
    re.VERBOSE,
)
_RANK: dict[str, int] = {"国": 0, "省": 1, "市": 2, "州": 2, "县": 3, "旗": 3, "区": 3, "镇": 4, "乡": 4}


def dissent_in(
    body: str, level: Level | None, *, county_city: bool, autonomous: bool
) -> tuple[Evidence, ...]:
    """The self-references of a lower level than the report's own.

    ``county_city``: the report's place is called 市 but ranks as a county; ``autonomous``: it is
    an autonomous region, whose reports say 我区.
    """
    if level is None or level not in _RANK:
        return ()
    own = _RANK[level]
    found = []
    for match in _SELF.finditer(body):
        word = match.group("own") or match.group("served")
        rank = _RANK[word]
        if word == "区" and autonomous:
            rank = 1
        if rank > own:
            found.append(Evidence("level", match.start(), match.end(), match.group()))
    return tuple(found)
