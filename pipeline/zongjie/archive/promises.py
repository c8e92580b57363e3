"""The promises of a plan: each clause with one deed or one target.

What to call: ``promises(analysis)``. The plan is what the section roles say it is (where no section
is one, the measures told in passing); of a deed the sentence must be one of the measures. A clause
with several figures of their own (新增A80项、B100个) is one promise a figure; a clause that only
sets the tone (以…为抓手, 营造…氛围) is none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter, itemgetter

from zongjie.archive.clauses import clauses
from zongjie.archive.metric_names import is_metric, metric_name
from zongjie.archive.periods import days_of, own_days
from zongjie.archive.zones import plan_zones
from zongjie.comparing.similarity import content_words
from zongjie.document import Analysis, Quantity
from zongjie.document.ledger import Promise

_TONE = re.compile(
    r"""^(?:以[^，]{2,30}为(?:抓手|契机|引领|主线|重点|核心|目标|统领|导向|牵引|载体|动力|根本)|高举|深入贯彻(?!落实)
    |全面贯彻|坚持以|坚定不移|同志们|各位|让我们|我们(?:要|将)?(?:坚持|坚信|必须)|在[^，]{2,40}(?:下|中|上)$
    |(?:今年|明年|[0-9]{4}年)?[^，]{0,4}是[^，]{2,60}(?:之年|一年|时期|阶段)$|[^，]{0,40}(?:开局之年|关键之年|重要一年|关键一年)$
    |[^，]{0,12}(?:四个意识|两个维护|四个自信|两个确立|党的全面领导$)|[^，]{0,10}目标是$
    |(?:只要|只有|随着|通过|根本|这|为了|如果|当前|目前|过去|近年|既|不仅|关键在于|其中)|加以解决$
    |[^，]{1,20}(?:关系到?着?|在于|有利于|意味着|取决于|得益于)
    |总的要求|指导思想|做好[^，]{0,8}工作(?:的|，)|为[^，]{2,30}$|这是|这就|只要|实现上述|尽管|虽然|面对|由于|因为)""",
    re.VERBOSE,
)
_VERB = re.compile(
    r"推进|推动|开展|组织|建设|建成|新建|改建|扩建|改造|实施|完善|健全|加强|加大|加快|强化|深化|优化|提升|提高|落实|抓好|抓紧"
    r"|做好|做强|做优|做大|打造|培育|引进|支持|鼓励|保障|完成|启动|举办|制定|出台|修订|建立|构建|规范|整治|治理|防范|化解"
    r"|扩大|促进|争取|力争|确保|发展|增加|改善|落地|推广|创建|开发|探索|研究|编制|督促|培训|排查|解决|统筹|壮大|巩固|新增"
    r"|推行|推出|拓展|办好|用好|管好|开工|投产|申报|筹备|召开|帮扶|整改|严格|严查|压实|营造|参与|履行|搭建|夯实|增强|对接"
    r"|实现|达到|控制|保持|稳定|减少|降低|压减|淘汰|关停|清理|整顿|取消|下放|设立|成立|组建|引导|吸引|争创|谋划|布局|延伸"
    r"|打通|贯通|开通|通车|竣工|投用|投入|安排|发放|供应|保护|修复|种植|造林|绿化|普及|覆盖|放宽|放开|试点|试行|改革|调整"
    r"|淘汰|清退|盘活|消除|杜绝|遏制|打击|严打|破解|缓解|减轻|节约|补助|资助|救助|安置|转移|招商|签约|落户|上市|挂牌|兑现"
    r"|执行|贯彻|遵守|监管|监督|检查|审计|评估|考核|公开|接受|转变|简化|精简|压缩|集中|整合|合并|搬迁|拆除|更新|创新|创办|兴办"
    r"|开放|开辟|开拓|购买|收购|储备|增长|抓住|突出|坚持|维护|倡导|弘扬|繁荣|丰富|关心|爱护|尊重|办理|受理|审批|新开|续建|配套"
    r"|引入|引领|打好|打赢|搞好|扶持|提振|备战|防止|纠正|破除|严防|严控|稳住|守住|守牢|守好|畅通|拓宽|补齐|挖掘|运用|培养|反对|协调|擦亮|打响|帮助|严守"
    r"|筑牢|筑强|塑造|传承|引育|树立|融入|突破|抢抓|理顺|优先|构筑|赋予|联动|改进|保证|利用|振兴|承接|筹办|兜牢|滚动|听取|提质|做实|做细"
    r"|激励|密切|共建|共享|发挥|充分|采取|广泛|实行|形成|放大|迎接|升级|转化|统一|延长|缩短|治好|管住|盯紧|压降|遴选|认定|试种|兼顾"
    r"|查处|加密|缩小|配合|共建|免除|征收|防范|举行|提供|拨出|专项治理|同步|迭代|覆盖|集中|搞好|做到|改[^，]{2,6}为"
    r"|铺设|架设|安装|配备|选派|选聘|招聘|招收|扩招|录取|毕业|激活|激发|释放|集聚|聚焦|瞄准|紧盯|狠抓|大抓|抓|建|修|办|治"
)
_JOINT = re.compile(r"[、和及与]|以及")
_AFTER = re.compile(r"(?:左右|以上|以下|以内|上下|之间|的?(?:目标|水平|任务))")
_DEED_LEAD = re.compile(
    r"(?:(?:今年|明年|来年|下半年|全年|年内|要|将|应|并|再|还|继续|进一步|深入|扎实|积极|大力|全面|着力|切实|持续|加快|力争|争取|确保|努力|统筹|有序|稳步|重点|认真|严格|坚决|高质量|高标准|高水平|拟|妥善|合理|依法|科学|广泛|有效|及时|逐步|稳妥|始终|千方百计|坚定不移|严厉|深度|主动|自觉|精准|全方位|更好|率先|认真|不断)){0,4}"
)
_TO_DO = re.compile(r"^[^，]{0,16}(?:要|将|把|须|应|覆盖|全面)")
_TELLING = 6  # characters, from which words surely name some matter
_URGED = re.compile(
    r"加快|加紧|联合|配合|精心|严肃|更大力度|最大限度|一体|专项|尽快|共同|(?:增长|增速|降幅|倍差)[^，]{0,12}(?:同步|一致|缩小|高于|快于)"
)
_TITLE = 24  # characters: a short clause names its deed last (节能环保和生态建设)
_GROWTH = re.compile(r"增长|增速|增幅|涨幅|年均")
_LEAD_IN = re.compile(r"(?:计划|目标|打算)[^。；\n]{0,30}[:：][ \t\r]*\n")
_ITEM = re.compile(r"\s{0,6}[-*•·][ \t]{1,4}(?P<item>[^\n]+)\n?")
_CHANGES = frozenset(("同比", "环比", "较上年", "年均"))
_START, _END = attrgetter("start"), itemgetter(1)


def promises(analysis: Analysis) -> tuple[Promise, ...]:
    """The promises of the plan sections, in reading order, with ids p1, p2, …"""
    measures = [(one.start, one.end) for one in analysis.measures]
    plans = plan_zones(analysis.sections)
    if not plans:
        measures = sorted([*measures, *_led_in(analysis.body)])
    tasks = _Leaves(analysis, measures)
    found: list[Promise] = []
    taken = 0
    for start, end in _sentences(analysis, plans) if plans else measures:
        for clause in clauses(analysis.body, max(start, taken), end):
            figures = _figures(analysis, *clause)
            if figures:
                found.extend(_targets(analysis, *clause, figures, len(found)))
            elif (_touches(measures, clause) or clause[0] in tasks) and _is_deed(
                analysis.body[slice(*clause)]
            ):
                found.append(_deed(f"p{len(found) + 1}", analysis, *clause))
        taken = max(taken, end)
    return tuple(found)


class _Leaves:
    """The sections whose own words, before any within them, hold a measure: there every deed is a promise."""

    def __init__(self, analysis: Analysis, measures: list[tuple[int, int]]) -> None:
        self._analysis = analysis
        ends = {}
        for section, after in zip(analysis.sections, (*analysis.sections[1:], None), strict=True):
            ends[section.id] = section.end if after is None else min(after.start, section.end)
        self._tasks = {
            section.id
            for section in analysis.sections
            if _touches(measures, (section.body_start, ends[section.id]))
        }

    def __contains__(self, offset: int) -> bool:
        section = self._analysis.section_at(offset)
        return section is not None and section.id in self._tasks


def _touches(spans: list[tuple[int, int]], clause: tuple[int, int]) -> bool:
    at = bisect_left(spans, clause[0] + 1, key=_END)
    return at < len(spans) and spans[at][0] < clause[1]


def _led_in(body: str) -> Iterator[tuple[int, int]]:
    """The items of lists that a sentence about plans leads in: 今年我们计划：, and lines with a mark."""
    for lead in _LEAD_IN.finditer(body):
        at = lead.end()
        while item := _ITEM.match(body, at):
            yield item.span("item")
            at = item.end()


def _sentences(analysis: Analysis, plans: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """The sentences of the plan, headings and notes left out."""
    sentences = analysis.outline.sentences
    for start, end in plans:
        index = bisect_left(sentences, start + 1, key=_END)
        while index < len(sentences) and sentences[index][0] < end:
            first, last = max(sentences[index][0], start), min(sentences[index][1], end)
            yield first, last
            index += 1


def _is_deed(words: str) -> bool:
    verb = _deed_verb(words)
    if verb is None or _TONE.match(words):
        return False
    return _has_matter(words[: verb.start()] + words[verb.end() :])


def _targets(
    analysis: Analysis, start: int, end: int, figures: list[Quantity], before: int
) -> Iterator[Promise]:
    """A promise a figure; ``before`` so many are known already."""
    action = None
    for number, (first, last, q) in enumerate(_split(analysis.body, start, end, figures), before + 1):
        action = q.action or action  # 新增A80项、B100个: B is added too
        yield _target(f"p{number}", analysis, first, last, q, action)


@lru_cache(maxsize=4096)
def _has_matter(words: str) -> bool:
    return len(words) > _TELLING or bool(content_words(words))


def _deed_verb(words: str) -> re.Match[str] | None:
    """The verb that the clause opens with, behind adverbs; any verb behind 要, 将 or 把."""
    lead = _DEED_LEAD.match(words)
    opening = _VERB.match(words, lead.end() if lead else 0) or _VERB.match(words)
    if opening:
        return opening
    if _TO_DO.match(words) or len(words) <= _TITLE or _URGED.search(words):
        return _VERB.search(words)
    return None


def _figures(analysis: Analysis, start: int, end: int) -> list[Quantity]:
    quantities = analysis.quantities
    index = bisect_left(quantities, start, key=_START)
    found = []
    while index < len(quantities) and quantities[index].start < end:
        q = quantities[index]
        if q.kind == "target" and q.value is not None and q.end <= end:
            found.append(q)
        index += 1
    return found


def _split(body: str, start: int, end: int, figures: list[Quantity]) -> Iterator[tuple[int, int, Quantity]]:
    """Each figure with the part of the clause that is its own, split at the 、 between two."""
    at = start
    for index, q in enumerate(figures):
        if index + 1 == len(figures):
            yield at, end, q
            return
        following = figures[index + 1]
        tail = _AFTER.match(body, q.end, following.start)
        joint = _JOINT.search(body, tail.end() if tail else q.end, following.start)
        if (
            joint is None
            or joint.end() == following.start
            or (q.change is not None and q.change.to is not None)
        ):
            continue  # one deed with a condition or a second measure: the figure told last counts
        yield at, joint.start(), q
        at = joint.end()


def _deed(id: str, analysis: Analysis, start: int, end: int) -> Promise:
    body = analysis.body
    lead = _DEED_LEAD.match(body, start, end)
    begin = lead.end() if lead else start
    verb = _VERB.match(body, begin, end) or _VERB.search(body, start, end)
    section = analysis.section_at(start)
    action = verb.group() if verb else None
    rest = (
        body[verb.end() : end] if verb and verb.end() < end else body[start : verb.start() if verb else end]
    )
    return Promise(id, start, end, section.id if section else None, rest.strip() or None, action)


def _target(id: str, analysis: Analysis, start: int, end: int, q: Quantity, action: str | None) -> Promise:
    nation = analysis.profile.level == "国"
    words = q.metric if q.metric else q.object if is_metric(q.object) else None
    section = analysis.section_at(start)
    own = own_days(analysis.profile.period)
    days = days_of(q.period, own)
    growth = _GROWTH.search(analysis.body, start, q.start) is not None or (
        q.change is not None and q.change.to is None and q.change.kind in _CHANGES
    )
    due = days.end.year if days is not None and own is not None and days.end.year > own.end.year + 1 else None
    return Promise(
        id=id,
        start=start,
        end=end,
        section=section.id if section else None,
        object=q.object,
        action=action,
        metric=metric_name(words, nation=nation),
        value=q.value,
        value_max=q.value_max,
        unit=q.unit,
        bound=q.bound,
        change_kind=(q.change.kind if q.change else "同比") if growth and q.unit == "%" else None,
        quantity=(q.start, q.end),
        due=due,
    )
