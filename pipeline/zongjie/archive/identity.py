"""Who a report is of, under one name: 市政协 and 政协柳河市委员会 are one body.

What to call: ``body_of(profile)``. The identity card was read from the text, never from the file's
name. Rules, the surest first, each shown with the result:

- ``place and kind``: a government, congress, committee, court or procuratorate is known by its place;
- ``place from the text``: the name has no place (市政协), the report's own place is taken: a doubt;
- ``name``: any other body is known by its name, the places before it taken off.

A place that several provinces have (鼓楼区) keeps its parent, if the report names it, else the doubt
is told. Reports without a name are each their own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from zongjie.document import Profile
from zongjie.lexicons.places import Place, gazetteer, short_name

_OF_PLACE = {
    "government": ("{}人民政府", "国务院"),
    "congress": ("{}人大常委会", "全国人大常委会"),
    "consultative": ("政协{}委员会", "全国政协"),
    "court": ("{}人民法院", "最高人民法院"),
    "procuratorate": ("{}人民检察院", "最高人民检察院"),
}
_FRONT = re.compile(r"中国人民政治协商会议|中国共产党|政协|中共")
_NO_NAME = re.compile(r"^(?:本届|上届|新一届|历届|各级|[0-9]{1,2}日)")  # 本届省政府 names no place
_AUTONOMOUS = re.compile(r"自治[州县旗]$")
_LEVEL = {"省": "省", "市": "市", "县": "县"}


@dataclass(frozen=True, slots=True)
class Body:
    """One body: ``key`` tells two apart, ``name`` is for the eye; why they are one, and the doubt."""

    key: str
    name: str
    rule_zh: str
    rule_en: str
    doubt_zh: str | None = None
    doubt_en: str | None = None


def body_of(profile: Profile) -> Body | None:
    """The body whose report it is; None where the text does not say.

    >>> one, other = Profile(organisation="政协柳河县委员会", kind="consultative", level="县"), Profile(
    ...     organisation="柳河县政协", kind="consultative", level="县")
    >>> body_of(one).key == body_of(other).key
    True
    """
    own = _OF_PLACE.get(profile.kind)
    if own is None:
        return _by_name(profile.organisation)
    if profile.level == "国":
        return Body(own[1], own[1], "全国性机构", "a national body")
    named = _place_in(profile.organisation)
    place = named or (profile.places[0] if profile.places else None)
    if place is None:
        return _by_name(profile.organisation)
    known, doubt = _resolved(place, profile)
    name = own[0].format(_full_name(known) if known else place)
    key = f"{profile.kind}:{known.code if known else short_name(place)}"
    rule = (
        ("按地名和机构类别", "by place and kind") if named else ("按报告里的地名", "by the place in the text")
    )
    if not named:
        doubt = ("名称里没有地名，地名取自正文", "its name has no place: taken from the text")
    return Body(key, name, *rule, *(doubt or (None, None)))


def same_body(one: Profile, other: Profile) -> bool | None:
    """Whether two reports are of one body; None where one does not say whose it is."""
    a, b = body_of(one), body_of(other)
    if a is None or b is None:
        return None
    return a.key == b.key


def _place_in(organisation: str | None) -> str | None:
    """The lowest place that the name begins with: 广东省佛山市人民政府 → 佛山市."""
    if not organisation:
        return None
    words = _FRONT.sub("", _NO_NAME.sub("", organisation), count=1)
    parts = gazetteer().parts(words)
    if parts:
        return parts[-1]
    found = re.match(
        r"[\u4e00-\u9fff]{1,12}?(?:省|市|县|区|州|盟|旗|镇|乡)(?=人民|政府|人大|委员会|政协|中级|高级|$)",
        words,
    )
    if found:
        return found.group()
    short = re.match(r"([\u4e00-\u9fff]{2,4})(?=人民政府|政府|人大|政协)", words)
    return short.group() if short and gazetteer().named(short.group()) else None


def _resolved(name: str, profile: Profile) -> tuple[Place | None, tuple[str, str] | None]:
    """The one place of this name: by level, then by a parent that the report names."""
    places = gazetteer()
    named = places.named(name) or _autonomous(name)
    readings = [p for p in named if profile.level not in _LEVEL or p.level == profile.level]
    readings = readings or list(named)
    if not readings:
        return None, None
    others = {p.province for p in readings}
    if len(others) == 1:
        return _first(readings), None
    above = set(profile.places)
    for reading in readings:
        if any(one.name in above or one.short in above for one in places.chain(reading)[1:]):
            return reading, None
    return None, ("有几个同名的地方，按名称算一个", "several places have this name")


def _autonomous(name: str) -> tuple[Place, ...]:
    """湘西自治州 is 湘西土家族苗族自治州."""
    short = _AUTONOMOUS.sub("", name)
    return () if short == name else gazetteer().named(short)


def _full_name(place: Place) -> str:
    """Its name, with its parent's where several provinces have one of this name."""
    places = gazetteer()
    parent = places.parent(place)
    if parent is None or len({p.province for p in places.full(place.name)}) == 1:
        return place.name
    return parent.name + place.name


def _first(readings: Iterable[Place]) -> Place:
    return min(readings, key=lambda p: (p.gone is not None, p.code))


def _by_name(organisation: str | None) -> Body | None:
    if not organisation:
        return None
    places = gazetteer().parts(organisation)
    bare = organisation[sum(map(len, places)) :]
    key = f"{short_name(places[-1])}:{bare}" if places and bare else organisation
    return Body(key, organisation, "按名称", "by name")
