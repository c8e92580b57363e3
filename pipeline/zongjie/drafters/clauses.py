"""Reads what a plan promises clause by clause, as it stands: 收购存量房200套, 去化周期降到18个月以内.

A clause counts if it can stand alone after another: it opens with a verb (adverbs apart), or names a
figure to be reached. ``read_deeds`` is stricter (verb and object only) and changes the words.
"""

import re
from dataclasses import dataclass
from functools import cache

from zongjie.drafters.deeds import read_deed
from zongjie.drafters.phrases import tagged
from zongjie.lexicons.measures import measure_words

_SHORTEST, _LONGEST = 4, 18  # characters; with a mark on either side, longer ones would be a copy
_CLAUSE = re.compile(r"[^，,；;。！？!?：:\n|]{4,80}")
_LEAD = re.compile(  # a list mark, a turn of speech, an intention: what stands before the deed itself
    r"^(?:[\s\u3000#*>·•-]{1,8}|[一二三四五六七八九十]{1,2}[是、要]要?|第[一二三四五六七八九十][、，,]?"
    r"|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、](?!\d)|同时|此外|另外|最后|首先|其次|今年|明年|下半年"
    r"|我们|[我本][局院校委司会镇街厂]?|要|将|并(?!购|网|轨|联)|拟|打算|计划(?!生育|单列|投资))"
)
_LED = re.compile(  # begins as a part of something: a ground, a manner, somebody else's deed
    r"其中|从而|以便|因此|所以|如果|虽然|由于|随着|通过|按照|根据|围绕|针对|为|在|对|从|以(?!工代赈)|使"
    r"|让|向|与|和|或|及|的|地|是|有|都|也|就|不(?!断)|没|这|那|它|他|她|该|各位"
)
_DANGLING = re.compile(  # ends in the middle, points elsewhere, or only swears
    r"(?:的|和|与|及|在|为|以|等|中|上|时|后|前|了|是|把|将|年|月|日|吗|呢|吧)$"
    r"|、[以为从向对在]|[我他她它您你咱][们的]?|[这那][些个样]|同志|各位|谢谢|(?:推荐|相关|延伸)阅读|点击|下载|[<>{}\[\]_@$|…—（()）【】]|X{2,}|某"
    r"|走在前列|贡献|奋斗|新的?(?:台阶|局面|篇章|征程|胜利)|伟大|思想$|精神$|讲话|指示|主义|新时代|以来|核心|去年|上年"
    r"|为重点|为主[题线]|为[^，]{1,6}(?:导向|抓手|中心|契机|目标|引领|支撑|载体|根本|统领|遵循|宗旨)$"
)
_PAIRS = (("“", "”"), ("《", "》"), ("‘", "’"), ("「", "」"))
_QUOTING = re.compile(r"[“”《》‘’「」\"]")
_NAMING = re.compile(r"[“《A-Za-z]")
_REACHED = re.compile(  # a figure to be reached: 去化周期降到18个月以内
    r"(?:[达提降增减控压缩升]|不[超少低高]|超过|突破|以[上内下]|为|增长|下降|保持|左右)[^，]{0,6}"
    r"\d[\d,.．]{0,8}\s?[%％‰\u4e00-\u9fff]{0,6}$|\d[\d,.．]{0,8}\s?[%％‰\u4e00-\u9fff]{0,5}(?:以[上内下]|左右)$"
)
_VERBAL = re.compile(
    r"[\u4e00-\u9fff][好优实强牢准紧稳住活细深清大够足齐通]|新建|续建|改扩建|[用把]"
)  # what the tagger may not know as a verb
_WHEN = re.compile(r"每[天周月年季日晚]|[年月季]底前|\d{1,2}月(?:底|份)?(?:前)?|(?:上|下)半年|全[年期]")
_VERB, _BEFORE = ("v",), ("d", "a", "z", "b")  # parts of speech: of the deed, and of adverbs before it
_NO_DEED_WORDS = (
    "是 有 能 可 可以 需 需要 应 应该 会 想 觉得 认为 存在 属于 来 去 到 像 看 说 坚持 牢记 高举 贯彻"
)
_NO_DEED = frozenset(_NO_DEED_WORDS.split())


@dataclass(frozen=True, slots=True)
class Clause:
    """What a plan promises at ``[start, end)``; ``words`` are told, ``weight`` says how much it names."""

    start: int
    end: int
    words: str
    weight: float
    stop: str = ""  # the mark that ends it in the report
    sure: bool = True  # known to stand alone

    def stands(self) -> bool:
        """Whether it can stand alone; the words are tagged for it, so it is asked only of what is wanted."""
        return self.sure or _opens_with_deed(self.words)

    def told(self, turn: int) -> str:
        """The clause, with its verb changed where it is plainly verb and object and holds no figure."""
        deed = None if any(map(str.isdigit, self.words)) else read_deed(self.words)
        return deed.told(turn) if deed is not None and deed.start == 0 else self.words


def read_clauses(text: str, start: int, end: int) -> tuple[Clause, ...]:
    """The clauses of ``[start, end)`` that can be told (those that ``stand``), in reading order.

    >>> [one.words for one in read_clauses("用好收购政策，收购200套，去化周期降到18个月以内。", 0, 26)]
    ['用好收购政策', '收购200套', '去化周期降到18个月以内']
    """
    return tuple(one for one in likely_clauses(text, start, end) if one.stands())


def likely_clauses(text: str, start: int, end: int) -> tuple[Clause, ...]:
    """The clauses of ``[start, end)`` by their outer form: whether one ``stands`` is yet to be asked."""
    found = []
    for match in _CLAUSE.finditer(text, start, end):
        at, words = match.start(), match.group().rstrip()
        for _ in range(3):
            lead = _LEAD.match(words)
            if lead is None:
                break
            at, words = at + lead.end(), words[lead.end() :]
        at, words = at + len(words) - len(words.lstrip()), words.strip()
        if _whole(words):
            stop = text[match.end() : match.end() + 1]
            found.append(Clause(at, at + len(words), words, _weight(words), stop, sure=False))
    return tuple(found)


def _whole(words: str) -> bool:
    """Whether a clause is neither led by another nor broken off."""
    if not _SHORTEST <= len(words) <= _LONGEST or "\n" in words or _LED.match(words):
        return False
    return not _DANGLING.search(words) and (not _QUOTING.search(words) or _paired(words))


def _opens_with_deed(words: str) -> bool:
    """Whether a whole clause begins with a verb, adverbs apart, or names a figure to be reached."""
    when = _WHEN.match(words)
    deed = words[when.end() :] if when else words
    if _VERBAL.match(deed) or deed.startswith(_known_verbs()):
        return len(deed) > 3
    tags = tagged(deed)
    at = 0
    while at < len(tags) - 1 and at < 2 and tags[at][1][:1] in _BEFORE:
        at += 1
    if not tags or tags[at][0] in _NO_DEED:
        return False
    if tags[at][1][:1] in _VERB:
        return at < len(tags) - 1
    return _REACHED.search(words) is not None


def _paired(words: str) -> bool:
    return all(words.count(a) == words.count(b) for a, b in _PAIRS) and words.count('"') % 2 == 0


@cache
def _known_verbs() -> tuple[str, ...]:
    return tuple(measure_words().verbs)


def _weight(words: str) -> float:
    """How much a clause names: figures and names of its own first, then length."""
    named = _NAMING.search(words) is not None
    return 3.0 * any(map(str.isdigit, words)) + 2.0 * named + len(words) / _LONGEST
