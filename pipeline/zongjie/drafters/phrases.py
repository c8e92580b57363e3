"""Whether a stretch of words can be put into a frame: a noun phrase or a nominalised clause.

A doubtful phrase is refused; the draft would rather say less than say nonsense.
"""

import re
from collections.abc import Callable
from functools import cache

from zongjie.lexicons.measures import measure_words

_BAD_FIRST = frozenset("ucypdefohqx")
_BAD_LAST = frozenset("ucypdefohqrxm")
_WRONG = re.compile(
    r"[\d０-９%％#*`_|<>@$&^~=+\[\]{}\\/;:：；。！？!?…—（）()\s]|https?|面临|存在|我们|他们|这些|那些|这个|该项|上述|以下|如下|本人|同志"
    r"|[一二三四五六七八九十百千万亿]{1,3}(?:[个项条件批次名位家所类种场轮级大]|是)|X{2,}|x{2,}|某"
)
_BAD_START = (
    "的", "了", "和", "与", "及", "或", "在", "把", "将", "对", "向", "以", "为", "是", "有", "由",
    "从", "使", "让", "并", "而", "也", "都", "就", "被", "给", "等", "其", "又", "还", "更", "最",
    "不", "地", "着", "过", "于", "所",
)  # fmt: skip
_BAD_END = (
    "的", "了", "和", "与", "及", "或", "在", "把", "将", "对", "向", "以", "为", "是", "由", "从",
    "使", "让", "并", "而", "也", "都", "就", "被", "给", "其", "又", "还", "更", "最", "不", "着",
    "于", "一", "中", "上", "下", "等", "到", "至", "成", "性的", "有", "新",
)  # fmt: skip
_GOOD_START = (
    "有效", "有关", "有机", "以案", "对外", "对口", "向海", "为民", "为老", "中小", "新", "所有",
    "将来", "地方", "地质", "地下", "和美", "在线", "过剩", "从严", "不平衡", "不确定", "不动产",
    "不良", "等级",
)  # fmt: skip
_GOOD_END = (
    "城中", "中上", "线上", "线下", "集中", "治下", "等等", "创新", "革新", "更新", "形成", "建成",
    "有", "一体", "统一", "高新", "上下", "初中", "高中", "完成", "达到", "看到",
)  # fmt: skip
_PAIRS = (("“", "”"), ("《", "》"), ("「", "」"), ("‘", "’"), ("〈", "〉"))


def sound(phrase: str, longest: int = 16, shortest: int = 2) -> bool:
    """Whether ``phrase`` can stand as a noun in a frame.

    >>> sound("委员工作室"), sound("的工作"), sound("城乡区域发展"), sound("98口自备井")
    (True, False, True, False)
    """
    if not shortest <= len(phrase) <= longest or _WRONG.search(phrase) or not _paired(phrase):
        return False
    if phrase.startswith(_BAD_START) and not phrase.startswith(_GOOD_START):
        return False
    if phrase.endswith(_BAD_END) and not phrase.endswith(_GOOD_END):
        return False
    if phrase[0] in "、，," or phrase[-1] in "、，,":
        return False
    tags = tagged(phrase)
    if not tags:
        return False
    first, last = tags[0], tags[-1]
    return (
        first[1][:1] not in _BAD_FIRST
        or phrase.startswith(_GOOD_START)
        or (first[1] == "f" and len(first[0]) > 1)
    ) and (last[1][:1] not in _BAD_LAST or measure_words().verb_for_head(phrase) is not None)


def _paired(phrase: str) -> bool:
    if phrase.count('"') % 2:
        return False
    return all(phrase.count(a) == phrase.count(b) for a, b in _PAIRS)


@cache
def _tagger() -> Callable[[str], list[tuple[str, str]]]:
    try:
        from rjieba import tag
    except ImportError:
        from jieba import posseg

        return lambda words: [(one.word, one.flag) for one in posseg.cut(words)]
    return tag


def tagged(words: str) -> list[tuple[str, str]]:
    """Words and their parts of speech (ICTCLAS letters); marks of quotation are left out.

    "x" for a word that the dictionary does not know is read as a noun.
    """
    found = []
    for word, flag in _tagger()(words):
        if word in "“”‘’《》「」\"'、，,·-":
            continue
        found.append((word, "n" if flag in ("x", "eng") else flag))
    return found
