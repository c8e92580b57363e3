"""Tells a figure in the report's own few words (解决实际问题10件), or not at all.

The words must stand around the figure: verb, figure, object · verb, object, figure · metric, verb,
figure. What the extractor pieced together from farther off would read as nonsense and is left out.
"""

import re

from zongjie.document import Analysis, Quantity

_BEFORE, _AFTER = 36, 18  # characters looked at on either side
_LONGEST = 18
_SHORT = 2
_STOP = re.compile(r"[，。；：！？、,;:!?\n（）()\s]")
_LINK = (
    r"(?:了|共|总计|合计|累计|先后|已|达到了?|达|实现|完成|为|是|至|到|突破|超过|超|近|约|逾|接近|高达|就|分别|均|各类|增至|升至|降至"
    r"|增加到|提高到|下降到|减少到|将近|不足|不到)"
)
_GROWTH = re.compile(
    r"(?:同比|比上年|较上年|环比|年均|实际|名义|分别|又|再)?"
    r"(?P<verb>增长|下降|提高|上升|减少|增加|降低|回落|上涨|提升)(?:了|约|超|超过|近|达|到)?$"
)
_BARE = r"(?:了|共|总计|合计|累计|先后|已|近|约|超|超过|分别|各类)"
_LINKS, _BARES = re.compile(rf"{_LINK}{{0,2}}"), re.compile(rf"{_BARE}{{0,2}}")
_TWO_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_BETWEEN = 8  # characters between a deed and its object
_COUNTED_DEED = ("次", "场", "场次", "期", "件", "起", "轮", "人次")
_NOT_HOW = tuple("共总计已了的先后别个位来")
_NO_VERB = ("预计", "跨上", "跨越", "接近", "保持", "影响", "超", "接连", "组建", "达到", "翻番")
_AIMED = re.compile(r"(?:目标|任务|计划|预算|指标)(?:数|值|的|为|是){0,2}$")
_BOUNDS = "多余几近超约逾"
_LOOSE = re.compile(
    r"[了已过的其该这那些\d]|^.{1,3}后|^(?:接连|预计|相关|翻番|超|占)|^.{1,2}[区县市省]$|^(?:是|有|在|为|被|把|将|从|由|向)|[一二三四五六七八九十]{1,3}[个项大]"
)


def tell(q: Quantity, analysis: Analysis) -> str:
    """The figure in words, or "" where they do not stand around it."""
    words = analysis.body[q.start : q.end].strip()
    if q.value is None or not words or "\n" in words or len(words) > _LONGEST:
        return ""
    before = _STOP.split(analysis.body[max(0, q.start - _BEFORE) : q.start])[-1]
    after = _STOP.split(analysis.body[q.end : q.end + _AFTER], maxsplit=1)[0]
    if _AIMED.search(before):
        return ""  # what was to be reached, beside what was
    if q.metric and after.startswith("的"):
        return ""  # a figure of some of them only: 营业收入超百亿元的企业
    figure = bounded(words, q.bound)
    verb = q.action if q.action and 2 <= len(q.action) <= 4 and q.action not in _NO_VERB else ""
    told = (
        _grown(q, before, figure, analysis)
        or _measured(q.metric or "", verb, before, figure)
        or (_after(verb, q.object or "", before, after, figure) if verb else "")
        or _between(verb, q.object or "", before, figure)
        or _counted(verb, q, before, figure)
    )
    return told if len(told) <= _LONGEST + len(figure) else ""


def _grown(q: Quantity, before: str, figure: str, analysis: Analysis) -> str:
    """地区生产总值增长5.2%: the metric stands right before, or names the figure that this one tells of."""
    growth = _GROWTH.search(before)
    metric = q.metric or ""
    if q.change is None or not growth or not _plain(metric):
        return ""
    head = before[: growth.start()]
    if head and not head.endswith(metric):
        return ""
    if not head and not _led(metric, analysis.body, q.start):
        return ""
    if head and not _begins(head.removesuffix(metric)):
        return ""
    verb = growth["verb"]
    return f"{metric}{verb}{'到' if growth[0].endswith('到') else ''}{figure}"


def _measured(metric: str, verb: str, before: str, figure: str) -> str:
    """粮食产量732.5亿斤: nothing but 达到, 实现 between."""
    at = _ends_on(metric, before, _LINKS) if _plain(metric) else -1
    if at < 0 or not _begins(before[:at]):
        return ""
    if len(metric) == _SHORT:  # 投资, 利润 say too little alone
        return f"{verb}{metric}{figure}" if verb in ("完成", "实现") else ""
    return f"{metric}{figure}"


def _after(verb: str, thing: str, before: str, after: str, figure: str) -> str:
    """提出30余条意见建议: what stands between figure and object is told as well."""
    at = after.find(thing) if thing else -1
    if not 0 <= at <= _LONGEST - len(thing) or _ends_on(verb, before, _BARES) < 0:
        return ""
    whole = after[: at + len(thing)].removeprefix("的")
    return f"{verb}{whole}{figure}" if _plain(whole) else ""


def _between(verb: str, thing: str, before: str, figure: str) -> str:
    """开展研讨32次 · 研讨活动共开展32次."""
    if not verb or not thing or thing not in before:
        return ""
    told = _ends_on(thing, before, _LINKS)
    deed = before.rfind(verb, 0, told) if told >= 0 else -1
    if deed >= 0:
        between = before[deed + len(verb) : told].removeprefix("了")
        said = f"{between}{thing}"
        if len(between) <= _BETWEEN and _plain(said):
            return f"{verb}{said}{figure}"
    turned = _ends_on(verb, before, _LINKS)
    named = _ends_on(thing, before[:turned], _LINKS) if turned >= 0 else -1
    if named >= 0 and _plain(thing) and _begins(before[:named]):
        return f"{verb}{thing}{figure}"
    return ""


def _counted(verb: str, q: Quantity, before: str, figure: str) -> str:
    """立案677924件 · 集中研讨26次: the deed itself is counted."""
    thing = verb or q.object or ""
    if q.unit not in _COUNTED_DEED or not 2 <= len(thing) <= 4 or (verb and q.object not in (None, verb)):
        return ""
    at = _ends_on(thing, before, _BARES)
    if at < 0:
        return ""
    how = before[max(0, at - 2) : at]
    how = how if _TWO_HAN.fullmatch(how) else ""
    return f"{'' if how[-1:] in _NOT_HOW else how}{thing}{figure}"


def _ends_on(words: str, before: str, links: re.Pattern[str]) -> int:
    """Where ``words`` stand at the end of ``before`` but for links; -1 where they do not."""
    at = before.find(words) if words else -1
    while at >= 0 and not links.fullmatch(before, at + len(words)):
        at = before.find(words, at + 1)
    return at


def _plain(name: str) -> bool:
    paired = all(name.count(a) == name.count(b) for a, b in ("“”", "《》", "‘’"))
    return 2 <= len(name) <= _LONGEST and paired and not _LOOSE.search(name)


def _begins(head: str) -> bool:
    """Whether a name may begin after ``head``: at the start of a clause, or after a place or an adverb."""
    return (
        not head
        or re.search(r"(?:[省市县区国州镇]|其中|全年|全部|当年|共|完成|实现|今年|去年|年|月|底|的)$", head)
        is not None
    )


def _led(metric: str, body: str, end: int) -> bool:
    """Whether the metric stands shortly before in the same sentence and begins a clause there."""
    start = max(body.rfind("。", 0, end), body.rfind("\n", 0, end), end - 48) + 1
    at = body.find(metric, start, end)
    return at >= 0 and _begins(_STOP.split(body[max(0, at - 12) : at])[-1])


def bounded(words: str, bound: str) -> str:
    """The figure with the bound that stood outside its span: 超60件, 近60件, 98%以上."""
    if any(mark in words for mark in _BOUNDS):
        return words
    before = {"more_than": "超", "less_than": "近", "about": "约"}
    after = {"at_least": "以上", "at_most": "以内"}
    return f"{before.get(bound, '')}{words}{after.get(bound, '')}"
