"""Honours that somebody got: titles, prizes, places on lists of models and pilots."""

import re
from collections.abc import Iterator

from zongjie.document import Analysis, Award
from zongjie.extractors.recipients import recipient_before
from zongjie.extractors.zones import is_inside, plan_sections
from zongjie.lexicons.places import gazetteer

# Verbs that name an honour by themselves, and verbs that need an honour as their object.
_STRONG = "荣获|喜获|斩获|荣膺|荣登|获评|被评为|被评选为|评为|评选为|被授予|获授|被命名为|获颁|摘得|捧回"
_WEAK = (
    "入选|获得|获批|获(?![得悉取利益知救准评授颁])|夺得|跻身|上榜|被列入|列入|被列为|列为|被纳入|纳入"
    "|被确定为|确定为|被认定为|认定为|被确认为|确认为|成功?创建为?|创成|通过"
)
_TRIGGER = re.compile(f"{_STRONG}|{_WEAK}")  # no group: the engine passes over letters that begin none
_STRONG_WORDS = frozenset(_STRONG.split("|"))
_TITLE = re.compile(r"[^,，。;；:：!！?\n\r]{2,60}")
_NOUN = re.compile(
    r"奖(?!励|补|惩|学金|金)|称号|先进(?:集体|单位|个人|县|市|区|乡|镇|村|党)|优秀[\u4e00-\u9fff]{2,14}$|"
    r"示范(?!引领|带动|推广)|试点|模范|标兵|文明(?:城市|单位|村|校园|县|家庭)"
    r"|百强|十强|十佳|[金银铜]奖|冠军|荣誉|红旗|典型(?:案例)?|案例|名录|名单|[\u4e00-\u9fff]城市$|之乡|"
    r"劳模|能手|五一劳动"
)
_FIRM = re.compile(
    r"奖(?!励|补|惩|学金|金)|称号|先进|优秀|示范|试点|模范|标兵|文明|百强|十强|十佳|荣誉|典型|案例|名单|"
    r"名录|之乡|城市|基地|单位|县|员$|手$|星$|家$"
)
# 入选 and 获评 alone make an honour of what a level of government has on a list (省级美丽河湖).
_LISTED = re.compile(
    r"(?:第?[一二三四五六七八九十0-9首新]{1,2}批)?(?:全[国省市县区州]|(?:国家|世界|自治区|[省市县区州])级|国家|中国|世界|全球)"
    r"(?!规划|计划|项目|重点|重大|资金|专项|储备|范围)"
)
_OF_LISTS = frozenset({"入选", "跻身", "被认定为", "被确定为", "被命名为", "被确认为"})
_PASSED = re.compile(
    r"(?:国家|省|市|部|全[国省市])级?[^,，]{0,14}(?:认证|验收|复核|复审|评审)$|(?:ISO|CNAS|CMA)[^,，]{0,14}认证"
)
_NOT_YET = re.compile(
    r"争取|力争|争创|积极申报|努力|确保|将|拟|申报|创建|推荐|评选|支持|鼓励|推动|对|给予|凡|如|若|可|能|要"
)
_COUNTED = re.compile(
    r"(?:[\d一二三四五六七八九十百余多]+)\s?(?:余|多)?(?:项|个|次|件|人次|名|篇|枚|家|块|户|所|人)"
)
_LEVELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "国",
        re.compile(r"全国|国家|中国|中央|国务院|中宣部|[\u4e00-\u9fff]{2,6}部(?:委|级)?|“国|世界|国际|全球"),
    ),
    ("省", re.compile(r"全省|省|自治区|全区级")),
    ("市", re.compile(r"全市|市|全州|州级|州")),
    ("县", re.compile(r"全县|县|全区|区级|区委|区政府")),
)
_CLAUSE_STOP = "。;；!！\n\r"


def extract_awards(analysis: Analysis) -> tuple[Award, ...]:
    """The awards told, in reading order; the span is the title's.

    Left out: what is only hoped for (plan sections, 力争获评), and honours told by number only
    (荣获省级奖项5项), which are quantities.
    """
    plans = [(s.start, s.end) for s in plan_sections(analysis.sections)]
    found = []
    triggers = list(_TRIGGER.finditer(analysis.body))
    ends = [trigger.start() for trigger in triggers[1:]] + [len(analysis.body)]
    for trigger, end in zip(triggers, ends, strict=False):
        if not is_inside(trigger.start(), plans):
            found += list(_awards(analysis.body, trigger, end))
    return tuple(found)


def _awards(body: str, trigger: re.Match[str], end: int) -> Iterator[Award]:
    """The awards of one verb; its titles end before the next verb, at ``end``."""
    named = _TITLE.match(body, trigger.end(), end)
    if not named:
        return
    start = max(body.rfind(stop, max(0, trigger.start() - 200), trigger.start()) for stop in _CLAUSE_STOP) + 1
    start = max(start, trigger.start() - 200)
    lead = body[max(start, trigger.start() - 12) : trigger.start()]
    if _NOT_YET.search(re.split(r"[,，、]", lead)[-1]):
        return
    nouns = _FIRM if trigger.group() in _STRONG_WORDS else _NOUN
    for first, last in _titles(body, *named.span()):
        title = body[first:last]
        listed = trigger.group() in _OF_LISTS and _LISTED.match(title)
        listed = listed or (trigger.group() == "通过" and _PASSED.search(title))
        if not (listed or nouns.search(title)) or _COUNTED.search(title):
            continue
        recipient = recipient_before(body, start, trigger.start())
        yield Award(first, last, title, level_of(title), recipient)


def _titles(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The titles of a list (A奖、B称号), each without quotation marks; brackets are cut off."""
    depth, first = 0, start
    for at in range(start, end):
        mark = body[at]
        depth += (mark in "《“「『") - (mark in "》”」』")
        if depth <= 0 and mark in "(（":
            yield from _bare(body, first, at)
            return
        if depth <= 0 and mark == "、":
            yield from _bare(body, first, at)
            first = at + 1
    yield from _bare(body, first, end)


def _bare(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and body[start] in '了为“”"「」 　的':
        start += 1
    while end > start and body[end - 1] in '”"」 　等':
        end -= 1
    if end - start >= 3:
        yield start, end


def level_of(title: str) -> str | None:
    """国, 省, 市 or 县: who gives the honour, as its title tells."""
    for _, _, name in gazetteer().find(title):
        return gazetteer().full(name)[0].level
    for level, cue in _LEVELS:
        if cue.search(title):
            return level
    return None
