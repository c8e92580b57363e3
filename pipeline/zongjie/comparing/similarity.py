"""Lexical similarity of two short texts, the set words of the genre taken out.

What to call:

- ``content_words(text)``: the words that carry matter, in order;
- ``coverage(short, long)``: how much of ``short``'s matter stands in ``long`` (heading against
  body, problem against plan): not symmetric;
- ``similarity(one, other)``: cosine over content words and their character pairs: symmetric;
- ``shared_words(one, other)``: the content words that both hold, to show as evidence.

All are between 0 and 1 and read each text once. A word that is written in another order or
inside a longer word (数据共享 · 共享的数据) still counts by its character pairs.
"""

from collections import Counter
from functools import lru_cache
from math import sqrt

from zongjie.comparing.genre_words import is_genre_word
from zongjie.comparing.words import words

_IN_PIECES = 0.8  # the worth of a word that stands there only in pieces
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"


def content_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` that carry matter: two characters or more, no set word, no number.

    >>> content_words("加强基层协商民主建设,不断提升服务水平")
    ('基层', '协商', '民主')
    """
    return tuple(word for word in words(text) if carries_matter(word))


def coverage(short: str, long: str) -> float:
    """The share of ``short``'s content words that stand in ``long``, weighted by their length.

    A longer word that is missing as a whole counts by its characters that stand there in pairs.
    1.0 where ``short`` has no content words: nothing in it is left unanswered.

    >>> coverage("数据共享不够充分", "推进部门数据归集和共享")
    0.8
    >>> coverage("基层协商", "更换路灯60盏")
    0.0
    """
    wanted = content_words(short)
    if not wanted:
        return 1.0
    weights = [len(word) for word in wanted]
    found = (weight * _presence(word, long) for word, weight in zip(wanted, weights, strict=True))
    return round(sum(found) / sum(weights), 4)


def similarity(one: str, other: str) -> float:
    """Cosine of the two texts' content words and of the character pairs within them.

    0.0 where either has no content words.

    >>> similarity("建好委员工作室", "委员工作室建设") > 0.8
    True
    >>> similarity("整治农村污水", "打造文化品牌")
    0.0
    """
    left, right = _features(one), _features(other)
    if len(right) < len(left):
        left, right = right, left
    dot = sum(count * right[feature] for feature, count in left.items() if feature in right)
    if not dot:
        return 0.0
    norms = sqrt(sum(c * c for c in left.values()) * sum(c * c for c in right.values()))
    return min(1.0, round(dot / norms, 4))


def shared_words(one: str, other: str) -> tuple[str, ...]:
    """The content words of ``one`` that ``other`` also holds, each once, in ``one``'s order.

    >>> shared_words("加强数据共享,培训干部", "数据共享平台")
    ('数据共享',)
    """
    return tuple(dict.fromkeys(word for word in content_words(one) if word in other))


@lru_cache(maxsize=1 << 16)
def carries_matter(word: str) -> bool:
    """Whether a word tells of something: two characters or more, no set word, no number."""
    if len(word) < 2 or is_genre_word(word):
        return False
    return any(_FIRST_HAN <= char <= _LAST_HAN or char.isalpha() for char in word)


def _presence(word: str, text: str) -> float:
    if word in text:
        return 1.0
    there = {at + step for at, pair in enumerate(_pairs(word)) if pair in text for step in (0, 1)}
    return _IN_PIECES * len(there) / len(word)


def _pairs(word: str) -> list[str]:
    return [word[at : at + 2] for at in range(len(word) - 1)] if len(word) > 2 else []


def _features(text: str) -> Counter[str]:
    """Words and, for longer words, the pairs within them; a two-character word is its own pair."""
    counts: Counter[str] = Counter()
    for word in content_words(text):
        counts[word] += 1
        counts.update(_pairs(word))
    return counts
