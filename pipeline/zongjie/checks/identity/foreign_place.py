"""A phrase in which the report speaks of itself names another place.

What it flags
    The name in a self-referring phrase (建设美丽幸福乙水, 为乙水发展作贡献) that is neither the
    report's own place nor one above or below it; where the report does not say of which place it
    is, a name that lies in another province than the place that gave it an award.
Why it matters
    It is last year's or somebody else's text; the name was forgotten when it was taken over.
Flagged
    「助推美丽幸福⟦乙水⟧建设」 in the report of 甲山县
Accepted
    「赴乙水县考察」「与乙水县对口协作」: not said of oneself.
Known misses
    Foreign names outside self-referring phrases; single names of two counties of one city.
Source
    GB/T 2260 for which place lies where.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check, Side
from zongjie.document import Analysis, Evidence
from zongjie.lexicons.places import found_places, gazetteer, short_name
from zongjie.lexicons.self_naming import SelfNaming, self_namings
from zongjie.settings import Settings

CHECK = Check(
    code="ID03",
    name="foreign-place",
    title="外地地名",
    severity="warning",
    flagged=(
        "甲山县水务局2024年工作总结\n一、主要工作\n清淤3公里，助力美丽幸福⟦乙水⟧建设。",
        "绍兴市水务局2024年工作总结\n一、主要工作\n清淤3公里，为⟦崇信⟧高质量发展作出新贡献。",
    ),
    accepted=(
        "绍兴市水务局2024年工作总结\n一、主要工作\n赴崇信县考察2次，为绍兴高质量发展作出新贡献，"
        "奋力谱写中国式现代化浙江新篇章。",
        "甲山县水务局2024年工作总结\n一、主要工作\n清淤3公里，助力美丽幸福甲山建设。",
    ),
    about=(
        "自指的话里出现别处的地名：“建设美丽幸福乙水”“为乙水发展作贡献”。考察、协作、来访、籍贯等"
        "语境不报；上级和下辖的地名不报。"
    ),
)
_ELSEWHERE = re.compile(r"考察|对口|协作|来访|引进|原籍|帮扶|支援|援建|援藏|援疆|结对|友城|友好")
_OFFICE = re.compile(r"[市县区]?(?:委|人民政府|政府|政协|人大|优秀|先进)")
_BELOW = "镇乡村河湖山区县市街社岛湾港水"


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    if analysis.profile.level == "国":
        return
    own = next((e for e in analysis.profile.evidence if e.field == "place"), None)
    known = own is not None and len(short_name(own.value)) >= 2
    clashes: dict[str, list[tuple[SelfNaming, Side]]] = {}
    for naming in self_namings(analysis.body):
        if _ELSEWHERE.search(_sentence(analysis.body, naming.start)):
            continue
        other = _clash(analysis, own, naming) if own and known else _clash_of_awards(analysis, naming)
        if other is not None:
            clashes.setdefault(naming.name, []).append((naming, other))
    for name, places in clashes.items():
        yield _alarm(analysis.body, name, places)


def _alarm(body: str, name: str, places: list[tuple[SelfNaming, Side]]) -> Alarm:
    """One alarm a name, at its first place; the others are related."""
    naming, other = places[0]
    place, count = body[other.start : other.end], len(places)
    return Alarm(
        naming.start,
        naming.end,
        zh=(
            f"自指的话里出现“{name}”（全篇{count}处），与文中的“{place}”不在一地，像是从别处的文稿带来的，"
            f"请核对地名。"
        ),
        en=f"The report speaks of itself as {name} ({count} places), which does not go with {place}; "
        "check the name.",
        related=(other, *(Side(one.start, one.end, "同一地名", "the same name") for one, _ in places[1:20])),
        evidence={"place": name, "against": place, "count": count},
        caveat_zh="若两地确有隶属、飞地或更名关系，可以保留。",
        caveat_en="It may stand if one lies within the other or was renamed.",
    )


def _clash(analysis: Analysis, own: Evidence, naming: SelfNaming) -> Side | None:
    """The report's own place, if the name cannot go with it."""
    place, name = own.value, naming.name
    if name in place or short_name(place)[-2:] in name or (name[0] == place[0] and name[-1] in "州市县区"):
        return None
    related = gazetteer().related(name, place)
    if related:
        return None
    if related is None and _is_at_home(analysis.body, naming):
        return None
    return Side(own.start, own.end, "本单位所在地", "its own place")


def _is_at_home(body: str, naming: SelfNaming) -> bool:
    """Whether a name that cannot be placed occurs elsewhere as a place or an office (乙水镇)."""
    return re.search(f"{re.escape(naming.name)}[{_BELOW}省委]", body) is not None


def _clash_of_awards(analysis: Analysis, naming: SelfNaming) -> Side | None:
    """An office or a giver of an award in another province, where the own place is not told."""
    if not naming.known:
        return None
    for start, end, name in found_places(analysis.body):
        if _OFFICE.match(analysis.body, end) and gazetteer().same_province(name, naming.name) is False:
            return Side(start, end, "另一省的地名", "a place of another province")
    return None


def _sentence(body: str, at: int) -> str:
    start = max(body.rfind("。", max(0, at - 200), at), body.rfind("\n", max(0, at - 200), at)) + 1
    end = body.find("。", at, at + 200)
    return body[start : end if end >= 0 else at + 200]
