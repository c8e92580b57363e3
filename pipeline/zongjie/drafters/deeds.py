"""Reads what a report promises or did as verb and object, so that it can be told in new words.

A clause counts only if it is whole: a known verb, then an object that a frame can take, then
the end of the clause. The verb is changed for one that takes the same objects.
"""

import re
from dataclasses import dataclass
from functools import cache

from zongjie.drafters.phrases import in_dictionary, sound_inside, sound_outside, tagged
from zongjie.lexicons.measures import measure_words
from zongjie.lexicons.plan_patterns import goes_with

_SHORTEST_OBJECT, _LONGEST_OBJECT = 3, 15
_LONGEST = 32  # characters of an object with what stands around it
_MOST_LEADS = 4
_STOPS = "，,；;。！？!?：:\n"
_LEAD = (
    r"(?:[\s　]{1,8}|[一二三四五六七八九十]{1,2}是(?:要)?|第[一二三四五六七八九十][、，,]?"
    r"|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、]|[-*·•✅🚧❓]{1,3}\s{0,3}"
    r"|我们|必须|首先|其次|同时|此外|最后|要|将|需|并|继续|进一步|大力|扎实|深入|全面|着力|持续|不断|积极|切实|稳步"
    r"|有序|坚决|全力|努力|更加|坚定不移|务实|精准|高质量|高标准|高水平|广泛|严格|认真|统筹|协同|主动|科学|有效|有力"
    r"|重点|聚力|集中力量|加速|系统|常态化|分类|分级|依法|加快(?=[推建培构打实发补完形])|抓紧|接续|一体|滚动|如期|充分)"
)
_BEFORE_VERBS = ("加快", "推进", "严格", "创新", "规范")  # as adverbs: 加快补齐, 严格落实
_ADVERBIAL = frozenset((*_BEFORE_VERBS, "深化"))
_PLAIN_VERBS = ("推进", "开展", "实施", "拓展", "落实")
_BUILT = ("建设", "构建", "打造", "工作", "实施")  # what one does, and does not deepen
_PACE = ("进度", "步伐", "节奏", "速度", "进程")  # 加快, and not 抓紧推进
_CLAUSAL = ("推动", "促进")  # these take a clause (推动产业链创新链融合)
_HELPING = ("支持", "扶持", "引导")  # somebody is helped to do something
_RUNS_ON = "推进 推动 加快 促进 构建 打造 实现 带动 增强 提升 加强 强化 完善 健全 强"
_STRONG = frozenset(_RUNS_ON.split())
_SLOGAN = re.compile(
    r"取得|新成[效绩]|新进展|新突破|新局面|新台阶|走在|前列|再上|迈[上出向]|贡献|作出|上水平|奋斗|思想$|精神$|讲话|指示|主义|新时代|决策部署|伟大|以来|指导|要靠|必须|应当|是(?!否)|要坚持|坚持以|为导向|而努力|才能|只有|用于|祖国|主权|世界和平|集中统一|团结和统一|拥护核心|维护核心|党中央权威|中央权威|全年|各项|观$|理念$|导向$|部署$|以便|从而|尤其|特别|今年|去年|明年|当前|至关|的(?:顺利|圆满)|(?<![重主需首必摘纲概扼])要(?![素求点件闻务道塞地职])|[建意]议$|意见$|决定$|通知$|要求$|原则$|方针$|职责使命|初心|使命$"
)
_CLAUSE_LIKE = re.compile(
    r"实现|达到|形成|成为|进一步|显著|明显|更加|持续|不断|稳步|加快$|提升$|增长$|提高$|向好$|扩大$|改善$|优化$|率先"
)
_INNER = re.compile(
    r"^(?:扎实|全面|有序|补齐|集聚|形成|实行|布局|打好|参与|服务|加速|深入|释放|带动|引育|锻造|塑造|培植|融入|用好|建好|管好|抓住|把握|突破|攻克|整治|升级|发挥|规划|打通|走好|强化|整顿|贯穿|坚持|突出|做强|做优)"
)
_BAD_OBJECT = re.compile(
    r"^(?:它|他|她|这|那|其|此|该|方面|性|政治站位|着|了|过|为|到|成|出|好|以|与|和|的|对|在|其|于|向)|[来去]$|了|过|已"
)
_EMPTY = re.compile(
    r"(?:政府工作|经济工作|本职工作|业务工作|工作|建设|发展|改革|落实|任务|服务|各项工作|重点工作|中心工作|各项任务|各项事业|力度|力量|作用|优势|学习|实践)"
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Verb and object of a whole clause at ``[start, end)`` of the report."""

    start: int
    end: int
    verb: str
    object: str

    def told(self, turn: int = 0) -> str:
        """The deed in other words: the verb changed for one that takes the same objects.

        >>> Deed(0, 0, "加强", "基层协商").told()
        '强化基层协商'
        """
        others = measure_words().verbs[self.verb]
        turned = [others[(turn + at) % len(others)] for at in range(len(others))]
        verb = next((v for v in turned if goes_with(v, self.object) is not False), self.verb)
        if self.verb in _CLAUSAL and _verb_at(self.object, 0):
            return f"继续{self.verb}{self.object}"
        if self.object.endswith(_PACE):
            return f"{self.verb}{self.object}"
        if verb.endswith("深化") and self.object.endswith(_BUILT):
            return f"接续推进{self.object}"
        if self.object.startswith(verb[-2:]) or (self.verb in _CLAUSAL and verb not in _CLAUSAL):
            verb = self.verb
        return f"{verb}{self.object}"


def read_deeds(text: str, start: int, end: int) -> tuple[Deed, ...]:
    """The deeds told in ``[start, end)``, in reading order."""
    opening = _clause().match(text, start, end)
    found = [_deed(opening)] if opening else []
    found += [_deed(match) for match in _later_clause().finditer(text, start + 1, end)]
    return tuple(deed for deed in found if deed is not None)


def read_deed(clause: str) -> Deed | None:
    """The deed of one clause, or None where it is not plainly verb and object."""
    match = _clause().match(clause)
    return _deed(match) if match else None


@cache
def _clause() -> re.Pattern[str]:
    """A whole clause: words that lead on, a known verb, an object."""
    known = sorted(measure_words().verbs, key=lambda verb: (-len(verb), verb))
    verb = f"(?:{'|'.join(known)})"
    return re.compile(
        rf"(?:(?!{verb}){_LEAD}){{0,{_MOST_LEADS}}}"
        rf"(?P<verb>{verb})(?P<thing>[^{_STOPS}]{{{_SHORTEST_OBJECT},{_LONGEST}}})(?=[{_STOPS}]|$)"
    )


@cache
def _later_clause() -> re.Pattern[str]:
    """A clause that follows a stop."""
    return re.compile(rf"(?<=[{_STOPS}]){_clause().pattern}")


def _deed(match: re.Match[str]) -> Deed | None:
    verb, thing, at = match["verb"], match["thing"], match.start("verb")
    while verb in _ADVERBIAL and _is_adverb(verb, following := _verb_at(thing, 0)):
        at += len(verb)
        verb, thing = following, thing[len(following) :]
    thing = thing.rstrip(" 　")
    if not _SHORTEST_OBJECT <= len(thing) <= _LONGEST_OBJECT or _BAD_OBJECT.search(thing):
        return None
    if _INNER.match(thing) or _SLOGAN.search(thing) or (verb not in _CLAUSAL and _CLAUSE_LIKE.search(thing)):
        return None
    if _EMPTY.fullmatch(thing):
        return None
    if not sound_outside(thing, _LONGEST_OBJECT, _SHORTEST_OBJECT):
        return None
    tags = _after(verb, verb + thing)
    if tags is None or _has_short_verb(tags, thing, verb):
        return None
    if not sound_inside(thing, tags if in_dictionary(verb) else tagged(thing)):
        return None
    return Deed(at, at + len(verb) + len(thing), verb, thing)


def _after(verb: str, words: str) -> tuple[tuple[str, str], ...] | None:
    """The tags of what follows the verb; None where no word ends with it (建设 in 建设性预算)."""
    at = 0
    tags = tagged(words)
    for i, (word, _) in enumerate(tags, 1):
        at += len(word)
        if at >= len(verb):
            return tags[i:] if at == len(verb) else None
    return None


def _has_short_verb(tags: tuple[tuple[str, str], ...], thing: str, verb: str) -> bool:
    """Whether the object runs on into a second deed (平台打基础, 机制防风险)."""
    if verb in _CLAUSAL:
        return False
    for (_, before), (word, flag), (_, after) in zip(tags, tags[1:], tags[2:], strict=False):
        runs_on = word in _STRONG and before[:1] in "nv" and verb not in _HELPING
        if runs_on and not any(f"{mark}{word}" in thing for mark in "、和与及“"):
            return True
        if len(word) == 1 and flag == "v" and before[:1] == "n" and after[:1] in "nv":
            return True
    return False


def _is_adverb(verb: str, following: str) -> bool:
    """Whether ``verb`` only colours the verb that follows it (加快补齐, 严格落实, 深化推进)."""
    if following == "创新":  # 推进创新驱动发展: a noun here
        return False
    return bool(following) and (verb in _BEFORE_VERBS or (verb == "深化" and following in _PLAIN_VERBS))


def _verb_at(clause: str, at: int) -> str:
    verbs = measure_words().verbs
    for size in (4, 2):
        if clause[at : at + size] in verbs:
            return clause[at : at + size]
    return ""
