"""A place is named under a province or prefecture that it never belonged to: 四川省昆明市.

What it flags
    Two full names of divisions, one right after the other, of which the second never lay within
    the first since 1980.
Why it matters
    It is wrong for sure; as a rule one of the two names was replaced and the other forgotten.
Flagged
    「⟦四川省昆明市⟧」
Accepted
    「云南省昆明市」「四川省、昆明市」「江苏省南京市玄武区」
Known misses
    Divisions below the county; short names (四川昆明).
Source
    GB/T 2260, all yearly revisions since 1980.
"""

from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.document import Analysis
from zongjie.lexicons.places import Place, found_places, gazetteer
from zongjie.settings import Settings

CHECK = Check(
    code="ID04",
    name="admin-hierarchy-error",
    title="隶属错误",
    severity="error",
    flagged=(
        "甲山县水务局2024年工作总结\n一、主要工作\n赴⟦四川省昆明市⟧考察2次。",
        "甲山县水务局2024年工作总结\n一、主要工作\n赴浙江省⟦宁波市余杭区⟧考察2次。",
    ),
    accepted=(
        "甲山县水务局2024年工作总结\n一、主要工作\n赴云南省昆明市、江苏省南京市玄武区考察2次，"
        "四川省、昆明市派员参加。",
    ),
    about=("紧挨着的两个行政区名，后一个从来不属于前一个（1980年以来的区划都查过）：“四川省昆明市”。"),
)
_RANK = {"省": 0, "市": 1, "县": 2}
_SHORTEST = 3  # characters of a name; 易县 and 城区 may be parts of words


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    places = gazetteer()
    last: tuple[int, int, str] | None = None
    for start, end, name in found_places(analysis.body):
        above = last
        last = (start, end, name)
        if above is None or above[1] != start or min(len(name), len(above[2])) < _SHORTEST:
            continue
        if name[0] in "老新旧" or name.endswith("新区"):
            continue
        if not _could_lie_in(places.full(name), places.full(above[2])):
            continue
        if places.related(name, above[2]) is False:
            yield Alarm(
                above[0],
                end,
                zh=f"“{name}”不属于“{above[2]}”，请核对地名。",
                en=f"{name} does not lie in {above[2]}; check the names.",
                evidence={"place": name, "above": above[2]},
                caveat_zh="更名、代管或飞地可以例外。",
                caveat_en="Renamed places and exclaves may be exceptions.",
            )


def _could_lie_in(below: tuple[Place, ...], above: tuple[Place, ...]) -> bool:
    """Whether the first name is of a lower rank than the second in some reading, and no province."""
    below, above = (tuple(p for p in names if p.gone is None) or names for names in (below, above))
    lowest = max(_RANK[place.level] for place in below)
    return min(_RANK[place.level] for place in above) < lowest and all(p.level != "省" for p in below)
