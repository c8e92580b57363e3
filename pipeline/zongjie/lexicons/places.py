"""The gazetteer of administrative divisions, from provinces to counties, now and since 1980.

Data: ``places.tsv``, codes of GB/T 2260 (its head names the sources). The first two digits of
a code are the province, the first four the prefecture. A county that changed its prefecture
stands there once for each. Economic zones and the fillers 市辖区 and 省直辖县 are left out.
Townships are not in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

PlaceLevel = Literal["省", "市", "县"]

_PEOPLES = (
    "蒙古族|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族"
    "|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族"
    "|普米族|塔吉克族?|怒族|鄂温克族|裕固族|保安族|独龙族|鄂伦春族?|各族|蒙古|回族"
)
_AUTONOMOUS = re.compile(rf"^(.{{2,}}?)(?:{_PEOPLES}){{1,6}}(?:自治区|自治州|自治县|自治旗)$")
_PLAIN = re.compile(r"^(.{2,}?)(?:特别行政区|自治区|自治州|自治县|省|地区|市|林区|特区|区|县|盟|旗)$")
_SHORT_BY_HAND = {"内蒙古自治区": "内蒙古", "广西壮族自治区": "广西"}
_SUFFIX = re.compile(r"[省市县区州盟旗](?![级直属])")
_LONGEST = 15
_BREAKS = frozenset(
    '省市州盟、,，。;；:：(（)） \n\t\u3000《“"'
)  # what may stand before a name of two characters


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative division; ``gone`` is the last year of its code, None while in force.

    ``common`` says that its short name is an ordinary word too (和平, 新华).
    """

    code: str
    name: str
    gone: int | None
    common: bool

    @property
    def level(self) -> PlaceLevel:
        """Its rank: 北京市 is a 省, 义乌市 and 北京's districts are 县."""
        return "省" if self.code.endswith("0000") else "市" if self.code.endswith("00") else "县"

    @property
    def short(self) -> str:
        """The name without 省, 市, 县 and the like: 崇信 for 崇信县, 湘西 for 湘西土家族苗族自治州."""
        return short_name(self.name)

    @property
    def province(self) -> str:
        return self.code[:2]


def short_name(name: str) -> str:
    """A division's name without its generic part, if at least two characters remain.

    >>> short_name("崇信县"), short_name("湘西土家族苗族自治州"), short_name("易县")
    ('崇信', '湘西', '易县')
    """
    if name in _SHORT_BY_HAND:
        return _SHORT_BY_HAND[name]
    found = _AUTONOMOUS.match(name) or _PLAIN.match(name)
    return found.group(1) if found else name


class Gazetteer:
    """Places by name and by code; ask ``gazetteer()`` for the one that is loaded."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self._full: dict[str, list[Place]] = {}
        self._short: dict[str, list[Place]] = {}
        self._codes: dict[str, Place] = {}
        for place in places:
            self._full.setdefault(place.name, []).append(place)
            self._codes.setdefault(place.code, place)
        lengths: dict[str, set[int]] = {}
        for name in self._full:
            if len(name) <= _LONGEST:
                lengths.setdefault(name[-2:], set()).add(len(name))
        self._lengths = {tail: sorted(those, reverse=True) for tail, those in lengths.items()}

    def _shorts(self) -> dict[str, list[Place]]:
        if not self._short:
            for name, places in self._full.items():
                self._short.setdefault(short_name(name), []).extend(places)
        return self._short

    def full(self, name: str) -> tuple[Place, ...]:
        """The places of this full name (崇信县), those in force first."""
        return tuple(self._full.get(name, ()))

    def named(self, name: str) -> tuple[Place, ...]:
        """The places of this full or short name (崇信县, 崇信), those in force first."""
        found = self._full.get(name) or self._shorts().get(name) or ()
        return tuple(sorted(found, key=lambda p: (p.gone is not None, p.code))) if found else ()

    def living(self) -> tuple[Place, ...]:
        """All divisions in force, by code."""
        return tuple(p for p in self._codes.values() if p.gone is None)

    def above_counties(self) -> tuple[Place, ...]:
        """Provinces and prefectures in force."""
        return tuple(p for p in self.living() if p.level != "县")

    def parts(self, name: str) -> tuple[str, ...]:
        """The divisions that a name begins with, from the top: 保定市清苑区教育局 → 保定市, 清苑区."""
        found: list[str] = []
        at = 0
        while True:
            step = next((n for n in range(_LONGEST, 1, -1) if name[at : at + n] in self._full), 0)
            if not step or at + step > len(name):
                return tuple(found)
            found.append(name[at : at + step])
            at += step

    def parent(self, place: Place) -> Place | None:
        """The prefecture of a county, the province of a prefecture; None for a province.

        A county right under its province (and a district of 北京市) has the province.
        """
        if place.level == "省":
            return None
        above = self._codes.get(place.code[:4] + "00") if place.level == "县" else None
        return above or self._codes.get(place.code[:2] + "0000")

    def chain(self, place: Place) -> tuple[Place, ...]:
        """The place and all above it: 崇信县, 平凉市, 甘肃省."""
        above = self.parent(place)
        return (place, *self.chain(above)) if above else (place,)

    def related(self, one: str, other: str) -> bool | None:
        """Whether two names can lie in one line of descent: one within the other, or the same.

        None if a name is unknown. With ambiguous names, whether any reading is so; of a name that
        runs through several divisions (保定市清苑区) the lowest counts.

        >>> gazetteer().related("崇信", "甘肃省"), gazetteer().related("崇信", "忻州")
        (True, False)
        """
        ones, others = self._readings(one), self._readings(other)
        if not ones or not others:
            return None
        return any(self._in_line(a, b) for a in ones for b in others)

    def same_province(self, one: str, other: str) -> bool | None:
        """Whether two names can lie in one province; None if a name is unknown."""
        ones, others = self.named(one), self.named(other)
        if not ones or not others:
            return None
        return bool({p.province for p in ones} & {p.province for p in others})

    def is_ambiguous(self, name: str) -> bool:
        """Whether the name is several places' (鼓楼区), or a common word (和平)."""
        places = self.named(name)
        living = [p for p in places if p.gone is None] or places
        return self.is_common(name) or len({(p.province, p.name) for p in living}) > 1

    def is_common(self, name: str) -> bool:
        """Whether the name, as written, is an ordinary word too (和平, but not 和平区)."""
        return any(p.common and name != p.name for p in self.named(name))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
        """Full names in ``text[start:end]`` as (start, end, name), the longest at each end.

        Names of two characters (康县, 城区) are taken only where no word can run into them.
        """
        full, lengths, done = self._full, self._lengths, start
        for suffix in _SUFFIX.finditer(text, start, len(text) if end is None else end):
            stop = suffix.end()
            for length in lengths.get(text[stop - 2 : stop], ()):
                first = stop - length
                if first >= done and (name := text[first:stop]) in full:
                    if stop - first > 2 or first == start or text[first - 1] in _BREAKS:
                        yield first, stop, name
                        done = stop
                    break

    def _readings(self, name: str) -> tuple[Place, ...]:
        return self.named(name) or self.named((self.parts(name) or ("",))[-1])

    def _in_line(self, one: Place, other: Place) -> bool:
        names = {p.short for p in self.chain(one)}, {p.short for p in self.chain(other)}
        return one.province == other.province and (one.short in names[1] or other.short in names[0])


@lru_cache(maxsize=2)
def found_places(text: str) -> tuple[tuple[int, int, str], ...]:
    """What ``gazetteer().find(text)`` gives, kept while several stages look at the same text."""
    return tuple(gazetteer().find(text))


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read once when first asked for."""
    lines = files("zongjie.lexicons").joinpath("places.tsv").read_text("utf-8").splitlines()
    return Gazetteer(tuple(_place(line) for line in lines if not line.startswith("#")))


def _place(line: str) -> Place:
    code, name, *rest = line.split("\t")
    return Place(code, name, int(rest[0]) if rest and rest[0] else None, len(rest) > 1)
