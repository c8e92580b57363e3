"""Reads a problem: what falls short, how, and which verb mends it.

科技创新能力还不够强 → subject 科技创新能力, shortfall 不够强, remedy 增强科技创新能力.
The verb is chosen by the last word of the subject (能力 → 增强), else by the shortfall
(滞后 → 加快推进); a problem that cannot be read keeps its clause as a topic only.
"""

import re
from dataclasses import dataclass

from zongjie.drafters.phrases import sound, tagged
from zongjie.lexicons.measures import measure_words

_LONGEST_SUBJECT = 16
_LONGEST_WHOLE = 40
_CLAUSE = re.compile(r"[^，,；;。！？!?：:\n]{2,80}")
_LEAD = re.compile(
    r"^(?:\s|[一二三四五六七八九十]{1,2}是(?!否)|第[一二三四五六七八九十][、，,]?|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、]"
    r"|同时|此外|另外|特别是|尤其是|主要表现在|主要表现为|主要表现|主要是|表现为|表现在|比如|但是|但|其中|由于|加之|以及|而且"
    r"|仍然存在|还存在|仍存在|存在|存在着|面临着?|还面临|工作中|我们|[-*·•]|受[^，]{2,12}影响|与[^，]{2,14}相比|同[^，]{2,10}相比)"
)
_SCOPE = re.compile(
    r"^(?:我[国省市县区州旗镇乡校院局司厂行]|全[国省市县区州旗镇乡校院局]|各地|本[市县区校院局])的?(?=.{3})"
)
_FEW = re.compile(
    r"^(?:一些|有些|有的|部分|少数|个别|不少|某些|一部分|极少数|多数)"
    r"(?:(?:政府|机关|党员|领导)?(?:工作人员|公务员|干部|同志|部门|单位|地方|领域)(?:[和、](?:干部|部门|单位|地方|领域))?)?(?:的|对)?"
)
_ADVERB = re.compile(
    r"(?:仍然|依然|仍旧|依旧|仍|还|尚|较为|比较|较|相对|总体上?|普遍|明显|十分|非常|更加|日益|持续|有些|略显|显得|不同程度地?|显著"
    r"|有所|都|均|也|已|又|不断|进一步|过于|偏|稍|略|还是|还比较|方面|依旧|很|还很|相当|亦)$"
)
_NEED = re.compile(
    r"(?:仍然|依然|仍|还|尚|都|均|也|急|亟)?(?:需要|需(?!求)|须|(?<![重主必首])要(?![求素点])|有待|亟待|(?<![等招期])待)"
    r"(?:进一步|持续|加快|不断|加大|继续|更加|尽快|下大力气|大力|着力|切实|加以|得到)?(?P<verb>[\u4e00-\u9fff]{2,4})$"
)
_HAVE = re.compile(
    r"(?:仍然|依然|仍旧|仍|还|尚|都|也|均)?(?:存在|有|面临)(?:着)?"
    r"(?:不少|一些|许多|很多|较多|诸多|明显|较大|不小|一定|若干|各种|很大|很多|相当)?(?:的)?"
    r"(?P<what>短板弱项|薄弱环节|短板|弱项|差距|不足|风险隐患|堵点卡点|卡点堵点|痛点堵点难点|痛点难点|堵点|卡点|痛点|问题|困难|风险|隐患|瓶颈|空白|缺口|阵痛|偏差|距离)$"
)
_STATE = re.compile(
    r"(?P<how>刻不容缓|放缓|趋缓|减缓|不(?:够|太|很|尽|甚|是很|容|及)?[\u4e00-\u9fff]{1,3}|难以[\u4e00-\u9fff]{2,4}|滞后|缓慢|迟缓|薄弱|落后|乏力|欠缺|缺乏|短缺|紧缺|单一"
    r"|偏[低少弱小慢软窄]|较[低少弱小慢重大差]|很[低少弱小慢重大]|[低少弱慢小差]|困难|突出|凸显|严峻|艰巨繁重|艰巨|繁重|任重道远|较多|明显|加大|加深|加重|增多|增大"
    r"|时有发生|屡禁不止|仍有发生|多发频发|易发多发|易发|多发|存在|减少|萎缩|恶化|下滑|下降|回落|承压|趋紧|脱节|失衡|脆弱|粗放|紧张|参差不齐|复杂|复杂严峻|严峻复杂"
    r"|短板|弱项|未根本扭转|流于形式|浮于表面|(?<=压力)大|(?<=难度)大|(?<=差距)大|(?<=缺口)大|(?<=风险)大|(?<=任务)大|(?<=负担)大|(?<=波动)大)$"
)
_AGAINST = re.compile(
    r"^(?P<subject>.{2,20}?)(?:还|仍)?(?:距离?|离|与|同|跟|和)[^，]{2,24}(?:期待|期望|期盼|要求|需求|需要|目标|使命|职责|责任|形势|相比|水平|任务)"
    r"(?:[^，]{0,3})(?:还|仍|尚|都|不|存|有|相)"
)
_CANNOT = re.compile(
    r"^(?P<subject>.{2,20}?)(?:还|仍|尚)?(?P<how>尚未|未能|没有|难以|还不能|不能|跟不上|不完全|不适应)"
)
_POSES = re.compile(
    r"^(?P<subject>.{2,20}?)(?:给|对)[^，]{2,24}(?:提出|带来|构成|造成)[^，]{0,4}(?:课题|挑战|要求|考验|压力|影响|冲击)"
)
_GENERAL = re.compile(
    r"问题[^，]{0,2}挑战|困难和|困难挑战|新挑战|前进道路|问题和不足|问题不足|清醒|不辜负|决不|风险和挑战|如下|加以解决|高度重视|直面|正视|困难问题|风险挑战|问题尚未|付出更多|艰苦努力|有差距的地方"
)
_TWO = re.compile(r"[\u4e00-\u9fff]{2}[小低弱短差少多难]、|(?:(?:不|偏|较|欠)[\u4e00-\u9fff]{1,3}|难)、")
_BROKEN = re.compile(
    r"^懂|的问题在|在一些|在有的|起来的|这些|这种|那些|我们|出现$|短期内?$|与人民|与群众|的期[望待盼]$|正在|尝试|该问题|去年|今年|预期目标|^方面|^促进社会$|^(?:距离?|离|造成|导致|引起|使得?)"
    r"|^(?:问题矛盾|矛盾问题|困难问题|各种矛盾)$|^(?:遇到|碰到|遇上|面对|看到|觉得|总是|老是|有时|每[天次到])|之后|时候|容易$|有点|自己|特别是|尤其是|的一些|和某些|提出措施|[小散低弱短]{2,}$|[巨更最减偏较]$"
)
_GENERIC = re.compile(
    r"^(?:的|一些|主要|突出|各种|这些|经济|社会|工作|各项|新|老){0,3}"
    r"(?:问题|工作|方面|困难|矛盾|现象|短板|任务|情况|不足|差距|因素|工作任务|形势|压力|原因|发展)$"
)
_QUOTABLE = re.compile(r"[\u4e00-\u9fff、]{4,13}")
_SHORT_OF = re.compile(r"问题|矛盾|现象|困难|风险|隐患|[不难差弱缺慢]|滞后|短板|落后|压力")
_HALF_SAID = re.compile(
    r"还不|仍|依然|都有|不足|不够|不充分|不健全|不完善|不[优强高善]|缺乏|缺少|没有|[众民会]对"
)
_LACKING = re.compile(r"^[^，]{0,14}?(?:缺乏|缺少|欠缺)(?P<what>[\u4e00-\u9fff、]{2,14})$")
_FOR_BALANCE = re.compile(r"(?:发展|分布|资源|供给|配置|布局|区域|收入|进度|水平|力量|城乡)$")
_ABROAD = re.compile(r"^(?:世界|国际(?!竞争力)|全球|外部|国外)")
_DOUBLE = re.compile(
    r"^(?:(?:巩固|优化|完善|改善|提升|深化|拓展|发展|壮大|培育|规范|健全|强化|改进|推进){2})$"
)
_NOT_NEED = ("问题", "工作", "方面", "努力", "重视", "注意", "指出", "看到")
_ASKING = re.compile(r"怎么|什么|哪|谁|[^控睡管]不着|睡不着")
_BURDEN = re.compile(r"(?:压力|瓶颈|难题|矛盾|困难|风险|堵点|差距|短板)”?$")
_PUSH = re.compile(r"^(?:用力|加力|发力|加油|努力|重视|关注|解决|破解|加强|改进|完善|巩固|改善)$")
_TRANSITIVE = re.compile(
    r"^(?:优化|推动|促进|激发|提升|提高|加强|加快|深化|扩大|完善|健全|统筹|防范|化解|培育|推进|落实|办好|构建|破解|巩固"
    r"|拓展|增强|强化|支持|保障|稳定|引进|改善|参与|开展|联系|凝聚|做好|抓好|打造)$"
)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A problem as read. Offsets are of the clause in the report; ``remedy`` may be "".

    ``subject`` is what falls short, fit for a frame, or "" where nothing fits.
    """

    start: int
    end: int
    subject: str
    how: str
    verb: str
    rest: str

    @property
    def remedy(self) -> str:
        """The measure in a word: 增强科技创新能力."""
        return f"{self.verb}{self.rest}" if self.verb else ""


def read_shortfalls(text: str, start: int, end: int) -> tuple[Shortfall, ...]:
    """The shortfalls of a problem's span, best first: those that give a remedy come first."""
    found = []
    for match in _CLAUSE.finditer(text, start, end):
        one = _read(match.group(), match.start())
        if one is not None:
            found.append(one)
    found.sort(key=lambda s: (not s.verb, not s.subject, s.start))
    return tuple(found)


def _read(clause: str, offset: int) -> Shortfall | None:
    stripped = clause.rstrip()
    at, end = len(clause) - len(clause.lstrip()), len(stripped)
    for pattern in (_LEAD, _LEAD, _SCOPE):
        match = pattern.match(stripped[at:])
        if match and end - at - match.end() >= 2:
            at += match.end()
    words = (
        stripped[at:end].removesuffix("等等").removesuffix("等").removesuffix("的问题") or stripped[at:end]
    )
    start, end = offset + at, offset + end
    few = _FEW.match(words)
    core = words[few.end() :] if few and len(words) - few.end() >= 4 else words
    if _GENERAL.search(words):
        return None
    for reader in (_lacking, _against, _posed, _needed, _had, _state, _cannot):
        got = reader(core) or (reader(words) if core != words else None)
        if got is not None:
            subject, how, verb, rest = got
            return Shortfall(start, end, subject, how, verb, rest)
    plain = (
        _QUOTABLE.fullmatch(words)
        and _SHORT_OF.search(words)
        and not _GENERIC.match(words)
        and not _ASKING.search(words)
        and sound(words, 13, 4)
    )
    topic = words if plain and not _BROKEN.search(words) else ""
    return Shortfall(start, end, f"“{topic}”问题" if topic else "", "", "", "")


def _bare(subject: str) -> str:
    """The subject without the adverbs that belong to what is said of it, and without quotes of scope."""
    for _ in range(3):
        trimmed = _ADVERB.sub("", subject)
        if trimmed == subject or len(trimmed) < 2:
            break
        subject = trimmed
    if _TWO.search(subject):  # 紧迫感不强、干劲(不足): the first half has a predicate of its own
        subject = subject[subject.rindex("、") + 1 :]
    return subject.strip(" 、的")


def _fit(subject: str) -> str:
    """The subject if it fits a frame; of a list too long, its last members (托幼等公共服务 → 公共服务)."""
    subject = subject.removesuffix("等问题")
    if _BROKEN.search(subject) or _ASKING.search(subject):
        return ""
    if _GENERIC.match(subject) or (_HALF_SAID.search(subject) and not subject.endswith("问题")):
        return ""
    if sound(subject, _LONGEST_SUBJECT):
        word, flag = tagged(subject)[-1]
        return "" if len(word) == 1 and flag == "v" else subject
    if "、" not in subject or len(subject) > _LONGEST_WHOLE:
        return ""
    collective = re.search(r"等([\u4e00-\u9fff]{3,10})$", subject)
    if collective and sound(collective[1]) and collective[1] not in ("领域方面", "各领域", "各方面"):
        return collective[1]
    members = subject.removesuffix("领域").removesuffix("方面").removesuffix("等").split("、")
    for count in (2, 1):
        tail = "、".join(members[-count:])
        if sound(tail, _LONGEST_SUBJECT, 4):
            return tail
    return ""


def _lacking(words: str) -> tuple[str, str, str, str] | None:
    match = _LACKING.match(words)
    subject = _fit(match["what"]) if match else ""
    return (subject, "不足", *_mend(subject, "不足")) if subject else None


def _against(words: str) -> tuple[str, str, str, str] | None:
    match = _AGAINST.match(words)
    subject = _fit(_bare(match["subject"])) if match else ""
    if not subject:
        return None
    if subject.endswith(("领域", "方面")):
        return subject, "差距", "补齐", f"{subject}短板"
    verb, rest = _mend(subject, "差距")
    return subject, "差距", verb or "改进", rest


def _posed(words: str) -> tuple[str, str, str, str] | None:
    match = _POSES.match(words)
    subject = _fit(_bare(match["subject"])) if match else ""
    return (subject, "新课题", "积极应对", subject) if subject else None


def _cannot(words: str) -> tuple[str, str, str, str] | None:
    match = _CANNOT.match(words)
    subject = _fit(_bare(match["subject"])) if match else ""
    return (subject, "适应", *_mend(subject, "适应")) if subject else None


def _needed(words: str) -> tuple[str, str, str, str] | None:
    match = _NEED.search(words)
    if not match or match.start() < 2:
        return None
    subject, verb = _fit(_bare(words[: match.start()])), match["verb"]
    if not subject or verb in _NOT_NEED:
        return None
    flags = tagged(verb)
    if (
        not flags
        or any(flag[:1] not in "va" for _, flag in flags)
        or (len(verb) > 2 and not _DOUBLE.match(verb))
    ):
        verb = "加强"
    if verb == "加强" and subject.endswith(
        ("建设", "管理", "监管", "保护", "统筹", "治理", "领导", "教育", "培训", "监督")
    ):
        return subject, verb, verb, subject
    if _PUSH.match(verb):
        return subject, verb, *_mend(subject, verb)
    return subject, verb, verb, subject


def _had(words: str) -> tuple[str, str, str, str] | None:
    match = _HAVE.search(words)
    if not match or match.start() < 2:
        return None
    subject, what = _bare(words[: match.start()]), match["what"]
    if what in ("差距", "距离") and subject.endswith("之间") and sound(subject):
        return subject, what, "缩小", f"{subject}差距"
    bare = subject.removesuffix("领域").removesuffix("方面")
    if len(bare) <= 2:
        bare = subject
    topic = _fit(bare.removesuffix("等").strip("、"))
    if not topic:
        return None
    place = f"{topic}领域" if "、" in topic and not topic.endswith(("领域", "方面")) else topic
    if what in ("短板弱项", "短板", "弱项", "薄弱环节", "不足", "空白", "缺口", "差距", "距离"):
        if _starts_with_verb(topic) or (what in ("差距", "距离") and _has_verb(topic)):
            return topic, what, "推进" if not topic.startswith(("推进", "推动")) else "", topic
        return topic, what, "补齐", f"{place}短板"
    if what in ("风险隐患", "隐患", "风险"):
        return topic, what, "排查整治", f"{place}风险隐患"
    if "点" in what or what == "瓶颈":
        return topic, what, "打通", f"{topic}堵点"
    return topic, what, *_mend(topic, what)


def _state(words: str) -> tuple[str, str, str, str] | None:
    match = _STATE.search(words)
    if not match or match.start() < 2:
        return None
    how = match["how"]
    subject = _fit(_bare(words[: match.start()]))
    if not subject:
        return None
    if measure_words().verb_for_predicate(how) == "加快推进" and len(subject) > 4:
        subject = subject.removesuffix("推进").removesuffix("开展").removesuffix("进展")
    return subject, how, *_mend(subject, how)


def _mend(subject: str, how: str) -> tuple[str, str]:
    """Verb and object that mend it; ("", subject) where the words do not say."""
    lexicon = measure_words()
    if _ABROAD.match(subject):
        told = subject if subject.endswith(("影响", "冲击", "形势")) else f"{subject}{how}"
        return "积极应对", told if len(told) <= _LONGEST_SUBJECT else subject
    whole = re.fullmatch(r"(.{2,12}?)的?作用(?:的)?发挥", subject)
    if whole:
        return "更好发挥", f"{whole[1]}作用"
    if subject.endswith(("任务", "责任")) and len(subject) > 4:
        inner = subject.removesuffix("任务").removesuffix("责任").removesuffix("的")
        inner = inner if sound(inner) else subject
        return ("持续" if _starts_with_verb(inner) else "抓好", inner)
    if _starts_with_verb(subject) and not _BURDEN.search(subject):
        return "持续", subject
    if subject.endswith(("占比", "比重", "成本", "能耗", "负担", "难度")):
        down = how.endswith(("重", "大", "高", "多")) and not how.startswith("不")
        return "降低" if down else "提高", subject
    if subject.endswith(("人员", "职工", "困难群众", "群体", "家庭")):
        return "帮扶", subject
    if how in ("加深", "增多", "严峻", "复杂", "严峻复杂", "复杂严峻", "增大") or subject.endswith(
        ("形势", "冲击", "影响")
    ):
        return "积极应对", subject
    if how in ("困难",) and not subject.endswith("困难"):
        return "化解", f"{subject}困难"
    uneven = how in ("不平衡", "不均衡", "不均", "不协调", "参差不齐")
    if uneven and (_FOR_BALANCE.search(subject) or not lexicon.verb_for_head(subject)):
        return "促进", f"{subject}更加均衡"
    verb = lexicon.verb_for_head(subject.rstrip("”"))
    if (
        verb == "加快"
        and subject.endswith(("建设", "发展"))
        and lexicon.verb_for_predicate(how) != "加快推进"
    ):
        verb = "加强" if subject.endswith("建设") else "推动"
    if verb:
        return verb, subject
    if how.startswith("不够") and _ends_on_verb(subject):
        return "推动", subject
    verb = lexicon.verb_for_predicate(how)
    if verb in ("增加", "提高") and _has_verb(subject):
        verb = "推动"  # somebody's doing is not increased
    if verb:
        return verb, subject
    pushed = _ends_on_verb(subject) and how not in ("存在", "突出", "明显", "下降", "下滑", "回落", "加大")
    return ("推动", subject) if pushed else ("", subject)


def _starts_with_verb(subject: str) -> bool:
    """Whether the subject is a verb phrase (优化投资结构), not a noun that looks like one (协商民主)."""
    tags = tagged(subject)
    return (
        len(tags) >= 2
        and tags[0][1] == "v"
        and _TRANSITIVE.match(tags[0][0]) is not None
        and tags[-1][1][:1] in "nvj"
        and tags[1][1][:1] in "nvajbsti"
    )


def _ends_on_verb(subject: str) -> bool:
    tags = tagged(subject)
    return len(tags) >= 2 and tags[-1][1].startswith("v")


def _has_verb(subject: str) -> bool:
    tags = tagged(subject)
    return len(tags) >= 2 and any(flag.startswith("v") for _, flag in tags[1:])
