"""Places, bodies and sessions that the report names, most often named first."""

import re
from collections import Counter
from collections.abc import Iterable

from zongjie.lexicons.places import found_places

_MOST = 20
_BODY = re.compile(
    r"""(?:中共|全国|[\u4e00-\u9fff]{0,6}[省市县区州旗镇乡])?
    (?: 国务院 | 人民政府 | 人大常委会 | 政协(?=[常党机委主副]|党组|,|、|。) | 党组 | 纪委 | 人民法院 |
        人民检察院 )""",
    re.VERBOSE,
)
_TIERS = "县区市省州旗镇乡"
_BODIES = "(?:委|人民政府|政府|政协|人大常委会|人大|纪委监委|纪委)(?![员托会派])"
_NAMED_BODY = re.compile(  # each alternative begins with a letter: the engine passes over all others
    "|".join(
        f"{first}(?<![各省市县区州旗两一其他级]{first}){rest}"
        for first, rest in [
            *((tier, _BODIES) for tier in _TIERS),
            ("国", "务院"),
            ("全", "国人大常委会"),
            ("全", "国政协"),
            ("党", "中央"),
        ]
    )
)
_N = "[一二三四五六七八九十]"
_SESSION = re.compile(  # a letter first, then whether it was 第: the engine passes over all others
    rf"[第一二三四五六七八九十](?:(?:(?<=第){_N}{{1,4}}|(?<!第){_N}{{0,3}})届(?:{_N}{{1,3}}次)?(?:{_N}{{0,3}}中)?(?:全会|"
    rf"全体会议|全国人大|人民代表大会|会议)(?:第{_N}{{1,3}}次(?:全体)?会议)?"
    rf"|(?<!第){_N}{{0,2}}届{_N}{{1,3}}次(?:全会|全体会议|会议|会)?)"
)


def places_in(body: str, own: Iterable[str]) -> tuple[str, ...]:
    """The report's own place first, then the full names of places in the text, by count."""
    counts = Counter(name for _, _, name in found_places(body))
    ordered = [*own, *(name for name, _ in counts.most_common(_MOST))]
    return tuple(dict.fromkeys(ordered))[:_MOST]


def bodies_in(body: str) -> tuple[str, ...]:
    """Bodies of state and party named in the text, by count."""
    counts = Counter(m.group() for m in _NAMED_BODY.finditer(body))
    return tuple(name for name, _ in counts.most_common(_MOST))


def sessions_in(body: str) -> tuple[str, ...]:
    """Sessions named in the text (十届一次全会), by first place."""
    return tuple(dict.fromkeys(m.group() for m in _SESSION.finditer(body)))[:_MOST]
