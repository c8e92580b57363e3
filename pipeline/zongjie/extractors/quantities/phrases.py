"""Noun phrases at the beginning and at the end of a stretch of tagged words.

jieba's tags are noisy (印发 is a name to it, 简报 a verb), so lists of deeds and of nouns in
``words.toml`` go before them; a verb inside a phrase is allowed only where a head follows
that verbs do modify (示范点, 扶持政策, 失业率).
"""

import re
from functools import lru_cache

from zongjie.extractors.quantities.tagging import Tagged, tag
from zongjie.extractors.quantities.words import word_set

LINKS = word_set("links")
CARRIERS = tuple(sorted(word_set("carriers"), key=len, reverse=True))
DEEDS = word_set("deeds")
EVENTS = word_set("events")
_NOUNS = word_set("nouns")
_DEED_NOUNS = word_set("deed_nouns")
_HEADS = word_set("heads")
_SUFFIXES = word_set("suffixes")
_ENDINGS = _HEADS | _SUFFIXES
_ENDS = _NOUNS | _HEADS
_NEVER_INSIDE = word_set("never_inside")
_QUALIFIERS = word_set("qualifiers")
_LEADING = word_set("leading")
_TRAILING = word_set("trailing")
_OUTLAYS = frozenset(("投入",))
_INDICATORS = tuple(set(CARRIERS) - {"工作", "活动", "大会", "会议", "培训班"})
_RATES = frozenset("率额量值度数比费")
_JOINING = _RATES | {"支配", "长率", "产", "掉"}
_NOUNISH = frozenset(("nr", "vn", "an", "l", "j", "eng", "b", "a", "s", "i", "g", "zg", "z", "ng"))
_LIGHT = frozenset(("d", "p", "uj", "ul", "c", "u", "m", "r", "t", "f", "ud", "k", "y", "uz", "q", "ad"))
_QUOTES = frozenset("“”\"'‘’")
_COPULAS = frozenset(("是", "有", "在", "到", "至", "为", "于", "以"))
_LONGEST = 5
_QUOTED = "quoted"
_IDIOMS = frozenset("li")
_GLUED = 4
_GROWN = re.compile("(?:上涨|下跌|增长|下降|提高)$")
_NO_NOUNS = frozenset(("a", "ad", "b", "z", "f", "v", "vn", "d"))
_PLACES_END = frozenset("道路桥馆站村镇厂园库渠")
_LEVELLED = (*"室馆院站所点校心路员部级口庄民居屯组", "项目", "工程", "平台", "基地", "企业", "园区", "品牌")
_PLACES = frozenset("村乡镇县市区省户")


@lru_cache(maxsize=2048)
def words_of(text: str) -> Tagged:
    """The tagged words of ``text``, with 办结 + 率 and 占 + 比 put together to nouns."""
    tagged = tag(text)
    if _JOINING.isdisjoint([word for word, _ in tagged]):
        return tagged
    joined: Tagged = []
    for word, flag in tagged:
        last = joined[-1][0] if joined and joined[-1][1] != "x" else ""
        if last and word in _RATES and not _glue(last):
            joined[-1] = (last + word, "n")
        elif word in ("支配", "长率") or (word == "产" and last in ("一", "二", "三")):
            if not last:
                joined.append((word, flag))
            else:  # 可支配, 增长率, 一产
                joined[-1] = (last + word, "n")
        elif word == "掉" and len(last) == 1:
            joined[-1] = (last + word, "v")
        else:
            joined.append((word, flag))
    return joined


@lru_cache(maxsize=4096)
def is_deed(word: str) -> bool:
    """Whether a word does something (建成, 新建改建) or only links (达到, 分别)."""
    return word in DEEDS or word in LINKS or (len(word) == 4 and word[:2] in DEEDS and word[2:] in DEEDS)


@lru_cache(maxsize=4096)
def is_noun(word: str, flag: str) -> bool:
    """A noun by the lists, else by its tag."""
    if word in _NOUNS or (len(word) > 1 and word.endswith(CARRIERS)):
        return True
    if is_deed(word):
        return False
    if _is_compound(word):
        return True
    if flag in _IDIOMS and (word[-2:] in DEEDS or word[-2:] in LINKS):
        return False  # 圆满完成
    return flag in _NOUNISH or flag[:1] == "n" or (len(word) > 1 and word[-1] in _PLACES_END)


def opening_phrase(words: Tagged, share: bool = False) -> str:
    """The noun phrase that ``words`` begin with, or "": 意见建议, 国家级渔港经济区.

    ``share``: after a percentage the phrase ends before 的 (95%以上村庄的农村集体产权制度改革).
    """
    taken: Tagged = []
    broken = ""
    for at, (word, flag) in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ("", "x")
        if flag == "x":
            if word in _QUOTES and following[1] != "x":
                continue
            break
        if not taken and word in _LEADING:
            continue
        if not taken and word in _PLACES and _stands_alone(word, following):
            return word  # 800个村污水治理, 11个县探索
        if word == "国家" and following[0] == "和" and words[at + 2 : at + 3] and words[at + 2][0] == "地区":
            return short([*taken, (word, flag), following, words[at + 2]])
        if word == "的":
            if not taken or share or not (is_noun(*following) or following[0] in _QUALIFIERS):
                break
            taken.clear()
        elif word == "以上" and taken and is_noun(*following):
            taken.append((word, flag))  # 科级以上干部
        elif word in ("和", "与", "及") and len(taken) == 1 and is_noun(*following):
            if len(words) > at + 3 or (len(words) == at + 3 and not is_noun(*words[at + 2])):
                break
            taken.append((word, flag))  # 国家和地区, 国际及地区航线, and no more
        elif is_noun(word, flag) or _modifies(words, at) or _qualifies(word, following):
            taken.append((word, flag))
        elif taken and word in _HEADS and following[1] == "x":
            taken.append((word, flag))  # 远程开放协作组织
        else:
            broken = word
            break
    kept = _HEADS if broken else _ENDS
    if broken not in LINKS:
        while len(taken) > 1 and taken[-1][1] in ("vn", "v") and taken[-1][0] not in kept:
            taken.pop()  # 部门研究办理
    elif broken and not share and len(taken) > 1 and taken[-1][0].endswith(_INDICATORS):
        taken.pop()  # 6家农产品加工企业产值均突破
    return short(taken)


def subject_phrase(words: Tagged) -> str:
    """The first noun phrase of a clause, its adverbials of time passed over: the subject."""
    at = 0
    while at < len(words) and (words[at][1] in _LIGHT or words[at][0] in LINKS):
        at += 1
    return opening_phrase(words[at:])


def closing_phrase(words: Tagged) -> tuple[Tagged, list[str], str | None]:
    """What ``words`` end with: the nouns, the deeds after them, and the verb that governs them.

    收集信息 → (信息, [], 收集); 货款回收 → (货款, [回收], None); 经审查立案 → ([], [立案], 审查).
    """
    at = len(words) - 1
    action: str | None = None
    while at >= 0 and (words[at][0] in LINKS or words[at][1] in _LIGHT) and not is_noun(*words[at]):
        word, flag = words[at]
        if flag in ("v", "vn") and action is None and word not in _COPULAS and word[0] != "全":
            action = word
        at -= 1
    quoted = False
    while at >= 0 and words[at][1] == "x" and words[at][0] in '”"》）)':
        at, quoted = at - 1, True
    taken: Tagged = []
    deeds: list[str] = []
    while at >= 0:
        word, flag = words[at]
        deeper = words[at - 1] if at else ("", "")
        if flag == "x":
            break
        if quoted:
            taken.append((word, _QUOTED))
        elif not taken and not deeds and word in _OUTLAYS and is_noun(*deeper):
            taken.append((word, "n"))  # 财政科技投入
        elif not taken and len(deeds) < 2 and deeper[0] == "的" and word in _DEED_NOUNS:
            taken.append((word, "n"))  # 教育事业的投入
        elif not taken and word not in _NOUNS and _is_verb(word, flag):
            if deeds and word in DEEDS and deeds[-1] in EVENTS:
                break
            deeds.append(word)
            if len(deeds) > 3:
                break
        elif is_noun(word, flag) or (taken and (word == "以上" or _inside(word, flag, taken[-1], deeper))):
            taken.append((word, flag))
        else:
            break
        at -= 1
    for word, flag in taken:
        if flag not in _NO_NOUNS or word in _NOUNS or _is_head(word):
            break
    else:
        if taken and taken[0][0][-1] != "级":
            taken = []  # 清洁取暖, 深化: no noun among them
    taken.reverse()
    deeds.reverse()
    governor = None
    for word, flag in words[at::-1] if at >= 0 else ():
        if flag == "x" or _governs(word, flag):
            governor = word
            break
    if governor is not None and not governor[0].isalpha():
        governor = None
    return taken, deeds, (deeds[-1] if deeds and taken else governor or action)


def short(taken: Tagged) -> str:
    """The phrase without words that only lead up to it, of at most five words."""
    while len(taken) > 1 and taken[0][0] in _LEADING:
        taken = taken[1:]
    if len(taken) > 1 and taken[-1][0] == "报告" and taken[-2][0] == "成果":
        taken = taken[:-1]  # a paper that carries results is named by the results
    while len(taken) > 1 and (
        (taken[-1][0] in _TRAILING and taken[-1][1] != _QUOTED)
        or (taken[-1][0] in _QUALIFIERS and taken[-1][1][:1] not in "nq")
        or (taken[-1][1] in ("a", "ad", "d") and taken[-1][0] not in _NOUNS)
    ):
        taken = taken[:-1]
    while len(taken) > 1 and taken[0][0] in DEEDS and taken[0][1] in ("v", "vn") and is_noun(*taken[1]):
        taken = taken[1:]  # 登记市场主体
    taken = taken[-_LONGEST:]
    while len(taken) > 1 and taken[0][0] in ("以上", "和", "与"):
        taken = taken[1:]
    return "".join([word if len(word) < _GLUED else _GROWN.sub("", word) for word, _ in taken])


def _glue(word: str) -> bool:
    return word in ("的", "和", "了", "总", "由", "为", "分别") or word in LINKS


@lru_cache(maxsize=4096)
def _is_head(word: str) -> bool:
    return word in _ENDINGS or (len(word) > 1 and word.endswith(CARRIERS)) or _is_compound(word)


def _stands_alone(place: str, following: tuple[str, str]) -> bool:
    """Whether 村 or 县 is the whole phrase before this word: not 33个村卫生室, 5个省技术中心."""
    word = following[0]
    if not word or word in ("域", "级"):
        return False
    return not is_noun(*following) or not (place in "省市" or word.endswith(_LEVELLED))


def _qualifies(word: str, following: tuple[str, str]) -> bool:
    return word in _QUALIFIERS and (is_noun(*following) or following[0] in _QUALIFIERS)


def _modifies(words: Tagged, at: int) -> bool:
    """Whether a verb only leads up to a head: 支持政策, 便利化创新举措, 达标提升村."""
    word, flag = words[at]
    if flag not in ("v", "vn", "n", "nr", "nz") or word in _NEVER_INSIDE:
        return False
    if word in LINKS and (at + 1 == len(words) or words[at + 1][0] not in _SUFFIXES | _HEADS):
        return False
    for following, its_flag in words[at + 1 : at + 4]:
        if _is_head(following) or (len(following) > 2 and following[-1] in _SUFFIXES):
            return True
        if its_flag not in ("v", "vn", "n", "zg") or following in _NEVER_INSIDE:
            return False
    return False


def _inside(word: str, flag: str, head: tuple[str, str], deeper: tuple[str, str]) -> bool:
    """Whether a verb stands inside a phrase (研发投入强度, 专题视察组), or a word that qualifies."""
    if word in _QUALIFIERS:
        return True
    if flag not in ("v", "vn", "t", "n") or word in LINKS or word in _NEVER_INSIDE:
        return False
    return _is_head(head[0]) and (is_noun(*deeper) or (head[0] in _SUFFIXES and word not in DEEDS))


def _is_verb(word: str, flag: str) -> bool:
    if is_deed(word):
        return True
    return flag[:1] == "v" and flag != "vn" and not word.endswith(CARRIERS) and not _is_compound(word)


def _is_compound(word: str) -> bool:
    """A long word that ends as nouns do, whatever its tag: 兴趣班."""
    return len(word) > 2 and word[-1] in _SUFFIXES


def _governs(word: str, flag: str) -> bool:
    if word in EVENTS:
        return True
    return (flag[:1] == "v" or word in DEEDS) and word not in _COPULAS and word not in _NOUNS
