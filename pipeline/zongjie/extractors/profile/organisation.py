"""Whose report this is: the organisation, its kind and its level."""

import re
from dataclasses import dataclass

from zongjie.document import Analysis, BodyKind, Evidence, Level
from zongjie.extractors.profile.head import YEAR, Head
from zongjie.extractors.profile.namings import BODY_END, named_elsewhere
from zongjie.extractors.profile.own_place import often_named
from zongjie.lexicons.places import gazetteer

# Where the name of the organisation ends in a title: at the period or at the words of the genre.
_NAME_ENDS = re.compile(
    rf"""(?: (?:关于)? {YEAR} | \d{{2}}年 | [上下]半年 | 半年 | 第?[一二三四]季度 | 前三季度 | \d{{1,2}}月 |
        学年 | 学期
      | 年度 | 年终 | 全年 | 月度 | 季度 | 政?府?工作 | 述职 | 述廉 | 履职 | 总结 | 报告 | 汇报 | 计划 |
          个人 | 关于
      | 向 | 的 | 党建 | 最新 | 动态 | 简报 | 进展 | [周月季年]报 | [一-十]{{1,2}}周年 | 以来
      | [一二三四五六七八九十]{{1,3}}届 )""",
    re.VERBOSE,
)
_NAME_STARTS = re.compile(
    rf"^(?:新华社[^，。\n]{{1,12}}电|[(（【\[][^)）】\]\n]{{1,8}}[)）】\]]|[\s#*>《“\"(（【\[]|"
    rf"(?:关于)?{YEAR}\s{{0,2}}年?度?|\d{{1,2}}\s?月份?|[上下]半年|第?[一二三四]季度|关于|"
    rf"第?[一二三四五六七八九十]{{1,4}}届|[)）】\]—-])+"
)
_KINDS: tuple[tuple[BodyKind, re.Pattern[str]], ...] = (
    ("consultative", re.compile(r"政协|政治协商会议")),
    ("court", re.compile(r"法院")),
    ("procuratorate", re.compile(r"检察院")),
    ("congress", re.compile(r"人大常委|人民代表大会常务委员会|人大(?!附)|人民代表大会")),
    ("hospital", re.compile(r"医院|卫生院|卫生服务中心|保健院|门诊部")),
    (
        "school",
        re.compile(r"学校|中学|小学|大学|学院|幼儿园|高中|初中|职校|[一二三四五六七八九十]中$|实小$|党校"),
    ),
    (
        "enterprise",
        re.compile(r"公司|集团|银行|支行|分行|企业|[^\s]厂$|项目部|供电所|合作社|车间|酒店|商场|农商行|电网"),
    ),
    ("government", re.compile(r"国务院|人民政府$")),
    (
        "department",
        re.compile(
            r"(?:局|委员会|委|办公室|办|厅|处|科|中心|站|队|部|组|院|所|会|社|室|司|署|库|馆|团委|工会|妇联)$"
        ),
    ),
    ("township", re.compile(r"(?:乡|镇|街道|街道办|办事处)(?:人民政府|政府|党委|党工委)?$")),
    ("government", re.compile(r"政府|国务院|(?:省|市|县|区|州|旗|盟)$")),
)
_LEVEL_OF_WORD: dict[str, Level] = {
    "省": "省", "市": "市", "州": "市", "盟": "市", "县": "县", "区": "县", "旗": "县",
    "镇": "乡", "乡": "乡",
}  # fmt: skip
_SELF = re.compile(r"[我本](?:自治)?([省市县区州旗镇乡盟])(?![级直域委政人]|长(?![远期足效]))")
# 城乡, 城镇 and 城市 where they are what a bureau looks after (住房和城乡建设局), not the end of a place.
_TOWNS = r"(?!(?<=城.)(?:建设|规划|管理|统筹|环境|居民|社区|融合|一体|更新|综合|化))"
_PLACE_OF_NAME = re.compile(
    rf"(?:[\u4e00-\u9fff]{{2,8}}?(?:省|自治区|市|自治州|州|地区|盟|县|区|旗|[镇乡]{_TOWNS}|街道)){{1,3}}"
)
_WORD = re.compile(rf"[省县州旗盟]|区(?!域)|市(?![场容]){_TOWNS}|[镇乡]{_TOWNS}")  # 市场监管局 is no 市
_REST = re.compile(
    r"(?:[\u4e00-\u9fff]{1,3}|(?P<far>[\u4e00-\u9fff]{4,8}))??(?:自治)?"
    r"(?P<word>[省县州旗盟镇乡]|市(?![场容])|区(?!域)|街道)"
)
_BELOW = re.compile(
    r"[\u4e00-\u9fff]{2,3}(?P<word>[县区旗镇乡]|街道)(?=人民|政府|政协|人大|[县区镇乡党工]?委|$)"
)
_NATION = re.compile(r"国务院|中央|全国|最高人民|中华人民共和国")
_PERSONAL = re.compile(r"述职|述廉|个人(?:工作|年度|总结|半年)|本人")
_IS_PLAN = re.compile(r"计划|打算|要点|安排|方案|规划")
_IS_NO_PLAN = re.compile(r"总结|报告|回顾|汇报|情况|小结")
_SOUNDS_LIKE_GOVERNMENT = re.compile(
    r"各位代表|[省市县区州]人大[一二三四五六七八九十]次会议确定的|"
    r"[省市县区州][一二三四五六七八九十]{1,3}届人大[一二三四五六七八九十]{1,2}次会议"
)


@dataclass(frozen=True, slots=True)
class Identity:
    """The organisation, as named, with the spans that say so.

    ``place`` is the place it is of, ``word`` what that is called: 省, 市, 县, 区, 州 or the like.
    """

    organisation: str | None
    kind: BodyKind
    level: Level | None
    place: str | None
    word: str | None
    evidence: tuple[Evidence, ...]


def read_identity(analysis: Analysis, head: Head) -> Identity:
    """Who speaks: from the title, else from the opening formula, else from the meeting."""
    body = analysis.body
    title = body[slice(*head.title)] if head.title else ""
    span = (
        _named_in_title(body, head)
        or head.speaks_for
        or _by_acronym(title, body)
        or named_elsewhere(body, head, government="政府工作报告" in title.replace(" ", ""))
    )
    kind = _kind(title, body[slice(*span)] if span else None, body, head)
    named = _places_told(body, head)
    if not named and kind == "government":
        named = often_named(body, _called(body[slice(*span)]) if span else None)
    own = body[slice(*named[0])] if named else None
    said = body[slice(*span)] if span else None
    name = _full_name(said, _whole(own, _called(said or "")), kind)
    own = own or _place_of_name(name)
    level, at = _level(name, own, kind, body)
    told = span or (named[0] if named else None)
    evidence = [Evidence("title", *head.title, title)] if head.title else []
    if told:
        evidence.append(Evidence("organisation", *told, name or ""))
        evidence.append(Evidence("kind", *told, kind))
    if level and (at or told):
        evidence.append(Evidence("level", *(at or told or (0, 0)), level))
    evidence += [Evidence("place", start, end, body[start:end]) for start, end in named]
    is_short = own is not None and not gazetteer().full(own) and gazetteer().named(own)
    word = _word(None if is_short else own) or _word(name)  # 景德镇 is no town
    return Identity(name, kind, level, own, word, tuple(evidence))


def _named_in_title(body: str, head: Head) -> tuple[int, int] | None:
    if not head.title:
        return None
    start, end = head.title
    lead = _NAME_STARTS.match(body[start:end])
    start += lead.end() if lead else 0
    stop = _NAME_ENDS.search(body, start, end)
    last = stop.start() if stop else end
    while start < last and body[last - 1] in " 　,，、·":
        last -= 1
    good = stop and last - start >= 2 and BODY_END.search(body, start, last)
    return (start, last) if good else None


def _by_acronym(title: str, body: str) -> tuple[int, int] | None:
    """The body that a title's Latin acronym stands for: ABC实验室 for ABC进展·第3期."""
    acronym = re.match(r"[A-Z][A-Za-z0-9]{1,11}", title)
    found = (
        re.search(f"{acronym.group()}(?:实验室|公司|研究院|中心|协会|学会|小组|集团)", body)
        if acronym
        else None
    )
    return found.span() if found else None


def _kind(title: str, name: str | None, body: str, head: Head) -> BodyKind:
    if _IS_PLAN.search(title) and not _IS_NO_PLAN.search(title):
        return "plan"
    if _PERSONAL.search(title) and "班子" not in title:
        return "personal"
    if "政府工作报告" in title.replace(" ", ""):
        return "government"
    for words in (name, body[slice(*head.speaks_for)] if head.speaks_for else None):
        if words:
            for kind, cue in _KINDS:
                if cue.search(words):
                    return kind
    if not name and _SOUNDS_LIKE_GOVERNMENT.search(body):
        return "government"
    return "unknown"


def _full_name(name: str | None, place: str | None, kind: BodyKind) -> str | None:
    """市人民政府 with its place in front: 四平市人民政府; 广东省 as 广东省人民政府."""
    if kind == "government":
        if name is None:
            return f"{place}人民政府" if place else None
        if not re.search(r"政府|国务院", name):
            name += "人民政府"
    if name and place:
        for word in ("自治区", "自治州", "自治县", name[0]):
            if (
                word in ("自治区", "自治州", "自治县", *"省市县区州旗盟")
                and name.startswith(word)
                and place.endswith(word[-1])
            ):
                return place + name[len(word) :]
    return name


def _places_told(body: str, head: Head) -> list[tuple[int, int]]:
    """Where the report's own place is named: at the meeting, in the formula, in the title."""
    spans = []
    for stretch in (head.place, head.speaks_for, _named_in_title(body, head)):
        if stretch and body[stretch[0]] in "在向于":
            stretch = (stretch[0] + 1, stretch[1])
        found = _PLACE_OF_NAME.match(body, *stretch) if stretch else None
        if found and not re.fullmatch(r"自治[区州县旗]|全国", found.group()):
            spans.append(found.span())
    return spans


def _place_of_name(name: str | None) -> str | None:
    """The place that an organisation's name begins with: 甲山县 of 甲山县教育局."""
    found = _PLACE_OF_NAME.match(name or "")
    return found.group() if found else None


def _whole(place: str | None, word: str | None) -> str | None:
    """宁波 as 宁波市, where the text has only the short name."""
    if place and word and not place.endswith(word):
        return next((p.name for p in gazetteer().named(place) if p.name.endswith(word)), place)
    return place


def _called(name: str) -> str | None:
    """What the place of 自治区人民政府 or 市人民政府 is called: 自治区, 市."""
    found = re.match(r"自治[区州县旗]|[省市县区州旗盟]", name)
    return found.group() if found else None


def _word(name: str | None) -> str | None:
    """What the last place in ``name`` is called: 区 for 广西壮族自治区, 市 for 市政协."""
    words = _WORD.findall(name or "")
    return words[-1] if words else None


def _level(
    name: str | None, place: str | None, kind: BodyKind, body: str
) -> tuple[Level | None, tuple[int, int] | None]:
    if kind == "personal":
        return "个人", None
    if name and _NATION.search(name):
        return "国", None
    if kind in ("enterprise", "school", "hospital"):
        return "单位", None
    level = _level_of_name(name) or _level_of_name(place)
    if level:
        return level, None
    counts: dict[str, list[tuple[int, int]]] = {}
    for found in _SELF.finditer(body):
        counts.setdefault(found.group(1), []).append(found.span())
    if counts:
        word = max(counts, key=lambda w: len(counts[w]))
        return _LEVEL_OF_WORD[word], counts[word][0]
    return ("单位" if kind == "department" else None), None


def _level_of_name(name: str | None) -> Level | None:
    """The level that a name tells: of its lowest place, known or not."""
    if not name:
        return None
    parts = gazetteer().parts(name)
    level: Level | None = gazetteer().full(parts[-1])[0].level if parts else None
    rest = _REST.match(name, sum(map(len, parts)))
    if rest and not (level and rest.group("far")):
        if rest.group().endswith("自治区"):
            return "省"
        below = _BELOW.match(name, rest.end())  # 甲山市石塘区人民政府 is a district's
        word = (below or rest).group("word")
        return "乡" if word == "街道" else _LEVEL_OF_WORD[word]
    return level
