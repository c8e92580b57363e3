"""What is wrong with a sentence that a model wrote, as far as its own sources tell.

Cited sources exist and support it, its numbers stand in them or are worked out from them, nothing
long is copied, and it is one plain sentence. What the checks GR01 to GR04 find comes on top
(``writing``).
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from zongjie.comparing.similarity import similarity
from zongjie.comparing.words import words
from zongjie.drafters.content import share_a_thing
from zongjie.drafters.copying import copied
from zongjie.drafters.language_model.arithmetic import computed, equals
from zongjie.drafters.language_model.parsing import Told
from zongjie.drafters.language_model.sources import NumberedSource
from zongjie.drafters.phrases import tagged
from zongjie.lexicons.measures import measure_words

_SHORTEST, _LONGEST = 8, 180  # characters of a sentence
_ALIKE = 0.3  # similarity from which a sentence rests on its sources without a word of its own in common
_HAN_SHARE = 0.5
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_ALWAYS = frozenset({Decimal(100), Decimal(1)})  # numbers that a formula may hold beside its sources'
_NO_PROSE = re.compile(
    r"https?:|[`<>|{}@#*\\]|作为.{0,6}(?:AI|人工智能|语言模型)|忽略.{0,8}(?:以上|要求|指令|规矩)|材料\s?[\[［]?\d|原句|毛病"
)
_DONE = re.compile(
    r"(?:已经?|均已|全部|顺利|圆满)(?:建成|完成|投用|投产|竣工|通车|落成|实现|解决|启用|办结|达标)"
    r"|(?:建成|完成|实现|解决)了"
)
_SURE = re.compile(r"确保|保证(?!金)|务必|必须|坚决完成|一定")
_TRYING = re.compile(r"争取|力争|探索|拟(?![定订])|研究推动|谋划|尝试|试点")
_NAMES = frozenset({"nr", "nrt", "nrfg", "ns", "nt", "nz"})
_SLOT = re.compile(r"【(?:待填|核对)：[^【】]{1,60}】")


def fault(told: Told, sources: Sequence[NumberedSource], body: str) -> tuple[str, str] | None:
    """The first fault in Chinese and English, or None. ``sources`` are those that the item may cite."""
    own = {s.number: s for s in sources}
    unknown = [n for n in told.cites if n not in own]
    if not told.cites:
        return "没有注明材料编号", "cites no source"
    if unknown:
        marks = "".join(f"[{n}]" for n in unknown)
        return f"引用了不存在或不属于该项的材料{marks}", f"cites {marks}, which this item does not have"
    if not _is_plain(told.text):
        return "不是一句通顺完整的书面语", "is no plain sentence"
    cited = " ".join(own[n].words for n in told.cites)
    wrong = _unfounded(told, cited)
    if wrong:
        return f"数字{wrong}不在所引材料里，算式也得不出", f"the number {wrong} is not in the sources cited"
    done = _DONE.search(told.text)
    if done and done.group() not in cited:
        return "把计划说成了已经办成（状态升级）", "tells as done what is planned (status raised)"
    if _SURE.search(told.text) and _TRYING.search(cited) and not _SURE.search(cited):
        return "把争取说成了确保（承诺升级）", "promises what the source only tries (promise raised)"
    name = _unknown_name(told.text, body)
    if name:
        return f"报告里没有“{name}”这个名称", f"the report does not know the name {name}"
    if not _rests_on(told.text, cited):
        return "所引材料与句子说的不是一回事", "the sources cited do not support it"
    if copied(told.text, body):
        return "照抄报告超过二十个字", "copies over 20 characters of the report"
    return None


def _is_plain(text: str) -> bool:
    bare = _SLOT.sub("", text)
    han = sum("\u4e00" <= c <= "\u9fff" for c in bare)
    paired = all(text.count(a) == text.count(b) for a, b in ("“”", "《》", "（）", "【】"))
    return (
        _SHORTEST <= len(text) <= _LONGEST
        and paired
        and not _NO_PROSE.search(bare)
        and "【" not in bare
        and han >= _HAN_SHARE * len(bare)
    )


def _unfounded(told: Told, cited: str) -> str:
    """A number of the sentence that neither stands in what it cites nor is worked out from it; "" if none."""
    known = _numbers(cited)
    for start, end, formula in told.computed:
        worked = computed(formula)
        if worked is None or not worked[1] <= known | _ALWAYS or not worked[1] & known:
            return told.text[start:end]
        if not equals(told.text[start:end], worked[0]):
            return told.text[start:end]
    rest = list(told.text)
    for start, end, _ in told.computed:
        rest[start:end] = "，" * (end - start)
    return next((str(n) for n in sorted(_numbers("".join(rest)) - known)), "")


def _numbers(words: str) -> frozenset[Decimal]:
    plain = _GROUPED.sub("", unicodedata.normalize("NFKC", words))
    return frozenset(Decimal(m.group()) for m in _NUMBER.finditer(plain))


def _unknown_name(text: str, body: str) -> str:
    """A word that the tagger takes for a person, a place or a body and that the report lacks; "" if none."""
    bare = _SLOT.sub("，", text)
    return next(
        (
            word
            for word, flag in tagged(bare)
            if flag in _NAMES and len(word) > 1 and word not in body and word not in _plain_words()
        ),
        "",
    )


@cache
def _plain_words() -> frozenset[str]:
    """The words of our own lexicon of deeds, none of which is a name whatever a tagger says."""
    return frozenset(word for deed in measure_words().all_deeds() for word in words(deed))


def _rests_on(text: str, cited: str) -> bool:
    """Whether sentence and sources share a thing: a noun of their own, or a good part of their words."""
    bare = _SLOT.sub("，", text)
    return share_a_thing(bare, cited) or similarity(bare, cited) >= _ALIKE


def plain(text: str) -> str:
    """The sentence without its punctuation: two that differ in that only are one."""
    return re.sub(r"\W", "", text)
