"""Whose report this is: the organisation, its kind and its level."""

import re
from dataclasses import dataclass

from zongjie.document import Analysis, BodyKind, Evidence, Level
from zongjie.extractors.profile.head import YEAR, Head
from zongjie.lexicons.places import gazetteer

# Where the name of the organisation ends in a title: at the period or at the words of the genre.
_NAME_ENDS = re.compile(
    rf"""(?: (?:关于)? {YEAR} | \d{{2}}年 | [上下]半年 | 半年 | 第?[一二三四]季度 | 前三季度 | \d{{1,2}}月 | 学年 | 学期
      | 年度 | 年终 | 全年 | 月度 | 季度 | 政?府?工作 | 述职 | 述廉 | 履职 | 总结 | 报告 | 汇报 | 计划 | 个人 | 关于
      | 向 | 的 | 党建 | [一-十]{{1,2}}周年 | 以来 | [一二三四五六七八九十]{{1,3}}届 )""",
    re.VERBOSE,
)
_NAME_STARTS = re.compile(
    rf"^(?:[(（【\[][^)）】\]\n]{{1,8}}[)）】\]]|[\s#*>《“\"(（【\[]|(?:关于)?{YEAR}\s{{0,2}}年?度?|\d{{1,2}}月份?|[上下]半年|第?[一二三四]季度|关于|[)）】\]—-])+"
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
    "省": "省", "市": "市", "州": "市", "盟": "市", "县": "县", "区": "县", "旗": "县", "镇": "乡", "乡": "乡",
}  # fmt: skip
_SELF = re.compile(r"[我本](?:自治)?([省市县区州旗镇乡盟])(?![级直域委政人]|长(?![远期足效]))")
_PLACE_OF_NAME = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|自治州|州|地区|盟|县|区|旗|镇|乡|街道)){1,3}"
)
_NATION = re.compile(r"国务院|中央|全国|最高人民|中华人民共和国")
_PERSONAL = re.compile(r"述职|述廉|个人(?:工作|年度|总结|半年)|本人")


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
    """Who speaks: from the title, else from the opening formula, else from the signature."""
    body = analysis.body
    title = body[slice(*head.title)] if head.title else ""
    place = body[slice(*head.place)] if head.place else None
    span = _named_in_title(body, head) or head.speaks_for
    name = body[slice(*span)] if span else None
    if name and head.speaks_for and len(name) < 2:
        span, name = head.speaks_for, body[slice(*head.speaks_for)]
    kind = _kind(title, name, body, head)
    if kind == "government" and name and not re.search(r"政府|国务院", name):
        name += "人民政府"
    name = _with_place(name, place)
    level, at = _level(name, place, kind, body)
    evidence = []
    if head.title:
        evidence.append(Evidence("title", *head.title, title))
    if span:
        evidence.append(Evidence("organisation", *span, name or ""))
        evidence.append(Evidence("kind", *span, kind))
    if level and (at or span):
        evidence.append(Evidence("level", *(at or span or (0, 0)), level))
    named = _places_told(body, head)
    evidence += [Evidence("place", start, end, body[start:end]) for start, end in named]
    own = body[slice(*named[0])] if named else _place_of_name(name)
    return Identity(name, kind, level, own, _word(own or name), tuple(evidence))


def _places_told(body: str, head: Head) -> list[tuple[int, int]]:
    """Where the report's own place is named: at the meeting, in the formula, in the title."""
    spans = [head.place] if head.place else []
    for stretch in (head.speaks_for, _named_in_title(body, head)):
        found = _PLACE_OF_NAME.match(body, *stretch) if stretch else None
        if found:
            spans.append(found.span())
    return spans


def _place_of_name(name: str | None) -> str | None:
    """The place that an organisation's name begins with: 甲山县 of 甲山县教育局."""
    found = _PLACE_OF_NAME.match(name or "")
    return found.group() if found else None


def _word(name: str | None) -> str | None:
    """What the last place in ``name`` is called: 区 for 广西壮族自治区, 市 for 市政协."""
    words = re.findall(r"[省市县区州旗盟镇乡]", name or "")
    return words[-1] if words else None


def _named_in_title(body: str, head: Head) -> tuple[int, int] | None:
    if not head.title:
        return None
    start, end = head.title
    lead = _NAME_STARTS.match(body[start:end])
    start += lead.end() if lead else 0
    stop = _NAME_ENDS.search(body, start, end)
    last = stop.start() if stop else end
    while start < last and body[last - 1] in " 　,，、":
        last -= 1
    return (start, last) if stop and last - start >= 2 else None


def _kind(title: str, name: str | None, body: str, head: Head) -> BodyKind:
    if re.search(r"计划|打算|要点|安排|方案|规划", title) and not re.search(
        r"总结|报告|回顾|汇报|情况|小结", title
    ):
        return "plan"
    if _PERSONAL.search(title):
        return "personal"
    if "政府工作报告" in title.replace(" ", ""):
        return "government"
    for words in (name, body[slice(*head.speaks_for)] if head.speaks_for else None):
        if words:
            for kind, cue in _KINDS:
                if cue.search(words):
                    return kind
    if not name and re.search(r"各位代表", body[:3000]) and head.meeting:
        return "government"
    return "unknown"


def _with_place(name: str | None, place: str | None) -> str | None:
    """市人民政府 with the place of the meeting in front of it: 四平市人民政府."""
    if name and place and name[0] in "省市县区州旗" and place.endswith(name[0]):
        return place + name[1:]
    return name


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
    level: Level | None = None
    at = 0
    while at < len(name):
        step = next(
            (n for n in range(min(15, len(name) - at), 1, -1) if gazetteer().full(name[at : at + n])), 0
        )
        if not step:
            break
        level = gazetteer().full(name[at : at + step])[0].level
        at += step
    rest = re.match(r"[\u4e00-\u9fff]{0,8}?(?:自治)?([省市县区州旗盟镇乡]|街道)", name[at:])
    if rest and not (level and rest.end() > 8):
        word = rest.group(1)
        found: Level = (
            "乡" if word == "街道" else "省" if rest.group().endswith("自治区") else _LEVEL_OF_WORD[word]
        )
        return found
    return level
