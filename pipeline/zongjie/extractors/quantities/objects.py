"""What was counted (object), the deed (action), and the indicator (metric) of a quantity.

Read off the tagged words of the clause: the noun phrase after the unit (60多条意见建议), else
the one before the number (关闭自备井98口), else what the neighbour in the list counts
(收到提案186件，立案152件). Where none of these is plain, there is no object.
"""

import re

from zongjie.extractors.quantities.draft import Draft
from zongjie.extractors.quantities.neighbours import (
    GROWTH,
    REACH,
    continues,
    in_brackets,
    is_place,
    near,
    respectively,
    subject_before,
)
from zongjie.extractors.quantities.phrases import (
    CARRIERS,
    DEEDS,
    EVENTS,
    closing_phrase,
    opening_phrase,
    short,
    words_of,
)
from zongjie.extractors.quantities.words import word_set

_AHEAD = 24
_EVENT_UNITS = frozenset(("次", "场", "场次", "轮", "遍", "趟", "批次", "人次", "余次"))
_TIMES = frozenset(("次", "场", "场次", "轮", "遍", "趟"))
_COUNTABLE = frozenset(("count", "people", "area", "volume", "money", "length", "mass", "energy", None))
_PEOPLE = frozenset(("people",))
_GATHERINGS = ("活动", "会", "班", "课", "工作", "行动")
_LEVEL = re.compile(
    rf"(?:(?:同比|环比|年均|年平均|(?<![占对之百])[比较](?!例|重|高|强|大|快|好)(?P<than>[^，。；、]{{1,14}}?))?"
    rf"(?:年均|实际|名义|分别|平均|累计|大幅|稳定){{0,2}}(?P<grown>{GROWTH})"
    r"|(?P<level>达|(?<!作)为|占|保持在|稳定在|控制在|突破|超过))"
    r"(?:了|到|至|达|为|近|约|超过?|逾|成|率|幅度?|全[国省市县区]|在|以上|突破|不到|不足|不低于|不少于|不高于|首次|、|，){0,3}$"
)
_LEVEL_ENDS = frozenset(
    "长降高加少升落低小大滑跌窄减缩短增扩展达为占在破过了到至近约超逾成率幅度国省市县区上足于次、，"
)
"""The last letters that ``_LEVEL`` can end with: a search that cannot succeed is not begun."""
_RECORD_ENDS = frozenset("关口高，、")
_EACH = re.compile("(?:人均|户均|亩均|日均|年均)$|[每按][人户年月亩吨个名位天日家件头公斤平方米度每]{1,6}$")
_REFERRED = re.compile(r"(?:被|获|荣)?(?:评为|授予|认定为|确定为|列为|命名为|入选为?|当选为?|晋升为?|获评)")
_CAUSED = re.compile(
    "(?:接待|组织|吸引|服务|带动|引导|邀请|发动|动员|帮助|培训|选派|安排)(?P<who>[^，。；、\\s]{2,6})$"
)
_SHORT = frozenset("包县市村乡镇区省事字路桥")
_OF_WHICH = re.compile("(?:(?<![侵抢强])占|完成|接近|相当于|达到?|超过)[^，。；、]{2,16}的$")
_SHARE_OF = re.compile("(?:约|仅)?占[^，。；、]{2,16}?(?:比重|比例|总[量数额]|[0-9]|$)")
_FROM_TO = re.compile("[从由][^，。；、0-9]{1,8}到[^，。；、0-9]{1,8}$")
_DRIVEN = re.compile("(?:拉动|带动|促进)([^，。；、]{2,8}(?:增长|增收))$")
_FROM_A = re.compile("[由从自][^，。；、由从自]{1,12}的$")
_BRACKET = re.compile(r"（([一-鿿]{1,4})）(?=(?:达到?|共计?|约)?$)")
_IN_BRACKETS = re.compile(r"（[一-鿿]{1,4}）(?=[一-鿿])")
_MARKS_PASSED = frozenset(("大关", "关口", "目标", "台阶", "门槛", "水平", "左右"))
_RANKED_LIST = re.compile(
    "([全世][国省市界区][^，。；、]{0,10}(?:百强|强|榜|考核|评价|测评|排名|指数)[^，。；、]{0,3}?)"
    "(?:第[0-9一二三四五六七八九十]{1,3}位?[、和]){0,3}$"
)
_BOUGHT = re.compile("(?:以上|左右)?的([^，。；、的\n]{1,12}(?:项目|工程|企业|合同|订单|公园|基地|园区))")
_SERVING = ("服务", "参加", "参与", "支援", "从事", "担任", "充实")
_CIRCLE = re.compile("[^，。；、\n]{1,8}圈")
_PAIR_ENDS = frozenset("长降高加少升落低小大和、与达到为")
_THAN_WHEN = re.compile(
    "[^，。；]{0,10}(?:上年|去年|同期|年初|年末|年底|[0-9]年|[”期]末|时期|期间)(?:末|底|同期|时)?"
)
_STRONG = re.compile("^(?:(?:世界|中国|国内|全国|全球|民企|民营)?[0-9]{2,4}强[或和、]?){1,2}")
_WORKS = frozenset(("改造", "搬迁", "安置", "征收", "拆迁", "整治", "修缮", "加固"))
_BOUGHT_BEGINS = frozenset("的以左")
_TIERS = frozenset("国省市县区村乡镇")
_SHARE_BEGINS = frozenset("占约仅")
_LEVELS_AND = re.compile(
    "(?:[国省市县区村]家?级[和、](?:[0-9]{1,4}|[一二两三四五六七八九十])[个家项所处条座]){1,2}[国省市县区村]家?级"
)
_LEVELS_OF = re.compile("^[国省市县区乡镇]家?级?、(?=[省市县区乡镇村]级)")
_RELATIVE = re.compile("^[^，。；、的]{2,20}的(?=[^，。；、的]{2})")
_QUOTED = re.compile('^[“"「]([^”"」]{1,16})[”"」]')
_RECORDS = re.compile("(?:大关|关口|新高|历史新高)[，、]?$")
_ADDED_LENGTH = 3
_RANKS = frozenset(("rank", "nth"))
_RANKING = re.compile(
    r"(?:[位稳跃]?居|[位排名]列|排名?|跻身|进入|进位|升至|升到|列)(?:[^，。；、]{0,14})$|全[国省市县区]$"
)
_PERSONS = word_set("persons")
_CASES = word_set("case_words")
_MARKS = re.compile("[、“”‘’（）《》：]")
_MARK = re.compile("[、（(；;》*]")
_CLOSE = "）)"
_DOERS = re.compile("(?:完成|实施|开展|推进|组织|启动|进行|新增|实现)")


def find_object(
    draft: Draft, body: str, previous: Draft | None, sentence: int, following: int | None = None
) -> None:
    """Fill ``object``, ``action`` and ``metric`` of a draft that measures or counts.

    ``previous`` is the number before in the sentence that begins at ``sentence``; ``following``
    the end of a number that follows at once (3座35万千瓦光热电站).
    """
    first, last = draft.clause
    text = body[max(first, draft.start - REACH) : draft.start]
    countable = draft.dimension in _COUNTABLE
    if draft.dimension in _RANKS and (named := _RANKED_LIST.search(text)):
        draft.object = named[1]  # 进位全国县域经济百强县第4、第10
        return
    if draft.dimension == "time" and draft.kind == "other" and (circle := _CIRCLE.match(body, draft.end)):
        draft.object = circle.group()  # 15分钟生活圈
        return
    if ("分别" in text or text[-1:] in _PAIR_ENDS) and (found := respectively(draft, body, sentence)):
        draft.object = found
        draft.metric = None if countable else found
        return
    condition = (
        draft.kind == "other"
        and draft.evidence not in ("class", "级")
        and draft.dimension not in ("count", "people", None)
    )
    after = "" if condition else _after(draft, body, last, following)  # 年销售额3亿元以上企业
    if after and draft.dimension in _PEOPLE and after.startswith(_SERVING) and text[-1:].isalpha():
        after = ""  # 选派干部30名服务乡村
    before, draft.action = ("", None) if after and not text.strip() else _before(draft, body, text, previous)
    found = after or before
    if (
        not found
        and draft.dimension in ("count", "people")
        and (relative := _RELATIVE.match(body[draft.end : last]))
    ):
        ahead = body[draft.end + relative.end() : min(last, draft.end + _AHEAD + relative.end())]
        found = after = opening_phrase(words_of(_until_mark(ahead)))  # 2套可远程调试的环境
    if (
        previous is not None
        and not after
        and found
        and is_place(found)
        and in_brackets(previous, draft, body)
    ):
        found = previous.object or found  # 村卫生室33个（东城区22所、西城区11所）
    if not found and previous is not None and previous.object and near(previous, draft, body):
        if continues(previous, draft, body):
            found, draft.metric = previous.object, previous.metric
            draft.action = draft.action or previous.action
    elif not found and not countable and previous is None and first > sentence:
        found = subject_before(body, sentence, first)
    draft.object = found or None
    if found and not after and (not countable or found.endswith(CARRIERS)):
        draft.metric = found


def _after(draft: Draft, body: str, last: int, following: int | None) -> str:
    """The noun phrase that follows: 意见建议, 委员工作室, 国家级渔港经济区."""
    end, share = draft.end, draft.dimension == "ratio"
    if draft.dimension not in _COUNTABLE and not share and draft.unit != "个":
        return ""
    if following is not None:
        if draft.dimension not in ("count", "people"):
            return ""
        end = following  # 3座35万千瓦光热电站
    text = body[end : min(last, end + _AHEAD)].lstrip(" ")
    if following is not None:
        text = re.sub("^(?:级|及?以[上下]|左右)?的?", "", text)
    if share or text[:3] in ("左右的", "以上的", "以内的"):
        text = re.sub("^(?:及?以上|左右|以内)?的?", "", text)
    text = text.lstrip("*")
    if (
        text[:1] in _BOUGHT_BEGINS
        and (bought := _BOUGHT.match(text))
        and draft.dimension in ("money", "area")
    ):
        text = bought[1]  # 投资8000万元的改建工程
    if not text or (text[0] == "的" and not share):
        return ""
    quoted = _QUOTED.match(text)
    if quoted is not None:  # 60项“高效办成一件事”重点事项
        found = opening_phrase(words_of(_until_mark(text[quoted.end() :])), share)
        return found if len(found) > 1 else quoted[1]
    if "强" in text:
        text = _STRONG.sub("", text)  # 10家世界500强企业
    if text[:1] in _TIERS and (levels := _LEVELS_AND.match(body, end)) is not None:
        text = body[levels.end() : min(levels.end() + _AHEAD, last)]  # 9个国家级和11个省级示范社区
    if text[:1] in _TIERS:
        text = _LEVELS_OF.sub("", text)
    if not text:
        return ""
    if text[0] in "(（":
        close = text.find("）" if text[0] == "（" else ")")
        if 0 < close <= 8:
            text = text[close + 1 :]
    text = _until_mark(_IN_BRACKETS.sub("", text) if "（" in text else text)
    if draft.dimension in _PEOPLE and (named := _REFERRED.match(text)):
        text = text[named.end() :]
    words = words_of(text) if text else []
    counted = None
    if draft.dimension in _PEOPLE or draft.unit is None:
        counted = next((at for at, (word, _) in enumerate(words) if word in _PERSONS), None)
        words = words if counted is None else words[: counted + 1]  # 6000万农村人口饮水安全
        if counted == 0:
            return words[0][0]  # 1.2万群众告别
    found = opening_phrase(words, share)
    if not found and counted is not None:
        found = words[counted][0]  # 1.7万名未脱贫人口
    if found in _MARKS_PASSED:
        return ""  # 首次突破两亿元大关
    return found if len(found) > 1 or found in _SHORT else ""


def _last_words(text: str) -> str:
    """``text`` after its last mark: the phrase that it ends with does not go back over one."""
    marks = _MARKS.findall(text)
    if marks and marks[-1] in "、“‘（《：" and text[-1] not in marks:
        return text[text.rfind(marks[-1]) + 1 :]
    return text


def _until_mark(text: str) -> str:
    mark = _MARK.search(text)
    return text if mark is None else text[: mark.start()]


def _before(draft: Draft, body: str, text: str, previous: Draft | None) -> tuple[str, str | None]:
    """The noun phrase before the number, and its verb."""
    text = text.rstrip()
    bracket = _BRACKET.search(text) if "）" in text else None
    if bracket is not None:
        text = text[: bracket.start()] + text[bracket.end() :]
    elif text[-1:] in _CLOSE and (opened := max(text.rfind("（"), text.rfind("("))) >= 0:
        text = text[:opened]
    text = text[max(text.rfind("；"), text.rfind(";"), text.rfind("。")) + 1 :]
    if text[-1:] == "的":
        text = _OF_WHICH.sub("", text)
        if text[-1:] == "的":
            text = _FROM_A.sub("由", text)
            text = re.sub("(?:原来|原先|过去|去年|上年|年初|[0-9]{4}年)的$", "由", text)
        if text[-1:] == "的":
            return "", None  # 群众普遍关心的七件事
    if text[-1:] == "等" or text[-2:] == "的有":
        return "", None
    if draft.dimension in _RANKS and draft.unit != "分":
        ranked = _RANKING.search(text)
        if ranked is None:
            return "", None
        text = text[: ranked.start()]
    if text[-1:] == "均" or "每" in text or "按" in text:
        text = _EACH.sub("", text)
    if draft.unit == "百分点" and (driven := _DRIVEN.search(text)):
        return driven[1], "拉动"
    level = _LEVEL.search(text) if text[-1:] in _LEVEL_ENDS else None
    grown = None
    if level is not None:
        grown = level["grown"]
        than = level["than"]
        named = _THAN_WHEN.match(than) if than else None
        # 较上年末空气优良率上升: what is measured stands after what it is compared with
        ahead = than[named.end() :] if than and named and len(than) > named.end() + 1 else ""
        text = ahead or _EACH.sub("", text[: level.start()])
    if len(text) > _ADDED_LENGTH and text.endswith(("新增", "净增")) and text[-_ADDED_LENGTH].isalpha():
        text = text[:-2]  # 城镇就业新增1.75万人
    if text[:1] in _SHARE_BEGINS and _SHARE_OF.match(text):
        return "", None  # 民生支出421亿元，占财政支出比重达78%
    if "到" in text:
        text = _FROM_TO.sub("", text)
    if text[-1:] in _RECORD_ENDS:
        text = _RECORDS.sub("", text)
    taken, deeds, action = closing_phrase(words_of(_last_words(text)))
    if draft.dimension in _PEOPLE and deeds and (caused := _CAUSED.search(text.removesuffix("".join(deeds)))):
        taken, _, action = closing_phrase(words_of(caused["who"]))
    elif draft.dimension in _PEOPLE and (caused := _CAUSED.match(_until_deed(text))):
        taken, _, action = closing_phrase(words_of(caused["who"]))
        deeds = []
    if len(taken) == 1 and taken[0][0] in _CASES and (counted := _cases_before(previous, draft)):
        return counted, taken[0][0]  # 收到来信90件，立案70件
    if taken and deeds and draft.dimension in _PEOPLE:
        works = draft.unit == "户" and deeds[-1] in _WORKS
        return (short(taken) + deeds[-1] if works else ""), deeds[-1]  # 棚户区改造3万户
    if taken:
        lead = taken[0][0]
        if draft.unit in _TIMES and lead in EVENTS and not taken[-1][0].endswith(_GATHERINGS):
            return lead, lead  # 宣讲政策8次: the telling is counted
        if action in EVENTS and draft.unit in _TIMES and not taken[-1][0].endswith(_GATHERINGS):
            return action, action
        return short(taken) + (bracket.group() if bracket and not deeds else ""), action or grown
    if not deeds:
        return "", action or grown
    deed = deeds[-1]
    if deed in EVENTS and draft.unit in _EVENT_UNITS:
        return deed, deed
    again = previous is not None and previous.object and previous.unit == draft.unit
    if level is None and not again and (deed not in DEEDS or len(deeds) > 1) and _DOERS.search(text):
        return "".join(deeds[-2:]) if deeds[0] not in DEEDS else deed, deed
    return "", deed


def _cases_before(previous: Draft | None, draft: Draft) -> str | None:
    if previous is None or previous.unit != draft.unit or previous.object in _CASES:
        return None
    return previous.object


def _until_deed(text: str) -> str:
    """接待市民参观“政协书画展”: up to the second verb."""
    words = words_of(text[-20:])
    for at, (word, flag) in enumerate(words):
        if at > 1 and (flag[:1] == "v" or word in DEEDS) and words[0][0] in DEEDS:
            return "".join(word for word, _ in words[:at])
    return ""
