"""Whether a stretch of words can be put into a frame: a noun phrase or a nominalised clause.

A doubtful phrase is refused; the draft would rather say less than say nonsense.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from zongjie.lexicons.measures import measure_words

_BAD_FIRST = frozenset("ucypdefohqx")
_BAD_LAST = frozenset("ucypdefohqrxm")
_WRONG = re.compile(
    r"[\d０-９%％#*`_|<>@$&^~=+\[\]{}\\/;:：；。！？!?…—（）()\s]|https?|面临|存在|我们|他们|这些|那些|这个|该项|上述|以下|如下|本人|同志"
    r"|[一二三四五六七八九十百千万亿]{1,3}(?:[个项条件批次名位家所类种场轮级大篇]|是)|X{2,}|x{2,}|某"
)
_BAD_START = frozenset("的了和与及或在把将对向以为是有由从使让并而也都就被给等其又还更最不地着过于所")
_BAD_END = frozenset("的了和与及或在把将对向以为是由从使让并而也都就被给其又还更最不着于一中上下等到至成有新")
_GOOD_START = ("不确定", "不平衡", "不动产", "不良", "新", "和美")
_QUOTING = re.compile(r"[“”《》「」‘’〈〉\"]")
_UNKNOWN = frozenset(("x", "eng"))
_LEFT_OUT = "“”‘’《》「」\"'、，,·-"
_PAIRS = (("“", "”"), ("《", "》"), ("「", "」"), ("‘", "’"), ("〈", "〉"))


@lru_cache(maxsize=8192)
def sound(phrase: str, longest: int = 16, shortest: int = 2) -> bool:
    """Whether ``phrase`` can stand as a noun in a frame.

    >>> sound("委员工作室"), sound("的工作"), sound("城乡区域发展"), sound("98口自备井")
    (True, False, True, False)
    """
    return sound_outside(phrase, longest, shortest) and sound_inside(phrase, tagged(phrase))


def sound_outside(phrase: str, longest: int, shortest: int) -> bool:
    """What of ``sound`` asks for no tags."""
    if not shortest <= len(phrase) <= longest or _WRONG.search(phrase) or not _paired(phrase):
        return False
    return phrase[0] not in "、，," and phrase[-1] not in "、，,"


def sound_inside(phrase: str, tags: tuple[tuple[str, str], ...]) -> bool:
    """What of ``sound`` is told by the tags of the phrase."""
    if not tags:
        return False
    first, last = tags[0], tags[-1]
    if (first[0] in _BAD_START and not phrase.startswith(_GOOD_START)) or last[0] in _BAD_END:
        return False
    return (
        first[1][:1] not in _BAD_FIRST
        or phrase.startswith(_GOOD_START)
        or (first[1] == "f" and len(first[0]) > 1)
    ) and (last[1][:1] not in _BAD_LAST or measure_words().verb_for_head(phrase) is not None)


def _paired(phrase: str) -> bool:
    if not _QUOTING.search(phrase):
        return True
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


@cache
def in_dictionary(word: str) -> bool:
    """Whether ``word`` is more probable as one word of the dictionary than in pieces.

    Where such a word of two characters or more leads, what follows is tagged as it is alone: the
    most probable way through a text is worked out from its end, unknown words only between known ones.
    """
    try:
        from rjieba import cut
    except ImportError:
        from jieba import lcut

        return len(word) > 1 and list(lcut(word, HMM=False)) == [word]
    return len(word) > 1 and cut(word, hmm=False) == [word]


@lru_cache(maxsize=8192)
def tagged(words: str) -> tuple[tuple[str, str], ...]:
    """Words and their parts of speech (ICTCLAS letters); marks of quotation are left out.

    "x" for a word that the dictionary does not know is read as a noun.
    """
    tags = _tagger()(words)
    return tuple([(w, "n" if flag in _UNKNOWN else flag) for w, flag in tags if w not in _LEFT_OUT])
