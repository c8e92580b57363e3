"""Phrases in which a report names the place that it is of: 建设美丽幸福崇信, 为崇信发展作贡献.

What stands in such a slot is the report's own place, or one within it; another name there was
left over from another text. Names are told by the gazetteer; a name that it lacks is taken only
where the phrase leaves no doubt (two or more fine adjectives before it) and the dictionary knows
no such word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zongjie.lexicons.pairs import Pairs
from zongjie.lexicons.places import gazetteer

_FINE = (
    "美丽|幸福|富裕|富强|魅力|活力|平安|法治|文明|和谐|健康|现代化|实力|智慧|生态|宜居|宜业|宜游|宜养|繁荣|富民|诚信|清廉|绿色"
    "|开放|书香|强盛|创新|殷实|安宁|团结|秀美|康养|品质|大美|锦绣|社会主义|新时代|多彩|灵秀|山水"
)
_PRAISED = re.compile(
    rf"""(?:{_FINE})[、·]?(?:的)?新?(?!{_FINE})(?P<name>[\u4e00-\u9fff]{{2,4}}?)
    (?=建设|[,，。;；、!！”"」)）\s]|做出|作出|贡献|注入|增添|赋能|新?篇章|新?局面|的(?:美好|宏伟)
      |而(?:努力|奋斗)|$)""",
    re.VERBOSE,
)
_FIRST_PAIRS = Pairs(word[:2] for word in _FINE.split("|"))
_RUN = re.compile(rf"(?:(?:{_FINE})[、·]?(?:的)?新?){{1,8}}$")
_RUN_REACH = 40  # characters before a name in which fine adjectives are counted
_SERVED = re.compile(
    r"(?:为|助推|助力|推动|促进)(?P<name>[\u4e00-\u9fff]{2,4}?)(?:的)?"
    r"(?:高质量|经济|社会|跨越|转型|全面|科学|加快|又好又快|各项|事业|长远|现代化|繁荣|可持续|[、和式]){0,6}"
    r"(?:发展|建设|振兴|崛起)[^。,，;；\n]{0,12}?(?:作出|做出|贡献|添砖|注入|提供|献计)"
)
_WRITTEN = re.compile(
    r"(?:谱写|书写|开创|续写)[^。,，;；\n]{0,12}?(?:现代化|新时代|中国式现代化)(?:建设)?(?P<name>[\u4e00-\u9fff]{2,4}?)(?:崭?新|发展)?(?:篇章|实践|局面)"
)
_CLOSED_BY = {
    _SERVED: (Pairs(["作出", "做出", "贡献", "添砖", "注入", "提供", "献计"]), 48),
    _WRITTEN: (Pairs(["篇章", "实践", "局面"]), 32),
}
"""The words of two characters that a match ends with, and how many characters it has at most."""
_ORDINARY = frozenset(
    (
        "新城",
        "新区",
        "城区",
        "惠民",
        "江城",
        "龙江",
        "振兴",
        "矿区",
        "滨海新区",
        "郊区",
        "兴城",
        "合作",
        "资源",
        "通道",
        "开发",
        "开放",
        "城中",
        "中原",
        "城南",
        "城北",
        "城东",
        "城西",
        "江南",
        "江北",
        "滨海",
        "滨江",
        "东部",
    )
)
_NICKNAME = re.compile(
    r"^[之宜强名不更很较]|风$|创$|[城省市县村镇都州路时]$"
)  # 鹰城, 之城, 强省: no name of a division
_CLOSE = re.compile(r"(?:美丽|幸福|富裕|魅力|平安|和谐|文明|富强)新?$")  # not 宜居农房
_GOES_ON = re.compile(r"建设|做出|作出|贡献|注入|新?篇章")
_CERTAIN = 2  # fine adjectives before a name that the gazetteer lacks


@dataclass(frozen=True, slots=True)
class SelfNaming:
    """A name in a self-referring slot; ``known`` tells whether the gazetteer has it."""

    start: int
    end: int
    name: str
    known: bool


def self_namings(text: str) -> Iterator[SelfNaming]:
    """The places named in self-referring phrases of ``text``, in reading order of each phrase kind."""
    places = gazetteer()
    for pattern in (_PRAISED, _SERVED, _WRITTEN):
        for found in _matches(pattern, text):
            name = found.group("name")
            known = places.named(name)
            if known:
                county = all(place.level == "县" for place in known)
                if pattern is _PRAISED and _is_doubtful(text, found, county):
                    continue
                if name not in _ORDINARY and name[:-1] not in _ORDINARY and not places.is_common(name):
                    yield SelfNaming(*found.span("name"), name, known=True)
            elif pattern is _PRAISED and _is_certain(text, found):
                yield SelfNaming(*found.span("name"), name, known=False)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """``pattern.finditer(text)``, read only where it may begin or before the words that close it."""
    if pattern is _PRAISED:
        end = 0
        for start in _FIRST_PAIRS.places(text):
            if start >= end and (found := pattern.match(text, start)):
                yield found
                end = found.end()
        return
    words, longest = _CLOSED_BY[pattern]
    start = end = 0
    for close in (at + 2 for at in words.places(text)):
        if close - longest > end:
            yield from pattern.finditer(text, start, end)
            start = close - longest
        end = close
    yield from pattern.finditer(text, start, end)


def _is_doubtful(text: str, found: re.Match[str], county: bool) -> bool:
    """生态滨江, 现代化大港: parts of towns and common words."""
    is_town = found.group("name").endswith("城")
    return (county and is_town) or (
        (county or is_town) and len(_adjectives(_fine_before(text, found))) < _CERTAIN
    )


def _is_certain(text: str, found: re.Match[str]) -> bool:
    """Whether a name that the gazetteer lacks is one all the same: 助力美丽幸福乙水建设."""
    if len(found.group("name")) != 2 or not _GOES_ON.match(text, found.end()):
        return False
    fine = _fine_before(text, found)
    return (
        len(_adjectives(fine)) >= _CERTAIN
        and _CLOSE.search(fine) is not None
        and _is_unheard_of(found.group("name"))
    )


def _fine_before(text: str, found: re.Match[str]) -> str:
    at = found.start("name")
    run = _RUN.search(text[max(0, at - _RUN_REACH) : at])
    return run.group() if run else ""


def _adjectives(fine: str) -> list[str]:
    return re.findall(_FINE, fine)


def _is_unheard_of(name: str) -> bool:
    """Whether the dictionary knows neither the name nor any word in it."""
    import rjieba

    return not _NICKNAME.search(name) and len(rjieba.cut(name, False)) == 2
